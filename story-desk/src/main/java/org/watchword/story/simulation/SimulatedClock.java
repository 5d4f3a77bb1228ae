package org.watchword.story.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.watchword.desk.basis.DeskClock;

/// The two clocks: one that only runs, and the one on the wall, which somebody may set.
final class SimulatedClock {
    private final Instant beginning;
    private final List<Runnable> moved = new ArrayList<>();
    private long nanos;
    private long skewNanos;

    SimulatedClock(Instant beginning) {
        this.beginning = beginning;
    }

    /// How long the simulation has run.
    long millis() {
        return nanos / 1_000_000;
    }

    long nanos() {
        return nanos;
    }

    Instant wall() {
        return beginning.plusNanos(nanos + skewNanos);
    }

    /// What the wall shows at that moment, as it is set now.
    Instant wallAt(long millis) {
        return beginning.plusMillis(millis).plusNanos(skewNanos);
    }

    Duration skew() {
        return Duration.ofNanos(skewNanos);
    }

    void pass(long more) {
        nanos += Math.max(0, more);
    }

    /// Sets the clock on the wall by so much.
    void set(Duration by) {
        skewNanos += by.toNanos();
        List.copyOf(moved).forEach(Runnable::run);
    }

    /// Nobody who listened before is there any more.
    void forgetListeners() {
        moved.clear();
    }

    /// The clocks as the desk of one life reads them.
    DeskClock of(Life life) {
        return new DeskClock() {
            @Override
            public long monotonicNanos() {
                life.check();
                return nanos;
            }

            @Override
            public Instant instant() {
                life.check();
                return wall();
            }

            @Override
            public void onMoved(Runnable wake) {
                moved.add(wake);
            }
        };
    }
}
