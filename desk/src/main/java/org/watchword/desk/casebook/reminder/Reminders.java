package org.watchword.desk.casebook.reminder;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.ledger.EntryAt;
import org.watchword.desk.ledger.Together;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Turn;
import org.watchword.desk.watch.AlarmId;
import org.watchword.desk.watch.Ladder;
import org.watchword.desk.watch.LadderId;
import org.watchword.desk.watch.Ladders;
import org.watchword.desk.watch.timer.NewTimer;
import org.watchword.desk.watch.timer.PlantedTimers;
import org.watchword.desk.watch.timer.TimerId;
import org.watchword.desk.watch.timer.TimerRing;
import org.watchword.formats.entry.CaseId;
import org.watchword.formats.entry.EntryId;
import org.watchword.formats.membership.CaseCompartment;

/// The room's front: plants and ends timers together with the entries that they are for.
public final class Reminders {
    private final Ground ground;
    private final PointerRows rows;

    public Reminders(Ground ground) {
        this.ground = ground;
        this.rows = new PointerRows(ground.seal());
    }

    /// What the room stands on.
    ///
    /// @param random must be one that nobody can foretell
    public record Ground(
            Store store,
            FieldSeal seal,
            PlantedTimers timers,
            Ladders ladders,
            RandomGenerator random) {}

    /// The number of a timer that is to be.
    public TimerId fresh() {
        return TimerId.fresh(ground.random());
    }

    /// Why a timer cannot be planted; empty when it can.
    public Optional<Sentence> problem(NewTimer timer) {
        return ground.store().read(handle -> ground.timers().problem(handle, timer));
    }

    /// Plants a timer together with the entry that it is for. The same timer is planted once.
    public Together planting(CaseCompartment place, NewTimer timer) {
        return (turn, entry) -> {
            boolean plants =
                    !rows.isThere(turn.handle(), timer.id())
                            && ground.timers().plant(turn, timer).isEmpty();
            if (plants) {
                rows.insert(turn, new Pointer(timer.id(), new EntryAt(place, entry)));
            }
            return plants;
        };
    }

    /// Ends a timer together with the entry that says so. Whoever comes second writes none.
    public Together ending(TimerId timer) {
        return (turn, _) -> ends(turn, timer);
    }

    /// Ends the timer of an entry together with its erasing; for any other entry, does nothing.
    public Together erasing(EntryId entry) {
        Optional<TimerId> timer =
                ground.store().read(rows::all).stream()
                        .filter(one -> one.entry().entry().equals(entry))
                        .map(Pointer::timer)
                        .findFirst();
        return (turn, _) -> {
            timer.ifPresent(one -> ends(turn, one));
            return true;
        };
    }

    private boolean ends(Turn turn, TimerId timer) {
        boolean wasOpen = PointerRows.remove(turn, timer);
        if (wasOpen) {
            ground.timers().cancel(turn, timer);
        }
        return wasOpen;
    }

    /// The open ones of a case, as they were set.
    public List<Pointer> of(CaseId ofCase) {
        return ground.store().read(rows::all).stream()
                .filter(one -> one.entry().place().ofCase().equals(ofCase))
                .toList();
    }

    /// What a timer is for; empty when that is done, or erased.
    public Optional<Pointer> of(TimerId timer) {
        return ground.store().read(handle -> rows.find(handle, timer));
    }

    /// Whether a timer was planted and is not ended.
    public boolean isOpen(TimerId timer) {
        return ground.store().read(handle -> rows.isThere(handle, timer));
    }

    /// When a timer rings, and as what it rang.
    public List<TimerRing> rings(TimerId timer) {
        return ground.store().read(handle -> ground.timers().rings(handle, timer));
    }

    /// The timers that rang as an alarm; empty for any other alarm.
    public List<TimerId> rangAs(AlarmId alarm) {
        return ground.store().read(handle -> ground.timers().rangAs(handle, alarm));
    }

    public List<Ladder> ladders() {
        return ground.ladders().all();
    }

    /// Whom each ladder would ring now, step by step.
    public Map<LadderId, List<PersonId>> rungNow() {
        return ground.store().read(ground.ladders()::rungNow);
    }
}
