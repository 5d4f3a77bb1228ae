package org.watchword.desk.vault;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// The line in which tries of passphrases wait. Two run at a time, on threads of their own that
/// give way to whoever rings, never two of one account; those that go first do; a full line refuses
/// at once.
final class DerivationLine {
    private static final int AT_A_TIME = 2;
    static final int WAITING = 32;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Waiting> first = new ArrayDeque<>();
    private final Deque<Waiting> ordinary = new ArrayDeque<>();
    private final Set<Long> running = new HashSet<>();
    private final Runnable atBirth;
    private boolean started;

    private record Waiting(Attempt attempt, Runnable work) {}

    /// @param atBirth what each of its threads does before anything else
    DerivationLine(Runnable atBirth) {
        this.atBirth = atBirth;
    }

    /// Many have a vault who never try a passphrase.
    private void start() {
        if (!started) {
            started = true;
            for (int i = 0; i < AT_A_TIME; i++) {
                Thread.ofPlatform().daemon().name("passphrase-", i).start(this::serve);
            }
        }
    }

    /// Waits for its turn and its end; empty when it was refused.
    <T> Optional<T> run(Attempt attempt, Supplier<T> work) {
        var done = new CompletableFuture<T>();
        Runnable running =
                () -> {
                    try {
                        done.complete(work.get());
                    } catch (Throwable e) {
                        done.completeExceptionally(e);
                    }
                };
        return join(new Waiting(attempt, running)) ? Optional.of(done.join()) : Optional.empty();
    }

    /// How many wait.
    int waiting() {
        lock.lock();
        try {
            return first.size() + ordinary.size();
        } finally {
            lock.unlock();
        }
    }

    private boolean join(Waiting waiting) {
        lock.lock();
        try {
            var line = waiting.attempt().first() ? first : ordinary;
            if (line.size() >= WAITING || line.stream().anyMatch(w -> sameTrier(w, waiting))) {
                return false;
            }
            start();
            line.add(waiting);
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private static boolean sameTrier(Waiting one, Waiting other) {
        return one.attempt().account() == other.attempt().account()
                && one.attempt().source().equals(other.attempt().source());
    }

    private void serve() {
        atBirth.run();
        while (true) {
            var next = take();
            try {
                next.work().run();
            } finally {
                finished(next);
            }
        }
    }

    private Waiting take() {
        lock.lock();
        try {
            while (true) {
                var next = nextOf(first).or(() -> nextOf(ordinary));
                if (next.isPresent()) {
                    running.add(next.get().attempt().account());
                    return next.get();
                }
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private Optional<Waiting> nextOf(Deque<Waiting> line) {
        for (Iterator<Waiting> each = line.iterator(); each.hasNext(); ) {
            var waiting = each.next();
            if (!running.contains(waiting.attempt().account())) {
                each.remove();
                return Optional.of(waiting);
            }
        }
        return Optional.empty();
    }

    private void finished(Waiting done) {
        lock.lock();
        try {
            running.remove(done.attempt().account());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
