package org.watchword.desk.accounts;

import java.time.Duration;
import java.time.Instant;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.Limits;

/// A moment on both clocks: the wall may be set back, and the other stands while the machine
/// sleeps. Whichever says that a time is over is believed.
record Moment(Instant wall, long nanos) {
    static Moment now(DeskClock clock) {
        return new Moment(clock.instant(), clock.monotonicNanos());
    }

    /// An instant that lies ahead, because the clock was set back, is long ago.
    boolean isWithin(Duration limit, Moment now) {
        var onTheWall = Duration.between(wall, now.wall);
        return onTheWall.compareTo(limit) < 0
                && onTheWall.compareTo(Limits.CLOCK_WOBBLE.negated()) >= 0
                && now.nanos - nanos < limit.toNanos();
    }
}
