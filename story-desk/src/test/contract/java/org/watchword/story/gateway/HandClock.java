package org.watchword.story.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.watchword.desk.basis.DeskClock;

/// A clock that stands until it is moved.
final class HandClock implements DeskClock {
    private static final Instant START = Instant.parse("2021-02-04T12:00:40Z");
    private final AtomicLong nanos = new AtomicLong(1);

    @Override
    public Instant instant() {
        return START.plusNanos(nanos.get());
    }

    @Override
    public long monotonicNanos() {
        return nanos.get();
    }

    @Override
    public void onMoved(Runnable wake) {}

    void forward(Duration by) {
        nanos.addAndGet(by.toNanos());
    }
}
