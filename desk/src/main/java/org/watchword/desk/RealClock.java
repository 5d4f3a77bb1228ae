package org.watchword.desk;

import java.time.Instant;
import org.watchword.desk.basis.DeskClock;

/// The clocks of this machine.
final class RealClock implements DeskClock {
    @Override
    public Instant instant() {
        return Instant.now();
    }

    @Override
    public long monotonicNanos() {
        return System.nanoTime();
    }
}
