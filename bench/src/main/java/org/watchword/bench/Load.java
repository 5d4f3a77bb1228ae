package org.watchword.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.watchword.bench.keeper.Keeper;

/// People who check in at one system, each for timers of his own.
final class Load {
    /// Who waits at the open loop for the next intended instant.
    private static final int WAITING = 512;

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofMillis(5);

    private final ThreadFactory factory;
    private final Supplier<Keeper.Client> clients;
    private final int timers;

    /// @param timers whose numbers are checked in for, from zero
    Load(ThreadFactory factory, Supplier<Keeper.Client> clients, int timers) {
        this.factory = factory;
        this.clients = clients;
        this.timers = timers;
    }

    static Load on(Keeper keeper, int timers) {
        return new Load(keeper.threads(), keeper::client, timers);
    }

    /// What a window saw.
    ///
    /// @param waits of single check-ins, in milliseconds
    record Seen(double perSecond, List<Double> waits) {}

    /// As many clients as these, each of which checks in again as soon as it was answered.
    Seen closed(int clients, Duration warmUp, Duration window) {
        try (var running = new Running(clients)) {
            sleep(warmUp);
            running.counting.set(true);
            long began = System.nanoTime();
            sleep(window);
            running.waitForOne();
            running.counting.set(false);
            double seconds = (System.nanoTime() - began) / 1e9;
            running.stop();
            List<Double> waits = List.copyOf(running.waits);
            return new Seen(waits.size() / seconds, waits);
        }
    }

    /// Clients that check in until they are stopped.
    Running running(int clients) {
        return new Running(clients);
    }

    /// So many a second whether or not the ones before were answered; each wait runs from when it
    /// was meant to begin.
    Seen open(int perSecond, Duration window) {
        int all = (int) (perSecond * window.toMillis() / 1_000);
        var next = new AtomicInteger();
        var waits = new ConcurrentLinkedQueue<Double>();
        var trouble = new ConcurrentLinkedQueue<RuntimeException>();
        List<Thread> threads = new ArrayList<>();
        long begin = System.nanoTime() + Duration.ofMillis(50).toNanos();
        for (int i = 0; i < Math.min(WAITING, timers); i++) {
            int own = i;
            threads.add(
                    factory.newThread(() -> {
                        try (Keeper.Client client = clients.get()) {
                            for (int n = next.getAndIncrement();
                                    n < all;
                                    n = next.getAndIncrement()) {
                                long meant = begin + n * 1_000_000_000L / perSecond;
                                waitUntil(meant);
                                client.checkIn(own);
                                waits.add((System.nanoTime() - meant) / 1e6);
                            }
                        } catch (RuntimeException e) {
                            trouble.add(e);
                        }
                    }));
        }
        threads.forEach(Thread::start);
        threads.forEach(Load::join);
        rethrow(trouble);
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Seen(waits.size() / seconds, List.copyOf(waits));
    }

    private static void waitUntil(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /// Clients at work.
    final class Running implements AutoCloseable {
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final AtomicBoolean counting = new AtomicBoolean();
        private final ConcurrentLinkedQueue<Double> waits = new ConcurrentLinkedQueue<>();
        private final ConcurrentLinkedQueue<RuntimeException> trouble =
                new ConcurrentLinkedQueue<>();
        private final List<Thread> threads = new ArrayList<>();

        private Running(int clients) {
            for (int i = 0; i < clients; i++) {
                int first = i;
                threads.add(factory.newThread(() -> work(first, clients)));
            }
            threads.forEach(Thread::start);
        }

        /// One client's timers are nobody else's: it checks in for each in turn.
        private void work(int first, int step) {
            try (Keeper.Client client = clients.get()) {
                for (int timer = first % timers; !stopped.get(); timer = next(timer, step, first)) {
                    long began = System.nanoTime();
                    client.checkIn(timer);
                    if (counting.get()) {
                        waits.add((System.nanoTime() - began) / 1e6);
                    }
                }
            } catch (RuntimeException e) {
                trouble.add(e);
            }
        }

        /// Where everything is slow a window lasts until somebody was answered.
        private void waitForOne() {
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (waits.isEmpty() && trouble.isEmpty() && System.nanoTime() < end) {
                sleep(LOOK);
            }
        }

        private int next(int timer, int step, int first) {
            return timer + step < timers ? timer + step : first % timers;
        }

        /// @throws RuntimeException when one of them was not answered
        void stop() {
            stopped.set(true);
            threads.forEach(Load::join);
            rethrow(trouble);
        }

        @Override
        public void close() {
            stop();
        }
    }

    private static void rethrow(ConcurrentLinkedQueue<RuntimeException> trouble) {
        RuntimeException e = trouble.peek();
        if (e != null) {
            throw new IllegalStateException("somebody was not answered", e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
