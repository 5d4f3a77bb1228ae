package org.watchword.desk.watch.silence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.watchword.desk.basis.Deadlines;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.Pace;
import org.watchword.desk.basis.Threads;

/// All timers of all watches, and the one round that fires them, several in one go.
///
/// When that is, {@link Deadlines} says: a wall clock set back delays nothing, and one that leaps
/// ahead brings nearer what it has come nearer to.
final class DueTimes implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final DeskClock clock;
    private final Firing firing;
    private final int atOnce;
    private final DueHeap heap = new DueHeap();
    private final Pace.Beat beat;
    private final Deadlines deadlines;
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

    /// What is meant for one instant gets one deadline, however long each commit took since the
    /// wait was reckoned: due together, it is fired in one turn. A wall clock set back meanwhile
    /// makes no wait longer.
    void arm(Entry entry, Instant at, Duration wait) {
        add(entry, at, wait);
        wake();
    }

    /// The same without waking anybody.
    synchronized void add(Entry entry, Instant at, Duration wait) {
        follow();
        add(entry, deadlines.of(at, wait), at);
    }

    private void add(Entry entry, long deadline, Instant at) {
        heap.add(deadline, entry.generation(), entry.watch().value(), Deadlines.nanos(at));
    }

    void wake() {
        beat.wake();
    }

    /// When the next one fires, on the wall clock. It may turn out to be stale.
    synchronized Optional<Instant> nextDue() {
        return heap.isEmpty()
                ? Optional.empty()
                : Optional.of(deadlines.instant(heap.firstDeadline()));
    }

    /// Whether nothing is due and nothing is being fired.
    synchronized boolean isIdle() {
        boolean due = !heap.isEmpty() && heap.firstDeadline() <= deadlines.now();
        return firingNow == 0 && !due && !deadlines.isMoved();
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
                        Duration.ofNanos(Math.max(0, heap.firstDeadline() - deadlines.now())),
                        LOOK_EVERY);
    }

    private void follow() {
        deadlines.follow().ifPresent(heap::follow);
    }

    /// By how much the wall clock was set back since this was asked last.
    private synchronized Optional<Duration> followedBack() {
        follow();
        return Optional.of(deadlines.setBack()).filter(by -> !by.isZero());
    }

    private synchronized List<Entry> takeDue() {
        follow();
        var due = new ArrayList<Entry>();
        long now = deadlines.now();
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
                Instant again = clock.instant().plus(RETRY);
                due.forEach(one -> add(one, deadlines.now() + RETRY.toNanos(), again));
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
