package org.watchword.desk.basis;

import java.time.Instant;
import java.time.InstantSource;

/// The clock the desk is given: the wall clock, which people set and which may jump, and a second
/// one that only ever runs forward. Waits are measured on the second, so that a wall clock set back
/// delays nobody.
public interface DeskClock extends InstantSource {
    /// Nanoseconds since some fixed moment; never runs backwards within one process.
    long monotonicNanos();

    /// Both clocks at one moment. Whoever reads them one after the other and is kept waiting in
    /// between takes that wait for a wall clock that was set back.
    default Reading both() {
        Reading best = Reading.of(this);
        for (int i = 0; i < Reading.AGAIN && best.apartNanos > Reading.AT_ONCE_NANOS; i++) {
            Reading another = Reading.of(this);
            best = another.apartNanos < best.apartNanos ? another : best;
        }
        return best;
    }

    /// What both clocks showed.
    ///
    /// @param apartNanos how much time may have passed between them
    record Reading(Instant wall, long monotonicNanos, long apartNanos) {
        private static final long AT_ONCE_NANOS = 1_000_000;
        private static final int AGAIN = 20;

        private static Reading of(DeskClock clock) {
            long before = clock.monotonicNanos();
            Instant wall = clock.instant();
            long after = clock.monotonicNanos();
            return new Reading(wall, after, after - before);
        }
    }

    /// Calls `wake` whenever the clock was moved by hand, so that whoever sleeps may look again.
    /// The real clock never calls it; sleepers must also wake by themselves at least once a second.
    default void onMoved(Runnable wake) {}
}
