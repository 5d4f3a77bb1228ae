package org.watchword.desk.ledger;

import java.util.Map;
import java.util.Optional;
import org.watchword.desk.vault.Unattended;
import org.watchword.formats.entry.AuthorKey;
import org.watchword.formats.entry.DataKey;
import org.watchword.formats.entry.Entry;
import org.watchword.formats.entry.EntryContext;
import org.watchword.formats.entry.EntryId;
import org.watchword.formats.entry.EntryOpener;
import org.watchword.formats.entry.Epoch;
import org.watchword.formats.entry.Head;
import org.watchword.formats.entry.KeyCommitment;
import org.watchword.formats.entry.Leaf;
import org.watchword.formats.slot.InboundSlot;
import org.watchword.formats.slot.Slot;

/// Opens the rows of one compartment for one member, and looks at everything about each before
/// anything of it comes out. It belongs to one thread.
final class EntryReader {
    private final Epoch now;
    private final Past past;
    private final EpochKeys keys;
    private final EntryOpener opener = new EntryOpener();

    /// @param now the epoch in which the compartment is
    EntryReader(Epoch now, Past past, EpochKeys keys) {
        this.now = now;
        this.past = past;
        this.keys = keys;
    }

    /// What came of looking for the key of an entry.
    sealed interface Key {
        /// Its owner closes it.
        record Here(DataKey key) implements Key {}

        record Not(Flaw why) implements Key {}
    }

    /// Reads one.
    ///
    /// @param erasing the rows that say that others were erased, by their number
    ReadEntry read(EntryRows.Row row, Map<Long, EntryRows.Row> erasing) {
        return row.erasedBy().isPresent()
                ? erased(row, Optional.ofNullable(erasing.get(row.erasedBy().getAsLong())))
                : opened(row);
    }

    private ReadEntry opened(EntryRows.Row row) {
        Optional<Leaf> leaf = Leaf.read(row.leaf().bytes());
        if (leaf.isEmpty()) {
            return shut(row, Flaw.OfRows.LEAF_SPOILT);
        }
        if (row.slot().isEmpty() || !isNumber(row.epoch())) {
            return shut(row, Flaw.OfRows.NO_SLOT);
        }
        EntryRows.SlotRow slot = row.slot().get();
        EntryContext context = context(row.epoch(), row.id());
        return switch (key(slot, context, leaf.get().keyCommitment())) {
            case Key.Not(Flaw why) -> shut(row, why);
            case Key.Here(DataKey key) -> {
                try (key) {
                    yield switch (opener.open(row.sealed(), leaf.get(), context, key)) {
                        case EntryOpener.Opened.Failed(var why) -> shut(row, new Flaw.OfEntry(why));
                        case EntryOpener.Opened.Whole(Entry entry) -> judged(row, slot, entry);
                    };
                }
            }
        };
    }

    static boolean isNumber(long epoch) {
        return epoch >= 0 && epoch <= Epoch.MOST;
    }

    EntryContext context(long epoch, EntryId id) {
        return new EntryContext(epoch(epoch), id);
    }

    private Epoch epoch(long number) {
        return new Epoch(now.organisation(), now.ofCase(), now.compartment(), number);
    }

    /// The key that a slot holds, if it is the one that the leaf commits to.
    Key key(EntryRows.SlotRow slot, EntryContext context, KeyCommitment commitment) {
        if (!isNumber(slot.epoch())) {
            return new Key.Not(Flaw.OfRows.KEY_NOT_GIVEN);
        }
        return switch (keys.of(epoch(slot.epoch()), past)) {
            case EpochKeys.Found.Not(ShutOut why) ->
                    new Key.Not(
                            why == ShutOut.KEY_SPOILT
                                    ? Flaw.OfRows.KEY_SPOILT
                                    : Flaw.OfRows.KEY_NOT_GIVEN);
            case EpochKeys.Found.Here(var epoch) -> {
                byte[] bytes = slot.slot().bytes();
                Slot<DataKey> opened =
                        slot.isInbound()
                                ? InboundSlot.open(bytes, context, epoch.key(), commitment)
                                : epoch.settled().open(bytes, context, commitment);
                yield switch (opened) {
                    case Slot.Shut<DataKey>(var why) -> new Key.Not(new Flaw.OfSlot(why));
                    case Slot.Open<DataKey>(DataKey key) -> new Key.Here(key);
                };
            }
        };
    }

    /// Whether a slot gives the key of this entry.
    boolean opens(EntryRows.SlotRow slot, EntryContext context, Leaf leaf) {
        return switch (key(slot, context, leaf.keyCommitment())) {
            case Key.Not _ -> false;
            case Key.Here(DataKey key) -> {
                key.close();
                yield true;
            }
        };
    }

    private ReadEntry judged(EntryRows.Row row, EntryRows.SlotRow slot, Entry entry) {
        AuthorKey author = entry.author();
        boolean unsettled = slot.isInbound() || slot.epoch() != now.number();
        if (past.desks().contains(author)) {
            Optional<Unattended> what = Unattended.of(entry.type());
            return what.isPresent()
                    ? new ReadEntry.Whole(
                            row.number(), entry, new WrittenBy.Desk(what.get()), unsettled)
                    : shut(row, Flaw.OfRows.NOT_FOR_THE_DESK);
        }
        return writtenBy(past, entry)
                .<ReadEntry>map(by -> new ReadEntry.Whole(row.number(), entry, by, unsettled))
                .orElseGet(() -> shut(row, Flaw.OfRows.UNKNOWN_AUTHOR));
    }

    /// Which person wrote it; empty for a key that was nobody's.
    static Optional<WrittenBy> writtenBy(Past past, Entry entry) {
        AuthorKey author = entry.author();
        boolean isMember = past.read(author, entry.context().epoch());
        return past.account(author)
                .map(account ->
                        isMember
                                ? new WrittenBy.Member(account)
                                : new WrittenBy.Colleague(account));
    }

    /// Whoever writes rows can mark one as erased; only an entry that says so makes it true.
    private ReadEntry erased(EntryRows.Row row, Optional<EntryRows.Row> by) {
        Optional<Leaf> leaf = Leaf.read(row.leaf().bytes());
        if (leaf.isEmpty()) {
            return shut(row, Flaw.OfRows.LEAF_SPOILT);
        }
        var erasure = new Erasure(row.id(), Head.of(leaf.get()));
        return by.filter(one -> one.erasedBy().isEmpty())
                .map(this::opened)
                .filter(one -> one instanceof ReadEntry.Whole whole && says(whole, erasure))
                .<ReadEntry>map(
                        one -> new ReadEntry.Erased(row.number(), row.id(), (ReadEntry.Whole) one))
                .orElseGet(() -> shut(row, Flaw.OfRows.ERASED_BY_NOBODY));
    }

    private static boolean says(ReadEntry.Whole by, Erasure erasure) {
        return switch (by.by()) {
            case WrittenBy.Member _, WrittenBy.Desk _ ->
                    by.entry().type().equals(Erasure.TYPE) && erasure.isSaidBy(by.entry().body());
            case WrittenBy.Colleague _ -> false;
        };
    }

    private static ReadEntry.Shut shut(EntryRows.Row row, Flaw why) {
        return new ReadEntry.Shut(row.number(), row.id(), why);
    }
}
