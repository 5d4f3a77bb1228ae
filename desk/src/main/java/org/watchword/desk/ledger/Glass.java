package org.watchword.desk.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.formats.entry.DataKey;
import org.watchword.formats.entry.EntryContext;
import org.watchword.formats.entry.EntryId;
import org.watchword.formats.entry.Epoch;
import org.watchword.formats.entry.Leaf;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.CaseCompartment;
import org.watchword.formats.membership.Keys;
import org.watchword.formats.membership.Membership;
import org.watchword.formats.slot.AccountKeys;
import org.watchword.formats.slot.GlassContext;
import org.watchword.formats.slot.GlassSlots;

/// Entries behind glass: beside the members, a few holders open each, none of them alone and not
/// the desk alone. A holder need not be a member, and no member need be there.
public final class Glass {
    private final Ledger.Ground ground;
    private final Ledger.Parts parts;
    private final Additions additions;
    private final GlassRows rows;

    Glass(Ledger.Ground ground, Ledger.Parts parts, Additions additions) {
        this.ground = ground;
        this.parts = parts;
        this.additions = additions;
        this.rows = new GlassRows(parts.slots());
    }

    /// Puts an entry behind glass for these holders, by somebody who reads it: each gets halves of
    /// his own, drawn now, and whoever held it before and is not among them holds it no longer.
    ///
    /// @param with what is to stand in the same turn
    public Written mark(
            OpenCompartment open, EntryId id, Set<AccountNumber> holders, Consumer<Turn> with) {
        Written last = new Written.Refused(NotWritten.OVERTAKEN);
        for (int i = 0; i < CaseLimits.LEDGER_TRIES && isOvertaken(last); i++) {
            last =
                    switch (open.access()) {
                        case Access.Out(ShutOut why) -> new Written.Shut(why);
                        case Access.In(_, Epoch epoch) -> marked(open, epoch, id, holders, with);
                    };
        }
        return last;
    }

    private static boolean isOvertaken(Written one) {
        return one instanceof Written.Refused(NotWritten why) && why == NotWritten.OVERTAKEN;
    }

    private Written marked(
            OpenCompartment open,
            Epoch epoch,
            EntryId id,
            Set<AccountNumber> holders,
            Consumer<Turn> with) {
        Chain.State state = parts.chain().now();
        Membership now = state.membership().orElseThrow();
        if (!now.isTheDesk(ground.vault().deskWriting().author())) {
            return new Written.Refused(NotWritten.DESK_NOT_NAMED);
        }
        Map<AccountNumber, Keys> to = keys(now, holders);
        if (to.size() < holders.size()) {
            return new Written.Refused(NotWritten.NO_HOLDER);
        }
        Optional<EntryRows.Row> row = entry(open.place(), id);
        Optional<NotWritten> unfit = unfit(row);
        if (unfit.isPresent()) {
            return new Written.Refused(unfit.get());
        }
        Leaf leaf = Leaf.read(row.get().leaf().bytes()).orElseThrow();
        var reader = new EntryReader(epoch, state.past(), open.keys());
        EntryContext context = reader.context(row.get().epoch(), id);
        return switch (reader.key(row.get().slot().get(), context, leaf.keyCommitment())) {
            case EntryReader.Key.Not _ -> new Written.Refused(NotWritten.DOES_NOT_OPEN);
            case EntryReader.Key.Here(DataKey key) -> {
                try (key) {
                    var halves = halves(key, context, to);
                    var marking = new Marking(row.get().number(), id, to, halves);
                    yield ground.store()
                            .writer()
                            .write(Lane.ORDINARY, turn -> kept(turn, open, marking, with));
                }
            }
        };
    }

    /// Why an entry cannot be put behind glass, whoever reads it.
    private static Optional<NotWritten> unfit(Optional<EntryRows.Row> row) {
        if (row.flatMap(one -> Leaf.read(one.leaf().bytes())).isEmpty()) {
            return Optional.of(NotWritten.NO_SUCH_ENTRY);
        }
        if (row.get().erasedBy().isPresent()) {
            return Optional.of(NotWritten.ERASED_ALREADY);
        }
        boolean hasSlot = row.get().slot().isPresent() && EntryReader.isNumber(row.get().epoch());
        return hasSlot ? Optional.empty() : Optional.of(NotWritten.DOES_NOT_OPEN);
    }

    private static Map<AccountNumber, Keys> keys(Membership now, Set<AccountNumber> of) {
        var keys = new HashMap<AccountNumber, Keys>();
        of.forEach(one -> now.keys(one).ifPresent(found -> keys.put(one, found)));
        return keys;
    }

    private Optional<EntryRows.Row> entry(CaseCompartment place, EntryId id) {
        return ground.store().read(handle -> entry(handle, place, id));
    }

    private Optional<EntryRows.Row> entry(Handle handle, CaseCompartment place, EntryId id) {
        OptionalLong compartment = parts.slots().row(handle, place);
        return compartment.isEmpty()
                ? Optional.empty()
                : EntryRows.byId(handle, compartment.getAsLong(), id);
    }

    private Map<AccountNumber, GlassSlots.Pair> halves(
            DataKey key, EntryContext context, Map<AccountNumber, Keys> to) {
        var halves = new HashMap<AccountNumber, GlassSlots.Pair>();
        to.forEach((holder, keys) ->
                halves.put(
                        holder,
                        ground.vault()
                                .deskHalves()
                                .seal(key, new GlassContext(context, keys.reading()))));
        return halves;
    }

    /// What is to stand, made for these keys.
    private record Marking(
            long number,
            EntryId id,
            Map<AccountNumber, Keys> to,
            Map<AccountNumber, GlassSlots.Pair> halves) {}

    private Written kept(Turn turn, OpenCompartment open, Marking marking, Consumer<Turn> with) {
        if (open.access(turn) instanceof Access.Out(ShutOut why)) {
            return new Written.Shut(why);
        }
        Membership now = parts.chain().in(turn).membership().orElseThrow();
        boolean same = keys(now, marking.to().keySet()).equals(marking.to());
        boolean isThere =
                entry(turn.handle(), open.place(), marking.id())
                        .filter(one -> one.erasedBy().isEmpty())
                        .isPresent();
        if (!same || !isThere) {
            return new Written.Refused(NotWritten.OVERTAKEN);
        }
        GlassRows.drop(turn, marking.number());
        marking.halves()
                .forEach((holder, halves) ->
                        rows.put(turn, open.place(), marking.number(), holder, halves));
        with.accept(turn);
        return new Written.Kept(marking.id(), marking.number());
    }

    /// Takes an entry from behind the glass: members alone open it.
    public void unmark(Turn turn, GlassEntry which) {
        entry(turn.handle(), which.place(), which.entry())
                .ifPresent(row -> GlassRows.drop(turn, row.number()));
    }

    /// Who holds it, and is in force.
    public Set<AccountNumber> holders(Handle handle, GlassEntry which) {
        Optional<Membership> now = parts.chain().in(handle).membership();
        Optional<EntryRows.Row> row = entry(handle, which.place(), which.entry());
        return now.isEmpty() || row.isEmpty()
                ? Set.of()
                : rows.holders(
                        handle,
                        which.place(),
                        row.get().number(),
                        now.get().accounts().stream()
                                .filter(one -> now.get().keys(one).isPresent())
                                .toList());
    }

    /// Opens it for a holder together with the desk. Why, and that it was opened, stands before the
    /// desk's half comes out: in the compartment as the desk's entry, and wherever the reason keeps
    /// it. From then on new halves are due.
    public <R> GlassCame<R> open(GlassEntry which, AccountKeys by, GlassReason<R> why) {
        var opening =
                new GlassOpening<>(
                        ground, parts, additions, new GlassOpening.Asked<>(which, by, why));
        GlassCame<R> last = opening.once();
        for (int i = 1; i < CaseLimits.LEDGER_TRIES && isOvertaken(last); i++) {
            last = opening.once();
        }
        return last;
    }

    private static boolean isOvertaken(GlassCame<?> one) {
        return one instanceof GlassCame.Refused<?>(NotWritten why) && why == NotWritten.OVERTAKEN;
    }
}
