package org.watchword.desk.partner;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.watchword.desk.basis.DeskClock;

/// A clock that stands until it is moved. The one that only runs forward begins below zero, as it
/// may.
final class MovedClock implements DeskClock {
    private static final Instant BEGIN = Instant.parse("2026-02-04T10:00:00Z");
    private static final long NANOS = -5_000_000_000_000L;

    private final AtomicLong passed = new AtomicLong();
    private final List<Runnable> sleepers = new CopyOnWriteArrayList<>();

    void pass(Duration by) {
        passed.addAndGet(by.toNanos());
        sleepers.forEach(Runnable::run);
    }

    @Override
    public Instant instant() {
        return BEGIN.plusNanos(passed.get());
    }

    @Override
    public long monotonicNanos() {
        return NANOS + passed.get();
    }

    @Override
    public void onMoved(Runnable wake) {
        sleepers.add(wake);
    }
}
