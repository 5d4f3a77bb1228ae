package org.watchword.formats.age;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;

/// Batches on their way: worked on by a few threads at once, given back in the order they came.
/// There are never more of them than the threads and two, so that memory does not grow with a file.
final class Lane<B extends Batch> implements AutoCloseable {
    private static final ThreadFactory THREADS =
            Thread.ofPlatform().daemon().name("age-", 0).factory();

    private record Under<B>(B batch, FutureTask<?> work) {}

    private final int threads;
    private final Supplier<B> fresh;
    private final Deque<Under<B>> under = new ArrayDeque<>();
    private final Deque<B> idle = new ArrayDeque<>();
    private final List<B> all = new ArrayList<>();
    private Optional<ExecutorService> workers = Optional.empty();

    /// @param threads with one, the caller's own does the work
    Lane(int threads, Supplier<B> fresh) {
        this.threads = threads;
        this.fresh = fresh;
    }

    /// A batch to fill, if it is the turn of filling one.
    B idle() {
        if (idle.isEmpty()) {
            all.add(fresh.get());
            return all.getLast();
        }
        return idle.remove();
    }

    /// A batch that was filled. One that is the first and the last needs no thread of its own.
    void begin(B batch) {
        var work = new FutureTask<>(batch::work, null);
        under.add(new Under<>(batch, work));
        if (threads < 2 || (batch.last && workers.isEmpty())) {
            work.run();
        } else {
            if (workers.isEmpty()) {
                workers = Optional.of(Executors.newFixedThreadPool(threads, THREADS));
            }
            workers.get().execute(work);
        }
    }

    boolean isEmpty() {
        return under.isEmpty();
    }

    /// Nothing more is begun before the oldest came out.
    boolean isFull() {
        return under.size() >= (threads < 2 ? 1 : threads + 2);
    }

    /// The oldest, once it is worked on.
    B oldest() throws IOException {
        Under<B> oldest = under.element();
        try {
            oldest.work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a batch was not worked on", e.getCause());
        }
        under.remove();
        return oldest.batch;
    }

    void giveBack(B batch) {
        idle.add(batch);
    }

    /// Stops the threads, waits for them, and zeroes everything.
    @Override
    public void close() {
        workers.ifPresent(ExecutorService::close);
        all.forEach(Batch::zero);
        under.clear();
    }
}
