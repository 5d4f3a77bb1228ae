package org.watchword.desk.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.Pace;
import org.watchword.desk.basis.Threads;

/// All armed timers, and the one round that fires them.
///
/// Each is kept by its deadline on the clock that only runs forward, measured from the wait that
/// the engine gave; a wall clock set back therefore delays none, and one that jumps ahead brings
/// all nearer by the jump. Stale entries do no harm: a firing is a turn with the timer's
/// generation, and the alarm in the table decides.
final class Timers implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final long NOTICED_JUMP_NANOS = Duration.ofMillis(200).toNanos();

    private final DeskClock clock;
    private final Firing firing;
    private final Runnable look;
    private final Pace.Beat beat;
    private final PriorityQueue<Armed> heap =
            new PriorityQueue<>(
                    Comparator.comparingLong(Armed::deadline)
                            .thenComparingLong(armed -> armed.timer().generation()));
    private long aheadNanos;
    private int firingNow;
    private boolean closed;

    /// Fires a timer. The future tells whether the turn was kept.
    @FunctionalInterface
    interface Firing {
        CompletableFuture<?> fire(AlarmId alarm, Alarm.Timer timer);
    }

    private record Armed(AlarmId alarm, Alarm.Timer timer, long deadline) {}

    /// @param look called about once a second, between the firings
    Timers(DeskClock clock, Firing firing, Runnable look) {
        this(clock, firing, look, Threads.PACE);
    }

    Timers(DeskClock clock, Firing firing, Runnable look, Pace pace) {
        this.clock = clock;
        this.firing = firing;
        this.look = look;
        this.beat = pace.beat("timers", _ -> round());
        this.aheadNanos = ahead();
    }

    void start() {
        clock.onMoved(this::wake);
        beat.start();
    }

    void arm(AlarmId alarm, Alarm.Timer timer, Duration wait) {
        synchronized (this) {
            followTheWallClock();
            heap.add(new Armed(alarm, timer, clock.monotonicNanos() + wait.toNanos()));
        }
        wake();
    }

    private void wake() {
        beat.wake();
    }

    /// When the next one fires, on the wall clock; empty when none is armed.
    synchronized Optional<Instant> nextDue() {
        return Optional.ofNullable(heap.peek())
                .map(armed -> clock.instant().plusNanos(armed.deadline() - clock.monotonicNanos()));
    }

    /// Whether nothing is due and nothing is being fired.
    synchronized boolean isIdle() {
        Armed first = heap.peek();
        boolean due = first != null && first.deadline() - clock.monotonicNanos() <= 0;
        return firingNow == 0 && !due && Math.abs(ahead() - aheadNanos) < NOTICED_JUMP_NANOS;
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
                        Duration.ofNanos(Math.max(0, first.deadline() - clock.monotonicNanos())),
                        LOOK_EVERY);
    }

    /// A wall clock that ran ahead brings every deadline nearer; one set back does nothing.
    private void followTheWallClock() {
        long ahead = ahead();
        long jump = ahead - aheadNanos;
        if (Math.abs(jump) < NOTICED_JUMP_NANOS) {
            return;
        }
        aheadNanos = ahead;
        if (jump > 0) {
            var nearer = new ArrayList<Armed>();
            heap.forEach(a -> nearer.add(new Armed(a.alarm(), a.timer(), a.deadline() - jump)));
            heap.clear();
            heap.addAll(nearer);
        }
    }

    private synchronized List<Armed> takeDue() {
        followTheWallClock();
        long now = clock.monotonicNanos();
        var due = new ArrayList<Armed>();
        for (Armed a = heap.peek(); a != null && a.deadline() - now <= 0; a = heap.peek()) {
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
                long again = clock.monotonicNanos() + RETRY.toNanos();
                heap.add(new Armed(armed.alarm(), armed.timer(), again));
            }
        }
        wake();
    }

    private long ahead() {
        Instant wall = clock.instant();
        return wall.getEpochSecond() * 1_000_000_000L + wall.getNano() - clock.monotonicNanos();
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
