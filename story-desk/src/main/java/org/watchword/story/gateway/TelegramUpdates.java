package org.watchword.story.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.databind.node.ObjectNode;

/// What a bot has not yet taken: each update waits until a poll asks for a later one. Only the
/// newest poll is served; an older one that still waits is told of the conflict.
final class TelegramUpdates {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final List<Update> waiting = new ArrayList<>();
    private long next = 700_000_001L;
    private long polls;
    private long cuts;

    /// One update.
    record Update(long id, ObjectNode json) {}

    /// What a poll came to.
    sealed interface Polled {}

    record Some(List<Update> updates) implements Polled {}

    /// Another poll came.
    record Conflict() implements Polled {}

    /// The line was cut.
    record Cut() implements Polled {}

    /// Adds one; it gets its number here.
    void add(ObjectNode update) {
        lock.lock();
        try {
            update.put("update_id", next);
            waiting.add(new Update(next, update));
            next++;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits for the first update from `offset` on, at most so many seconds. What is older counts
    /// as taken.
    Polled poll(long offset, long seconds) {
        lock.lock();
        try {
            waiting.removeIf(update -> update.id() < offset);
            long mine = ++polls;
            long cut = cuts;
            news.signalAll();
            long left = TimeUnit.SECONDS.toNanos(seconds);
            while (waiting.isEmpty() && left > 0 && mine == polls && cut == cuts) {
                left = news.awaitNanos(left);
            }
            if (cut != cuts) {
                return new Cut();
            }
            return mine == polls ? new Some(List.copyOf(waiting)) : new Conflict();
        } catch (InterruptedException e) {
            return new Cut();
        } finally {
            lock.unlock();
        }
    }

    /// The oldest that waits.
    Optional<Update> first() {
        lock.lock();
        try {
            return waiting.stream().findFirst();
        } finally {
            lock.unlock();
        }
    }

    void taken(long id) {
        lock.lock();
        try {
            waiting.removeIf(update -> update.id() == id);
        } finally {
            lock.unlock();
        }
    }

    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /// Cuts every poll off.
    void cut() {
        lock.lock();
        try {
            cuts++;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits until the lines are cut.
    void hang() {
        lock.lock();
        try {
            long cut = cuts;
            while (cut == cuts) {
                news.await();
            }
        } catch (InterruptedException e) {
            // Whoever hangs is let go either way.
        } finally {
            lock.unlock();
        }
    }
}
