package org.watchword.desk.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.watchword.desk.basis.DeskClock;

/// Two clocks that stand until they are moved.
final class TwoClocks implements DeskClock {
    private final List<Runnable> sleepers = new CopyOnWriteArrayList<>();
    private Instant wall;
    private long nanos = 1;

    TwoClocks(Instant wall) {
        this.wall = wall;
    }

    @Override
    public synchronized Instant instant() {
        return wall;
    }

    @Override
    public synchronized long monotonicNanos() {
        return nanos;
    }

    @Override
    public void onMoved(Runnable wake) {
        sleepers.add(wake);
    }

    void pass(Duration time) {
        synchronized (this) {
            wall = wall.plus(time);
            nanos += time.toNanos();
        }
        wakeAll();
    }

    /// Somebody sets the wall clock.
    void jump(Duration by) {
        synchronized (this) {
            wall = wall.plus(by);
        }
        wakeAll();
    }

    private void wakeAll() {
        sleepers.forEach(Runnable::run);
    }
}
