package org.watchword.desk.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.watchword.desk.basis.DeskClock;

/// A clock that moves when told to.
public final class HandClock implements DeskClock {
    private final AtomicReference<Instant> now;
    private final List<Runnable> sleepers = new CopyOnWriteArrayList<>();
    private final AtomicLong nanos = new AtomicLong();

    public HandClock(Instant now) {
        this.now = new AtomicReference<>(now);
    }

    public void pass(Duration duration) {
        now.updateAndGet(before -> before.plus(duration));
        nanos.addAndGet(duration.toNanos());
        sleepers.forEach(Runnable::run);
    }

    /// Somebody sets the wall clock.
    public void jump(Duration duration) {
        now.updateAndGet(before -> before.plus(duration));
        sleepers.forEach(Runnable::run);
    }

    @Override
    public void onMoved(Runnable wake) {
        sleepers.add(wake);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public long monotonicNanos() {
        return nanos.get();
    }
}
