package org.watchword.desk.watch.timer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.forgetting.Forgetful;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.watch.AlarmId;
import org.watchword.desk.watch.DueReminder;
import org.watchword.desk.watch.Ladder;
import org.watchword.desk.watch.Watch;

/// The room's front: timers that ring by themselves and mean nothing here.
public final class PlantedTimers {
    private static final Logger LOG = LoggerFactory.getLogger(PlantedTimers.class);

    private final Store store;
    private final Watch watch;
    private final Furthest furthest;
    private final Set<TimerRows.Due> underWay = ConcurrentHashMap.newKeySet();

    public PlantedTimers(Store store, Watch watch, DeskClock clock) {
        this.store = store;
        this.watch = watch;
        this.furthest = new Furthest(clock);
    }

    /// Takes up every timer where it stands, after the watch has begun. What is overdue rings at
    /// once.
    public void start() {
        furthest.knowing(store.read(watch.alarms()::lastTouched));
        watch.alsoLook(this::look);
        look();
    }

    /// Why a timer cannot be planted; empty when it can.
    public Optional<Sentence> problem(Handle handle, NewTimer timer) {
        Instant now = furthest.now().wall();
        Instant latest = now.plus(CaseLimits.TIMER_AHEAD);
        if (!timer.at().getFirst().isAfter(now)) {
            return Optional.of(Sentence.of("timer.refused.past"));
        }
        if (timer.at().getLast().isAfter(latest)) {
            return Optional.of(Sentence.of("timer.refused.far"));
        }
        if (!isLadder(handle, timer)) {
            return Optional.of(Sentence.of("timer.refused.ladder"));
        }
        return TimerRows.pending(handle) + timer.at().size() > CaseLimits.TIMERS_PENDING
                ? Optional.of(Sentence.of("timer.refused.many", "most", CaseLimits.TIMERS_PENDING))
                : Optional.empty();
    }

    private boolean isLadder(Handle handle, NewTimer timer) {
        return watch.ladders().all(handle).stream()
                .map(Ladder::id)
                .anyMatch(timer.ladder()::equals);
    }

    /// Plants a timer in the caller's turn; it rings only if that turn is kept. The same id is
    /// planted once.
    ///
    /// @return why it was not; empty when it was
    public Optional<Sentence> plant(Turn turn, NewTimer timer) {
        Optional<Sentence> problem = problem(turn.handle(), timer);
        if (problem.isEmpty()) {
            TimerRows.insert(turn, timer, furthest.now().behind());
        }
        return problem;
    }

    /// What of it has not rung by the time this turn is kept rings no more. An alarm that rang
    /// stays, until people end it.
    public void cancel(Turn turn, TimerId id) {
        TimerRows.cancel(turn, id);
    }

    /// Its instants, the first first: those to come, and those that rang until their alarm loses
    /// its words. Empty when there is no such timer.
    public List<TimerRing> rings(Handle handle, TimerId id) {
        return TimerRows.rings(handle, id);
    }

    /// The timers that rang as this alarm; empty for any other.
    public List<TimerId> rangAs(Handle handle, AlarmId alarm) {
        return TimerRows.of(handle, alarm);
    }

    /// What it keeps for a while only.
    public static List<Forgetful> forgets() {
        return List.of(TimersForgotten.RANG);
    }

    /// Whether nothing is due.
    boolean isIdle() {
        Furthest.Now now = furthest.now();
        return underWay.isEmpty() && store.read(handle -> TimerRows.due(handle, now)).isEmpty();
    }

    /// Hands what is due to the writer. Each piece is kept whole or not at all, and holds up no
    /// other; what was not kept is looked for again.
    void look() {
        Furthest.Now now = furthest.now();
        for (TimerRows.Due due : store.read(handle -> TimerRows.due(handle, now))) {
            if (underWay.stream().noneMatch(due::ringsWith) && underWay.add(due)) {
                ring(due, now);
            }
        }
    }

    private void ring(TimerRows.Due due, Furthest.Now now) {
        var _ =
                store.writer()
                        .submit(Lane.FIRST, turn -> rang(turn, due, now))
                        .whenComplete((_, trouble) -> {
                            underWay.remove(due);
                            if (trouble != null) {
                                LOG.error(
                                        "a timer could not ring yet: {}",
                                        trouble.getClass().getSimpleName());
                            }
                        });
    }

    /// Not all of what was due when somebody looked may still be there.
    private boolean rang(Turn turn, TimerRows.Due seen, Furthest.Now now) {
        Optional<TimerRows.Due> due =
                TimerRows.due(turn.handle(), now).stream().filter(seen::ringsWith).findFirst();
        due.ifPresent(one -> {
            Instant since = one.first().isAfter(now.wall()) ? now.wall() : one.first();
            var reminder = new DueReminder(one.text().says(), one.ladder(), since, one.late());
            TimerRows.rang(turn, one, now, watch.alarms().reminder(turn, reminder));
        });
        return due.isPresent();
    }
}
