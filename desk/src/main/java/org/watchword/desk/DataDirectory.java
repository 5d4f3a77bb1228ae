package org.watchword.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.basis.Sentence;

/// The one directory of a desk, held by one program at a time.
///
/// ```
/// desk.yaml   what the desk is told          watch.key   the key of the watch plane
/// desk.db     every row, its fields sealed   reserve     room for when the disk is full
/// lock        held while a desk runs here
/// ```
public final class DataDirectory implements AutoCloseable {
    static final String WATCH_KEY = "watch.key";
    static final String DATABASE = "desk.db";
    static final String LOCK = "lock";

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private DataDirectory(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /// What trying to hold a directory gave.
    public sealed interface Taken {
        record Held(DataDirectory directory) implements Taken {}

        record Not(Sentence why) implements Taken {}
    }

    /// Takes the directory for this program; it is closed to other users of the machine from then
    /// on.
    public static Taken take(Path path) {
        if (!Files.isDirectory(path)) {
            return new Taken.Not(Sentence.of("cli.directory.missing"));
        }
        try {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            var channel =
                    FileChannel.open(
                            path.resolve(LOCK),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                return new Taken.Not(Sentence.of("cli.directory.in-use"));
            }
            return new Taken.Held(new DataDirectory(path, channel, lock));
        } catch (IOException | UnsupportedOperationException e) {
            return new Taken.Not(Sentence.of("cli.directory.unusable"));
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    Path watchKey() {
        return path.resolve(WATCH_KEY);
    }

    Path database() {
        return path.resolve(DATABASE);
    }

    Path reserve() {
        return path.resolve("reserve");
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
