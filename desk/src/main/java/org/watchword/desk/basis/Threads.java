package org.watchword.desk.basis;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A thread for everything that runs beside: one of the machine's for what goes on for ever, a
/// light one for what is done once.
public final class Threads implements Pace {
    public static final Pace PACE = new Threads();

    private static final Logger LOG = LoggerFactory.getLogger(Threads.class);

    private Threads() {}

    @Override
    public Beat beat(String name, Round round) {
        return new Sleeper(name, round);
    }

    @Override
    public void aside(String name, Runnable work) {
        Thread.ofVirtual().name(name).start(work);
    }

    @Override
    public void later(String name, Duration wait, Runnable work) {
        aside(
                name,
                () -> {
                    rest(wait);
                    work.run();
                });
    }

    /// An interrupted rest is over; what was to come after it comes all the same.
    private static void rest(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public <T> void within(Duration limit, Callable<T> work, Consumer<Optional<T>> then) {
        then.accept(within(limit, work));
    }

    private static <T> Optional<T> within(Duration limit, Callable<T> work) {
        var task = new FutureTask<>(work);
        Thread thread = Thread.ofVirtual().name("within").start(task);
        try {
            return Optional.of(task.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            thread.interrupt();
            return Optional.empty();
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            LOG.error("what was held to a time threw: {}", cause == null ? "" : cause.getClass());
            return Optional.empty();
        }
    }

    /// A thread that sleeps between its rounds.
    private static final class Sleeper implements Beat {
        private final Round round;
        private final Thread thread;
        private final Semaphore bell = new Semaphore(0);

        Sleeper(String name, Round round) {
            this.round = round;
            this.thread = Thread.ofPlatform().name(name).daemon(true).unstarted(this::run);
        }

        private void run() {
            boolean rested = false;
            try {
                while (true) {
                    // What rang until now is seen by the round that follows.
                    bell.drainPermits();
                    Optional<Rest> rest = round.next(rested);
                    if (rest.isEmpty()) {
                        return;
                    }
                    rested = rest(rest.get().shorter());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private boolean rest(Duration most) throws InterruptedException {
            return most.isPositive() && !bell.tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS);
        }

        @Override
        public void start() {
            thread.start();
        }

        @Override
        public void wake() {
            bell.release();
        }

        @Override
        public <T> T await(CompletableFuture<T> brought) {
            return brought.join();
        }

        @Override
        public void ended(Duration most) {
            if (thread.getState() == Thread.State.NEW) {
                return;
            }
            try {
                boolean _ = thread.join(most);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
