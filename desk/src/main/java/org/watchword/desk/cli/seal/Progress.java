package org.watchword.desk.cli.seal;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.Words;

/// Says how far long work is, once a second, to whoever looks at a screen. Short work says nothing.
public final class Progress {
    private static final long FIRST_NANOS = Duration.ofSeconds(2).toNanos();
    private static final long EVERY_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long MEGABYTE = 1_000_000;

    private final Optional<PrintStream> screen;
    private final Words words;
    private final DeskClock clock;
    private long next;
    private long moved;
    private boolean said;
    private OptionalLong total = OptionalLong.empty();

    /// Says nothing where there is no screen.
    public Progress(Optional<PrintStream> screen, Words words, DeskClock clock) {
        this.screen = screen;
        this.words = words;
        this.clock = clock;
    }

    /// @param total bytes, where they are known beforehand
    void begin(OptionalLong total) {
        this.total = total.stream().filter(bytes -> bytes > 0).findFirst();
        moved = 0;
        next = clock.monotonicNanos() + FIRST_NANOS;
    }

    void moved(int bytes) {
        moved += bytes;
        if (screen.isPresent() && clock.monotonicNanos() - next >= 0) {
            next = clock.monotonicNanos() + EVERY_NANOS;
            said = true;
            screen.get().print("\r" + line());
            screen.get().flush();
        }
    }

    private String line() {
        if (total.isEmpty()) {
            return words.say("cli.seal.progress", "megabytes", moved / MEGABYTE);
        }
        long percent = Math.min(100, 100 * moved / total.getAsLong());
        return words.say(
                "cli.seal.progress-of", Map.of("megabytes", moved / MEGABYTE, "percent", percent));
    }

    void end() {
        if (said) {
            screen.ifPresent(PrintStream::println);
        }
        said = false;
    }
}
