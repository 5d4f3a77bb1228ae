package org.watchword.desk.web;

import java.time.Duration;
import org.watchword.desk.basis.DeskClock;

/// Lets answers leave on a beat, so that when one comes does not tell what was done for it, or for
/// the one before it.
final class Beat {
    private final DeskClock clock;
    private final long nanos;

    Beat(DeskClock clock, Duration every) {
        this.clock = clock;
        this.nanos = every.toNanos();
    }

    /// Waits for the next beat.
    void await() {
        if (nanos == 0) {
            return;
        }
        long left = nanos - Math.floorMod(clock.monotonicNanos(), nanos);
        try {
            Thread.sleep(Duration.ofNanos(left));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
