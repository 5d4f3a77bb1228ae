package org.watchword.desk.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holds somebody else's code to a time.
final class Deadline {
    private static final Logger LOG = LoggerFactory.getLogger(Deadline.class);

    /// Runs a piece of work on a thread of its own. Empty when it did not come back in time (it is
    /// interrupted and left alone) or threw.
    static <T> Optional<T> within(Duration limit, Callable<T> work) {
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
            LOG.error("a channel threw: {}", cause == null ? e.getClass() : cause.getClass());
            return Optional.empty();
        }
    }

    private Deadline() {}
}
