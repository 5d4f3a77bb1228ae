package org.watchword.desk.ledger;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    /// What came of a row before anybody looked at the signature.
    private sealed interface Begun {
        record Here(EntryOpener.Begun entry, boolean isUnsettled) implements Begun {}

        record Not(Flaw why) implements Begun {}
    }

    /// Opens one that was not erased.
    ReadEntry opened(EntryRows.Row row) {
        return opened(List.of(row)).getFirst();
    }

    /// Opens some that were not erased, in the same order: many are verified together.
    List<ReadEntry> opened(List<EntryRows.Row> rows) {
        List<Begun> begun = rows.stream().map(this::begun).toList();
        Iterator<EntryOpener.Opened> verified =
                opener.verified(
                                begun.stream()
                                        .flatMap(one ->
                                                one instanceof Begun.Here(var entry, _)
                                                        ? Stream.of(entry)
                                                        : Stream.empty())
                                        .toList())
                        .iterator();
        List<ReadEntry> opened = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            EntryRows.Row row = rows.get(i);
            opened.add(
                    switch (begun.get(i)) {
                        case Begun.Not(Flaw why) -> shut(row, why);
                        case Begun.Here(_, boolean isUnsettled) ->
                                ended(row, verified.next(), isUnsettled);
                    });
        }
        return opened;
    }

    private Begun begun(EntryRows.Row row) {
        Optional<Leaf> leaf = Leaf.read(row.leaf().bytes());
        if (leaf.isEmpty()) {
            return new Begun.Not(Flaw.OfRows.LEAF_SPOILT);
        }
        if (row.slot().isEmpty() || !isNumber(row.epoch())) {
            return new Begun.Not(Flaw.OfRows.NO_SLOT);
        }
        EntryRows.SlotRow slot = row.slot().get();
        EntryContext context = context(row.epoch(), row.id());
        return switch (key(slot, context, leaf.get().keyCommitment())) {
            case Key.Not(Flaw why) -> new Begun.Not(why);
            case Key.Here(DataKey key) -> {
                try (key) {
                    yield new Begun.Here(
                            opener.begin(row.sealed(), leaf.get(), context, key),
                            isUnsettled(slot));
                }
            }
        };
    }

    private ReadEntry ended(EntryRows.Row row, EntryOpener.Opened opened, boolean isUnsettled) {
        return switch (opened) {
            case EntryOpener.Opened.Failed(var why) -> shut(row, new Flaw.OfEntry(why));
            case EntryOpener.Opened.Whole(Entry entry) -> judged(row.number(), entry, isUnsettled);
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

    /// What stands in a row of which this reader remembers what it says; empty where he could not
    /// open it now, whatever he remembers.
    Optional<ReadEntry> remembered(ShownRows.Shown row, Entry entry) {
        if (row.slot().isEmpty()) {
            return Optional.empty();
        }
        ShownRows.Lies slot = row.slot().get();
        boolean opens =
                isNumber(slot.epoch())
                        && keys.of(epoch(slot.epoch()), past) instanceof EpochKeys.Found.Here;
        return opens
                ? Optional.of(
                        judged(row.number(), entry, isUnsettled(slot.epoch(), slot.isInbound())))
                : Optional.empty();
    }

    private boolean isUnsettled(EntryRows.SlotRow slot) {
        return isUnsettled(slot.epoch(), slot.isInbound());
    }

    private boolean isUnsettled(long epoch, boolean isInbound) {
        return isInbound || epoch != now.number();
    }

    private ReadEntry judged(long number, Entry entry, boolean unsettled) {
        AuthorKey author = entry.author();
        EntryId id = entry.context().entry();
        if (past.desks().contains(author)) {
            Optional<Unattended> what = Unattended.of(entry.type());
            return what.isPresent()
                    ? new ReadEntry.Whole(number, entry, new WrittenBy.Desk(what.get()), unsettled)
                    : new ReadEntry.Shut(number, id, Flaw.OfRows.NOT_FOR_THE_DESK);
        }
        return writtenBy(past, entry)
                .<ReadEntry>map(by -> new ReadEntry.Whole(number, entry, by, unsettled))
                .orElseGet(() -> new ReadEntry.Shut(number, id, Flaw.OfRows.UNKNOWN_AUTHOR));
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
    ///
    /// @param by the entry that is said to say so, if it is there
    static ReadEntry erased(ShownRows.Shown row, Optional<ReadEntry> by) {
        Optional<Leaf> leaf = Leaf.read(row.leaf().bytes());
        if (leaf.isEmpty()) {
            return new ReadEntry.Shut(row.number(), row.id(), Flaw.OfRows.LEAF_SPOILT);
        }
        var erasure = new Erasure(row.id(), Head.of(leaf.get()));
        return by.filter(one -> one instanceof ReadEntry.Whole whole && says(whole, erasure))
                .<ReadEntry>map(
                        one -> new ReadEntry.Erased(row.number(), row.id(), (ReadEntry.Whole) one))
                .orElseGet(() ->
                        new ReadEntry.Shut(row.number(), row.id(), Flaw.OfRows.ERASED_BY_NOBODY));
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
