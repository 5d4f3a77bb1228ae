package org.watchword.desk.forgetting;

import java.time.Duration;
import java.time.Instant;
import org.watchword.desk.basis.DeskClock;

/// When it is time again, measured on the clock that only runs forward. What cannot be had back is
/// never let go of because somebody set the wall clock: after it jumped, a day is waited.
final class Days {
    private static final Duration JUMP = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofDays(1);

    private final DeskClock clock;
    private Instant wall;
    private long nanos;
    private long dueNanos;

    Days(DeskClock clock) {
        this.clock = clock;
        wall = clock.instant();
        nanos = clock.monotonicNanos();
        dueNanos = nanos;
    }

    boolean isDue() {
        Instant wallNow = clock.instant();
        long now = clock.monotonicNanos();
        Duration apart = Duration.between(wall, wallNow).minusNanos(now - nanos).abs();
        if (apart.compareTo(JUMP) > 0) {
            wall = wallNow;
            nanos = now;
            dueNanos = now + PATIENCE.toNanos();
        }
        return dueNanos - now <= 0;
    }

    /// It is done now, and due again after that long.
    void begin(Duration again) {
        dueNanos = clock.monotonicNanos() + again.toNanos();
    }
}
