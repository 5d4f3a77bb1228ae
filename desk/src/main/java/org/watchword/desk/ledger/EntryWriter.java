package org.watchword.desk.ledger;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.AuthorKey;
import org.watchword.formats.entry.EntryContext;
import org.watchword.formats.entry.EntryId;
import org.watchword.formats.entry.EntryOpener;
import org.watchword.formats.entry.EntrySealer;
import org.watchword.formats.entry.Epoch;
import org.watchword.formats.entry.Head;
import org.watchword.formats.entry.Leaf;
import org.watchword.formats.entry.Seen;
import org.watchword.formats.membership.CaseCompartment;
import org.watchword.formats.membership.Compartment;
import org.watchword.formats.membership.Membership;

/// Puts sealed entries into the rows, in a turn that looks once more whether their author may write
/// there and the epoch is still the one that they are sealed for.
final class EntryWriter {
    /// As many as an author may name; what came last is what everybody has seen.
    private static final int HEADS = 8;

    private final Store store;
    private final Chain chain;
    private final SlotRows slots;
    private final SecureRandom random;

    EntryWriter(Ledger.Ground ground, Chain chain, SlotRows slots) {
        this.store = ground.store();
        this.chain = chain;
        this.slots = slots;
        this.random = ground.random();
    }

    /// Who is to have written what is put.
    sealed interface By {
        /// A member, by a settled slot.
        record Member(AuthorKey author) implements By {}

        /// Anybody in force, by an inbound one.
        record Anybody(AuthorKey author) implements By {}

        /// The desk, by an inbound one.
        record Desk(AuthorKey author) implements By {}
    }

    EntryContext fresh(Epoch epoch) {
        byte[] id = new byte[EntryId.BYTES];
        random.nextBytes(id);
        return new EntryContext(epoch, new EntryId(Octets.of(id)));
    }

    /// The last heads of a compartment. An author names them whether he read those entries or not:
    /// they stand there before his.
    Seen seen(CaseCompartment place, Epoch epoch) {
        var heads = new TreeSet<Head>();
        for (Octets leaf : lastLeaves(place)) {
            Leaf.read(leaf.bytes()).map(Head::of).ifPresent(heads::add);
        }
        return heads.isEmpty() ? Seen.nothingIn(epoch) : new Seen(List.copyOf(heads));
    }

    private List<Octets> lastLeaves(CaseCompartment place) {
        return store.read(handle -> {
            OptionalLong row = slots.row(handle, place);
            return row.isEmpty() ? List.of() : EntryRows.lastLeaves(handle, row.getAsLong(), HEADS);
        });
    }

    /// Whether what was sealed opens again: it is verified before it is written.
    static boolean opens(EntrySealer.Sealed sealed, EntryContext context) {
        return new EntryOpener().open(sealed.entry(), sealed.leaf(), context, sealed.key())
                instanceof EntryOpener.Opened.Whole;
    }

    Written put(CaseCompartment place, EntryRows.Fresh fresh, By by) {
        return store.writer()
                .write(
                        Lane.ORDINARY,
                        turn ->
                                refused(turn, place, fresh.epoch(), by)
                                        .orElseGet(() -> kept(turn, place, fresh)));
    }

    Written.Kept kept(Turn turn, CaseCompartment place, EntryRows.Fresh fresh) {
        long number = EntryRows.insert(turn, slots.rowOrNew(turn, place), fresh);
        return new Written.Kept(fresh.id(), number);
    }

    /// Why it may not be written in this turn.
    Optional<Written> refused(Turn turn, CaseCompartment place, long epoch, By by) {
        Chain.State state = chain.in(turn);
        return switch (state.standing()) {
            case ChainStanding.NotFounded _ -> shut(ShutOut.NOT_FOUNDED);
            case ChainStanding.Broken _ -> shut(ShutOut.CHAIN_BROKEN);
            case ChainStanding.Whole(Membership now) -> {
                Optional<Compartment> there = now.compartment(place);
                if (there.isEmpty()) {
                    yield shut(ShutOut.NO_COMPARTMENT);
                }
                Optional<Written> who = refused(now, state.past(), there.get(), by);
                yield who.isPresent() || there.get().epoch() == epoch
                        ? who
                        : Optional.of(new Written.Refused(NotWritten.OVERTAKEN));
            }
        };
    }

    private static Optional<Written> refused(Membership now, Past past, Compartment there, By by) {
        if (there.members().isEmpty()) {
            return Optional.of(new Written.Refused(NotWritten.NO_READER));
        }
        return switch (by) {
            case By.Desk(AuthorKey author) ->
                    now.isTheDesk(author)
                            ? Optional.empty()
                            : Optional.of(new Written.Refused(NotWritten.DESK_NOT_NAMED));
            case By.Anybody(AuthorKey author) ->
                    Access.inForce(now, past, author).isPresent()
                            ? Optional.empty()
                            : shut(ShutOut.NOT_IN_FORCE);
            case By.Member(AuthorKey author) -> {
                var account = Access.inForce(now, past, author);
                if (account.isEmpty()) {
                    yield shut(ShutOut.NOT_IN_FORCE);
                }
                if (!there.members().contains(account.get())) {
                    yield shut(ShutOut.NOT_A_MEMBER);
                }
                yield there.isRekeyPending()
                        ? Optional.of(new Written.Refused(NotWritten.REKEY_DUE))
                        : Optional.empty();
            }
        };
    }

    private static Optional<Written> shut(ShutOut why) {
        return Optional.of(new Written.Shut(why));
    }
}
