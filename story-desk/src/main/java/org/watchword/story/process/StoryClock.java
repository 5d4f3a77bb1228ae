package org.watchword.story.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.watchword.desk.basis.DeskClock;

/// The clocks of this machine plus an offset that the runner moves. A hop moves both clocks, as if
/// the time had passed; a skew moves only the one on the wall, as if somebody had set it.
final class StoryClock implements DeskClock {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final InstantSource real;
    private final Path file;
    private final List<Runnable> moved = new CopyOnWriteArrayList<>();
    private volatile Offsets offsets;

    private record Offsets(long story, long skew) {}

    private StoryClock(InstantSource real, Path file, Offsets offsets) {
        this.real = real;
        this.file = file;
        this.offsets = offsets;
    }

    /// The clock as it stood when this directory was last used; without offset in a new one.
    static StoryClock in(Path directory, InstantSource real) {
        Path file = directory.resolve("story-clock");
        try {
            String[] parts = Files.readString(file).strip().split(" ", -1);
            var kept = new Offsets(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
            return new StoryClock(real, file, kept);
        } catch (NoSuchFileException e) {
            return new StoryClock(real, file, new Offsets(0, 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Moves both clocks to an offset from those of the machine.
    synchronized void hop(long offsetMillis) {
        keep(new Offsets(offsetMillis, offsets.skew()));
    }

    /// Sets the wall clock by so much against the story's time.
    synchronized void skew(long skewMillis) {
        keep(new Offsets(offsets.story(), skewMillis));
    }

    private void keep(Offsets to) {
        try {
            Path next = file.resolveSibling("story-clock.next");
            Files.writeString(next, to.story() + " " + to.skew(), StandardCharsets.US_ASCII);
            Files.move(
                    next,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        offsets = to;
        moved.forEach(Runnable::run);
    }

    @Override
    public Instant instant() {
        Offsets now = offsets;
        return real.instant().plusMillis(now.story() + now.skew());
    }

    @Override
    public long monotonicNanos() {
        return System.nanoTime() + offsets.story() * NANOS_PER_MILLI;
    }

    @Override
    public void onMoved(Runnable wake) {
        moved.add(wake);
    }
}
