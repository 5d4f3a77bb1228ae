package org.watchword.desk.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import org.watchword.desk.basis.Deadlines;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.Pace;
import org.watchword.desk.basis.Threads;

/// All armed timers, and the one round that fires them.
///
/// When each is due, {@link Deadlines} says: a wall clock set back delays none, and one that leaps
/// ahead brings nearer what it has come nearer to. Stale entries do no harm: a firing is a turn
/// with the timer's generation, and the alarm in the table decides.
final class Timers implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final DeskClock clock;
    private final Firing firing;
    private final Runnable look;
    private final Pace.Beat beat;
    private final PriorityQueue<Armed> heap =
            new PriorityQueue<>(
                    Comparator.comparingLong(Armed::deadline)
                            .thenComparingLong(armed -> armed.timer().generation()));
    private final Deadlines deadlines;
    private int firingNow;
    private boolean closed;

    /// Fires a timer. The future tells whether the turn was kept.
    @FunctionalInterface
    interface Firing {
        CompletableFuture<?> fire(AlarmId alarm, Alarm.Timer timer);
    }

    /// @param instant that it is meant for, in nanoseconds since 1970
    private record Armed(AlarmId alarm, Alarm.Timer timer, long deadline, long instant) {
        Armed after(Deadlines.Leap leap) {
            return new Armed(alarm, timer, leap.deadline(deadline, instant), leap.instant(instant));
        }
    }

    /// @param look called about once a second, between the firings
    Timers(DeskClock clock, Firing firing, Runnable look) {
        this(clock, firing, look, Threads.PACE);
    }

    Timers(DeskClock clock, Firing firing, Runnable look, Pace pace) {
        this.clock = clock;
        this.firing = firing;
        this.look = look;
        this.beat = pace.beat("timers", _ -> round());
        this.deadlines = new Deadlines(clock);
    }

    void start() {
        clock.onMoved(this::wake);
        beat.start();
    }

    /// The newest instant that lies in the rows at a start.
    synchronized void knowing(Instant newest) {
        deadlines.knowing(newest);
    }

    void arm(AlarmId alarm, Alarm.Timer timer, Duration wait) {
        synchronized (this) {
            follow();
            long deadline = deadlines.of(timer.at(), wait);
            heap.add(new Armed(alarm, timer, deadline, Deadlines.nanos(timer.at())));
        }
        wake();
    }

    private void wake() {
        beat.wake();
    }

    /// When the next one fires, on the wall clock; empty when none is armed.
    synchronized Optional<Instant> nextDue() {
        return Optional.ofNullable(heap.peek()).map(armed -> deadlines.instant(armed.deadline()));
    }

    /// Whether nothing is due and nothing is being fired.
    synchronized boolean isIdle() {
        Armed first = heap.peek();
        boolean due = first != null && first.deadline() <= deadlines.now();
        return firingNow == 0 && !due && !deadlines.isMoved();
    }

    private Optional<Pace.Rest> round() {
        if (isClosed()) {
            return Optional.empty();
        }
        takeDue().forEach(this::fire);
        look.run();
        return Optional.of(rest());
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized Pace.Rest rest() {
        Armed first = heap.peek();
        return first == null
                ? Pace.Rest.looking(LOOK_EVERY)
                : new Pace.Rest(
                        Duration.ofNanos(Math.max(0, first.deadline() - deadlines.now())),
                        LOOK_EVERY);
    }

    private void follow() {
        deadlines
                .follow()
                .ifPresent(leap -> {
                    List<Armed> anew = heap.stream().map(one -> one.after(leap)).toList();
                    heap.clear();
                    heap.addAll(anew);
                });
    }

    private synchronized List<Armed> takeDue() {
        follow();
        long now = deadlines.now();
        var due = new ArrayList<Armed>();
        for (Armed a = heap.peek(); a != null && a.deadline() <= now; a = heap.peek()) {
            due.add(heap.remove());
        }
        firingNow += due.size();
        return due;
    }

    /// What could not be kept is fired again: nothing but a kept turn takes a timer away.
    private void fire(Armed armed) {
        try {
            var _ =
                    firing.fire(armed.alarm(), armed.timer())
                            .whenComplete((_, trouble) -> fired(armed, trouble != null));
        } catch (RuntimeException e) {
            fired(armed, true);
        }
    }

    private void fired(Armed armed, boolean lost) {
        synchronized (this) {
            firingNow--;
            if (lost && !closed) {
                Instant again = clock.instant().plus(RETRY);
                long deadline = deadlines.now() + RETRY.toNanos();
                heap.add(new Armed(armed.alarm(), armed.timer(), deadline, Deadlines.nanos(again)));
            }
        }
        wake();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        wake();
        beat.ended(LOOK_EVERY.multipliedBy(5));
    }
}
