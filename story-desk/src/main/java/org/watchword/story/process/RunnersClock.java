package org.watchword.story.process;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.watchword.desk.basis.DeskClock;

/// The story's time for whoever lives in the runner and not in the desk's process.
final class RunnersClock implements DeskClock {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final InstantSource real;
    private final List<Runnable> moved = new CopyOnWriteArrayList<>();
    private volatile long offsetMillis;

    RunnersClock(InstantSource real) {
        this.real = real;
    }

    /// Lets it show this instant now.
    void set(Instant now) {
        offsetMillis = now.toEpochMilli() - real.millis();
    }

    long offsetMillis() {
        return offsetMillis;
    }

    /// Wakes whoever sleeps by it. The desk's own process is told first, so that nobody takes the
    /// time that was leapt over for a silence of the desk.
    void told() {
        moved.forEach(Runnable::run);
    }

    @Override
    public Instant instant() {
        return real.instant().plusMillis(offsetMillis);
    }

    @Override
    public long monotonicNanos() {
        return System.nanoTime() + offsetMillis * NANOS_PER_MILLI;
    }

    @Override
    public void onMoved(Runnable wake) {
        moved.add(wake);
    }
}
