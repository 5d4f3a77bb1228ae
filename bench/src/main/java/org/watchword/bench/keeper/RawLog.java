package org.watchword.bench.keeper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The ceiling: bytes at the end of a file and `fdatasync`, as many together as wait. It keeps no
/// timers and rings nobody.
final class RawLog implements Keeper {
    /// As many as the desk keeps of one check-in.
    private static final int BYTES = 512;

    private static final int AT_ONCE = 512;

    private final Path directory;
    private final FileChannel file;
    private final BlockingQueue<CompletableFuture<Void>> waiting = new LinkedBlockingQueue<>();
    private final Thread writer;
    private volatile boolean closing;

    private RawLog(Path directory, FileChannel file) {
        this.directory = directory;
        this.file = file;
        this.writer = Thread.ofPlatform().name("raw-log").start(this::write);
    }

    static Keeper open(Ground ground) {
        Path directory = ground.fresh("raw-log");
        try {
            return new RawLog(
                    directory,
                    FileChannel.open(
                            directory.resolve("log"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() {
        var batch = new ArrayList<CompletableFuture<Void>>();
        var bytes = ByteBuffer.allocateDirect(BYTES * AT_ONCE);
        try {
            while (!closing) {
                var first = waiting.poll(50, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    waiting.drainTo(batch, AT_ONCE - 1);
                    bytes.clear().limit(BYTES * batch.size());
                    while (bytes.hasRemaining()) {
                        file.write(bytes);
                    }
                    file.force(false);
                    batch.forEach(one -> one.complete(null));
                    batch.clear();
                }
            }
        } catch (IOException e) {
            fail(batch, e);
        } catch (InterruptedException e) {
            fail(batch, e);
            Thread.currentThread().interrupt();
        }
    }

    private static void fail(List<CompletableFuture<Void>> batch, Exception why) {
        batch.forEach(one -> one.completeExceptionally(why));
    }

    private void append() {
        var done = new CompletableFuture<Void>();
        waiting.add(done);
        done.join();
    }

    @Override
    public Client client() {
        return _ -> append();
    }

    @Override
    public void arm(int timer) {
        append();
    }

    @Override
    public Alarms alarms() {
        throw new IllegalStateException("a log rings nobody");
    }

    @Override
    public void settle() {}

    @Override
    public void close() {
        closing = true;
        try {
            writer.join();
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Directories.remove(directory);
    }
}
