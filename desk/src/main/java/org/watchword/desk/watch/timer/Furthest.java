package org.watchword.desk.watch.timer;

import java.time.Duration;
import java.time.Instant;
import org.watchword.desk.basis.DeskClock;

/// How late it is at least: the furthest that the wall clock has been, run on by the clock that
/// only runs forward. A wall clock set back, or one that stands behind what was written before the
/// start, is behind this, and delays nothing.
final class Furthest {
    private final DeskClock clock;
    private Instant furthest;
    private long nanos;

    Furthest(DeskClock clock) {
        this.clock = clock;
        this.furthest = clock.instant();
        this.nanos = clock.monotonicNanos();
    }

    /// How late it is.
    ///
    /// @param wall on the wall clock
    /// @param furthest at least; never before that
    record Now(Instant wall, Instant furthest) {
        /// By how much the wall clock is behind.
        Duration behind() {
            return Duration.between(wall, furthest);
        }
    }

    /// The newest instant that lies in the rows at a start: it was so late then.
    synchronized void knowing(Instant newest) {
        furthest = later(furthest, newest);
    }

    synchronized Now now() {
        DeskClock.Reading both = clock.both();
        Instant ranOn = furthest.plusNanos(both.monotonicNanos() - nanos);
        furthest = later(ranOn, both.wall());
        nanos = both.monotonicNanos();
        return new Now(both.wall(), furthest);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
