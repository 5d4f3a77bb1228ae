package org.watchword.desk.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchword.desk.store.Store;
import org.watchword.formats.entry.Epoch;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.CaseCompartment;
import org.watchword.formats.slot.EpochAddress;
import org.watchword.formats.slot.EpochKey;
import org.watchword.formats.slot.EpochSlot;
import org.watchword.formats.slot.ReadingKey;
import org.watchword.formats.slot.SettledSlots;
import org.watchword.formats.slot.Slot;

/// The keys of a compartment's epochs, as far as one member has them. Each is opened when it is
/// first asked for, and only the one that the chain names comes out. Two lanes may ask at once.
/// Once they are closed none comes out any more.
final class EpochKeys implements AutoCloseable {
    private final Store store;
    private final SlotRows rows;
    private final CaseCompartment place;
    private final AccountNumber member;
    private Optional<ReadingKey> with;
    private final Map<Long, Opened> opened = new HashMap<>();

    EpochKeys(
            Store store,
            SlotRows rows,
            CaseCompartment place,
            AccountNumber member,
            ReadingKey with) {
        this.store = store;
        this.rows = rows;
        this.place = place;
        this.member = member;
        this.with = Optional.of(with);
    }

    /// An epoch that a member reads.
    record Opened(EpochKey key, SettledSlots settled) {}

    /// What came of looking for a key.
    sealed interface Found {
        record Here(Opened opened) implements Found {}

        record Not(ShutOut why) implements Found {}
    }

    synchronized Found of(Epoch epoch, Past past) {
        Opened before = opened.get(epoch.number());
        if (before != null) {
            return new Found.Here(before);
        }
        if (with.isEmpty()) {
            return new Found.Not(ShutOut.KEY_NOT_GIVEN);
        }
        Optional<EpochAddress> address = past.address(epoch);
        Optional<SlotRows.EpochSlotRow> row =
                mine().stream().filter(one -> one.epoch() == epoch.number()).findFirst();
        if (address.isEmpty() || row.isEmpty()) {
            return new Found.Not(ShutOut.KEY_NOT_GIVEN);
        }
        return switch (EpochSlot.open(row.get().slot().bytes(), address.get(), with.get())) {
            case Slot.Shut<EpochKey> _ -> new Found.Not(ShutOut.KEY_SPOILT);
            case Slot.Open<EpochKey>(EpochKey key) -> {
                var one = new Opened(key, new SettledSlots(key));
                opened.put(epoch.number(), one);
                yield new Found.Here(one);
            }
        };
    }

    /// All that open.
    List<Opened> all(Epoch now, Past past) {
        var all = new ArrayList<Opened>();
        for (SlotRows.EpochSlotRow row : mine()) {
            if (row.epoch() >= 0 && row.epoch() <= now.number()) {
                var epoch =
                        new Epoch(now.organisation(), now.ofCase(), now.compartment(), row.epoch());
                if (of(epoch, past) instanceof Found.Here(Opened one)) {
                    all.add(one);
                }
            }
        }
        return all;
    }

    /// Opens all that open, and lets go of the account's key: from now on there are these and no
    /// others, for work that outlives the request which brought it.
    synchronized void standAlone(Epoch now, Past past) {
        var _ = all(now, past);
        with = Optional.empty();
    }

    private List<SlotRows.EpochSlotRow> mine() {
        return store.read(handle -> rows.of(handle, place, member));
    }

    @Override
    public synchronized void close() {
        for (Opened one : opened.values()) {
            one.settled().close();
            one.key().close();
        }
        opened.clear();
        with = Optional.empty();
    }
}
