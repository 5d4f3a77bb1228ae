package org.watchword.desk.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.AuthorKey;
import org.watchword.formats.entry.Enclosure;
import org.watchword.formats.entry.Entry;
import org.watchword.formats.entry.EntryContext;
import org.watchword.formats.entry.EntryId;
import org.watchword.formats.entry.EntrySealer;
import org.watchword.formats.entry.Epoch;
import org.watchword.formats.entry.Head;
import org.watchword.formats.entry.Leaf;
import org.watchword.formats.membership.CaseCompartment;
import org.watchword.formats.slot.AccountKeys;

/// A compartment in the hands of one of its members, for one request. Whether he still is one is
/// looked at again with everything that is asked of it. It belongs to one thread, and does not
/// close the account's keys.
public final class OpenCompartment implements AutoCloseable {
    private final Ledger.Ground ground;
    private final Ledger.Parts parts;
    private final CaseCompartment place;
    private final AccountKeys mine;
    private final AuthorKey author;
    private final EpochKeys keys;

    OpenCompartment(
            Ledger.Ground ground,
            Ledger.Parts parts,
            CaseCompartment place,
            AccountKeys mine,
            EpochKeys keys) {
        this.ground = ground;
        this.parts = parts;
        this.place = place;
        this.mine = mine;
        this.author = AuthorKey.of(mine.signing());
        this.keys = keys;
    }

    Access access() {
        return Access.of(parts.chain().now(), place, author);
    }

    AuthorKey author() {
        return author;
    }

    Access access(Turn turn) {
        return Access.of(parts.chain().in(turn), place, author);
    }

    CaseCompartment place() {
        return place;
    }

    EpochKeys keys() {
        return keys;
    }

    /// What seals for nobody but this member.
    Key own() {
        return mine.own();
    }

    /// Entries after a number, at most so many, fewer when they are long. What is read is not
    /// changed: slots are settled by {@link Settling}. What he verified before is not opened again.
    public EntryPage after(long number, int most) {
        return page((handle, row) -> ShownRows.after(handle, row, number, bounded(most)));
    }

    /// The same before a number, the last first.
    public EntryPage before(long number, int most) {
        return page((handle, row) -> ShownRows.before(handle, row, number, bounded(most)));
    }

    /// The numbers of the last so many entries before a number, the last first. Nothing is opened
    /// for it; empty for who does not come in.
    public List<Long> numbersBefore(long number, int most) {
        return access() instanceof Access.In
                ? parts.entryNumbers(ground.store(), place, number, bounded(most))
                : List.of();
    }

    private static int bounded(int most) {
        return Math.clamp(most, 1, CaseLimits.ENTRIES_PER_PAGE);
    }

    private EntryPage page(PageReading.Finding finding) {
        if (!(access() instanceof Access.In in)) {
            return shut();
        }
        var reading = new PageReading(ground, parts, this, in);
        EntryPage.Read page = reading.page(finding);
        // Whoever was shut out or removed meanwhile is served nothing.
        if (!(access() instanceof Access.In)) {
            return shut();
        }
        reading.remember();
        return page;
    }

    private EntryPage.Shut shut() {
        return new EntryPage.Shut(
                access() instanceof Access.Out(ShutOut why) ? why : ShutOut.NOT_A_MEMBER);
    }

    /// One entry; empty when there is none such, or he does not read here any more.
    public Optional<ReadEntry> one(EntryId id) {
        if (!(access() instanceof Access.In(_, Epoch epoch))) {
            return Optional.empty();
        }
        Optional<EntryRows.Row> row = row(id);
        Optional<ReadEntry> read =
                row.filter(one -> one.erasedBy().isEmpty())
                        .map(one ->
                                new EntryReader(epoch, parts.chain().now().past(), keys)
                                        .opened(one));
        return access() instanceof Access.In ? read : Optional.empty();
    }

    private Optional<EntryRows.Row> row(EntryId id) {
        return ground.store()
                .read(handle -> {
                    OptionalLong compartment = parts.slots().row(handle, place);
                    return compartment.isEmpty()
                            ? Optional.empty()
                            : EntryRows.byId(handle, compartment.getAsLong(), id);
                });
    }

    /// Writes an entry, settled. It is kept when this returns.
    public Written write(What what) {
        return write(what, Map.of());
    }

    /// The same, together with something that a room above keeps in that turn.
    public Written write(What what, Together together) {
        return write(what, Map.of(), Along.with(together));
    }

    /// The same with files beside it, by numbers that the entry speaks of: all of it is kept, or
    /// nothing.
    ///
    /// @param beside sealed files, whose keys the entry holds
    public Written write(What what, Map<Integer, Octets> beside) {
        return write(what, beside, Along.NOTHING);
    }

    Written write(What what, Map<Integer, Octets> beside, Along along) {
        boolean fits =
                what.fits()
                        && beside.size() <= CaseLimits.FILES_PER_ENTRY
                        && beside.values().stream()
                                .allMatch(one -> one.length() <= Enclosure.MOST_SEALED_BYTES);
        return fits
                ? tried(new Writing(what, beside, Optional.empty(), along))
                : new Written.Refused(NotWritten.TOO_MUCH);
    }

    /// What is to be written.
    ///
    /// @param erases the entry that it says was erased
    private record Writing(
            What what, Map<Integer, Octets> beside, Optional<Long> erases, Along along) {}

    /// Erases an entry for everybody and for good: its slots and what they opened go, its leaf
    /// stays, and an entry says who did it.
    public Written erase(EntryId id) {
        return erase(id, Along.NOTHING);
    }

    /// The same, together with something that a room above keeps in that turn.
    public Written erase(EntryId id, Together together) {
        return erase(id, Along.with(together));
    }

    private Written erase(EntryId id, Along along) {
        Optional<EntryRows.Row> row = row(id);
        Optional<Leaf> leaf = row.flatMap(one -> Leaf.read(one.leaf().bytes()));
        if (leaf.isEmpty()) {
            return access() instanceof Access.Out(ShutOut why)
                    ? new Written.Shut(why)
                    : new Written.Refused(NotWritten.NO_SUCH_ENTRY);
        }
        var says = new Erasure(id, Head.of(leaf.get())).body();
        Written came =
                tried(
                        new Writing(
                                What.of(Erasure.TYPE, says),
                                Map.of(),
                                Optional.of(row.get().number()),
                                along));
        if (came instanceof Written.Kept) {
            ground.store().fold();
        }
        return came;
    }

    private Written tried(Writing writing) {
        Written last = new Written.Refused(NotWritten.OVERTAKEN);
        for (int i = 0; i < CaseLimits.LEDGER_TRIES && isOvertaken(last); i++) {
            last =
                    switch (access()) {
                        case Access.Out(ShutOut why) -> new Written.Shut(why);
                        case Access.In(_, Epoch epoch) -> inEpoch(epoch, writing);
                    };
        }
        return last;
    }

    private static boolean isOvertaken(Written one) {
        return one instanceof Written.Refused(NotWritten why) && why == NotWritten.OVERTAKEN;
    }

    private Written inEpoch(Epoch epoch, Writing writing) {
        return switch (keys.of(epoch, parts.chain().now().past())) {
            case EpochKeys.Found.Not(ShutOut why) -> new Written.Shut(why);
            case EpochKeys.Found.Here(EpochKeys.Opened opened) -> {
                EntryContext context = parts.writer().fresh(epoch);
                var sealed =
                        new EntrySealer(ground.random())
                                .seal(entry(context, writing.what()), mine.signing());
                try (var key = sealed.key()) {
                    byte[] slot = opened.settled().seal(key, context, ground.random());
                    boolean opens =
                            EntryWriter.opens(sealed, context)
                                    && new EntryReader(epoch, parts.chain().now().past(), keys)
                                            .opens(settled(epoch, slot), context, sealed.leaf());
                    yield opens
                            ? put(
                                    fresh(context, sealed, settled(epoch, slot)),
                                    writing,
                                    writing.along().made(context, key))
                            : new Written.Refused(NotWritten.DOES_NOT_OPEN);
                }
            }
        };
    }

    private static EntryRows.SlotRow settled(Epoch epoch, byte[] slot) {
        return new EntryRows.SlotRow(epoch.number(), false, Octets.of(slot));
    }

    private static EntryRows.Fresh fresh(
            EntryContext context, EntrySealer.Sealed sealed, EntryRows.SlotRow slot) {
        return new EntryRows.Fresh(
                context.entry(), context.epoch().number(), sealed.entry(), sealed.leaf(), slot);
    }

    private Entry entry(EntryContext context, What what) {
        return new Entry(
                context,
                what.type(),
                author,
                Instant.ofEpochMilli(ground.clock().instant().toEpochMilli()),
                parts.writer().seen(place, context.epoch()),
                what.body(),
                what.evidence());
    }

    private Written put(EntryRows.Fresh fresh, Writing writing, Along.InTurn along) {
        return ground.store()
                .writer()
                .write(Lane.ORDINARY, turn -> written(turn, fresh, writing, along));
    }

    private Written written(Turn turn, EntryRows.Fresh fresh, Writing writing, Along.InTurn along) {
        var by = new EntryWriter.By.Member(author);
        Optional<Written> refused =
                parts.writer()
                        .refused(turn, place, fresh.epoch(), by)
                        .or(() -> writing.erases().flatMap(number -> unerasable(turn, number)))
                        .or(() -> along.refused(turn));
        if (refused.isPresent()) {
            return refused.get();
        }
        Written.Kept kept = parts.writer().kept(turn, place, fresh);
        EnclosureRows.put(turn, kept.number(), writing.beside());
        along.kept(turn, kept);
        writing.erases()
                .ifPresent(number ->
                        EntryRows.erase(
                                turn, parts.slots().rowOrNew(turn, place), number, kept.number()));
        return kept;
    }

    private Optional<Written> unerasable(Turn turn, long number) {
        long row = parts.slots().rowOrNew(turn, place);
        boolean isThere =
                EntryRows.byNumber(turn.handle(), row, number)
                        .filter(one -> one.erasedBy().isEmpty())
                        .isPresent();
        if (!isThere) {
            return Optional.of(new Written.Refused(NotWritten.ERASED_ALREADY));
        }
        return EntryRows.erasesAnother(turn.handle(), number)
                ? Optional.of(new Written.Refused(NotWritten.SAYS_ERASED))
                : Optional.empty();
    }

    @Override
    public void close() {
        keys.close();
    }
}
