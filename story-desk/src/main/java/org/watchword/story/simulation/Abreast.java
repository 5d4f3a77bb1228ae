package org.watchword.story.simulation;

import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongPredicate;

/// Histories have nothing to do with each other: as many are played at once as there are
/// processors. What comes of it is the same as one after the other.
final class Abreast {
    private final int threads;

    Abreast(int threads) {
        this.threads = threads;
    }

    /// The lowest seed, of so many, whose history breaks a promise. None below it is left out.
    Optional<Long> firstBroken(long from, long seeds, LongPredicate breaks) {
        var next = new AtomicLong(from);
        var broken = new AtomicLong(Long.MAX_VALUE);
        var trouble = new AtomicReference<Optional<Throwable>>(Optional.empty());
        Runnable playing =
                () -> {
                    long seed = next.getAndIncrement();
                    while (seed < from + seeds && seed < broken.get() && trouble.get().isEmpty()) {
                        if (breaks.test(seed)) {
                            broken.accumulateAndGet(seed, Math::min);
                        }
                        seed = next.getAndIncrement();
                    }
                };
        var players = new ArrayList<Thread>();
        for (int i = 0; i < threads; i++) {
            players.add(
                    Thread.ofPlatform()
                            .name("history-" + i)
                            .uncaughtExceptionHandler((_, e) -> trouble.set(Optional.of(e)))
                            .start(playing));
        }
        players.forEach(Abreast::await);
        trouble.get()
                .ifPresent(e -> {
                    throw new IllegalStateException("a history could not be played", e);
                });
        return Optional.of(broken.get()).filter(seed -> seed < Long.MAX_VALUE);
    }

    private static void await(Thread player) {
        try {
            player.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
