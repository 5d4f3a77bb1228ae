package org.watchword.desk.watch.silence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.Pace;
import org.watchword.desk.basis.Threads;

/// All timers of all watches, and the one round that fires them, several in one go.
///
/// A deadline lies on a time of its own that only runs forward: it passes as the monotonic clock
/// does, and leaps when the wall clock is set ahead. A wall clock set back therefore delays
/// nothing, and one that leaps ahead brings everything nearer.
final class DueTimes implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final long NOTICED_JUMP_NANOS = Duration.ofMillis(200).toNanos();

    private final DeskClock clock;
    private final Firing firing;
    private final int atOnce;
    private final DueHeap heap = new DueHeap();
    private final Pace.Beat beat;
    private final long beginning;
    private long aheadNanos;
    private long leaptNanos;
    private long setBackNanos;
    private int firingNow;
    private boolean closed;

    /// What is done when the time comes.
    interface Firing {
        /// Fires several in one turn. The future tells whether it was kept.
        CompletableFuture<?> fire(List<Entry> due);

        /// The wall clock was set back; every timer's row must follow.
        void clockSetBack(Duration by);
    }

    /// A timer of a watch.
    record Entry(WatchId watch, long generation) {}

    /// @param atOnce how many are fired in one turn at most
    DueTimes(DeskClock clock, int atOnce, Firing firing) {
        this(clock, atOnce, firing, Threads.PACE);
    }

    DueTimes(DeskClock clock, int atOnce, Firing firing, Pace pace) {
        this.clock = clock;
        this.atOnce = atOnce;
        this.firing = firing;
        this.beat = pace.beat("due", _ -> round());
        this.beginning = clock.monotonicNanos();
        this.aheadNanos = ahead();
    }

    void start() {
        clock.onMoved(this::wake);
        beat.start();
    }

    /// What is meant for one instant gets one deadline, however long each commit took since the
    /// wait was reckoned: due together, it is fired in one turn. A wall clock set back meanwhile
    /// makes no wait longer.
    void arm(Entry entry, Instant at, Duration wait) {
        Duration left = Duration.between(clock.instant(), at);
        add(entry, left.compareTo(wait) < 0 ? left : wait);
        wake();
    }

    /// The same without waking anybody.
    synchronized void add(Entry entry, Duration wait) {
        followTheWallClock();
        heap.add(time() + wait.toNanos(), entry.generation(), entry.watch().value());
    }

    void wake() {
        beat.wake();
    }

    /// When the next one fires, on the wall clock. It may turn out to be stale.
    synchronized Optional<Instant> nextDue() {
        return heap.isEmpty()
                ? Optional.empty()
                : Optional.of(clock.instant().plusNanos(heap.firstDeadline() - time()));
    }

    /// Whether nothing is due and nothing is being fired.
    synchronized boolean isIdle() {
        boolean due = !heap.isEmpty() && heap.firstDeadline() <= time();
        return firingNow == 0 && !due && Math.abs(ahead() - aheadNanos) < NOTICED_JUMP_NANOS;
    }

    private Optional<Pace.Rest> round() {
        if (isClosed()) {
            return Optional.empty();
        }
        followedBack().ifPresent(firing::clockSetBack);
        for (var due = takeDue(); !due.isEmpty(); due = takeDue()) {
            fire(due);
        }
        return Optional.of(rest());
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized Pace.Rest rest() {
        return heap.isEmpty()
                ? Pace.Rest.looking(LOOK_EVERY)
                : new Pace.Rest(
                        Duration.ofNanos(Math.max(0, heap.firstDeadline() - time())), LOOK_EVERY);
    }

    private long time() {
        return clock.monotonicNanos() - beginning + leaptNanos;
    }

    private void followTheWallClock() {
        long ahead = ahead();
        long jump = ahead - aheadNanos;
        if (Math.abs(jump) >= NOTICED_JUMP_NANOS) {
            aheadNanos = ahead;
            leaptNanos += Math.max(0, jump);
            setBackNanos += Math.max(0, -jump);
        }
    }

    /// By how much the wall clock was set back since this was asked last.
    private synchronized Optional<Duration> followedBack() {
        followTheWallClock();
        var by = Duration.ofNanos(setBackNanos);
        setBackNanos = 0;
        return by.isZero() ? Optional.empty() : Optional.of(by);
    }

    private synchronized List<Entry> takeDue() {
        followTheWallClock();
        var due = new ArrayList<Entry>();
        long now = time();
        while (!heap.isEmpty() && heap.firstDeadline() <= now && due.size() < atOnce) {
            due.add(new Entry(new WatchId(heap.firstWatch()), heap.firstGeneration()));
            heap.removeFirst();
        }
        firingNow += due.size();
        return due;
    }

    private void fire(List<Entry> due) {
        try {
            var _ = firing.fire(due).whenComplete((_, trouble) -> fired(due, trouble != null));
        } catch (RuntimeException e) {
            fired(due, true);
        }
    }

    /// What could not be kept is fired again, each in a turn of its own, so that one that cannot be
    /// kept holds up no other. Nothing but a kept turn takes a timer away.
    private void fired(List<Entry> due, boolean lost) {
        if (lost && due.size() > 1 && !isClosed()) {
            due.forEach(one -> fire(List.of(one)));
            return;
        }
        synchronized (this) {
            firingNow -= due.size();
            if (lost && !closed) {
                due.forEach(one -> add(one, RETRY));
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
