package org.watchword.desk.cli.watcher;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// The file `status`: what a watcher knows, for people, for scripts, and for its own next start. It
/// is written whole beside its place and put there, so that nobody ever finds half of one.
final class StatusFile {
    private static final Pattern FORM =
            Pattern.compile(
                    """
                    desk (waiting|answering|silent|ringing)
                    count ([0-9]{1,18})
                    heard (\\S{1,40})
                    rings ([0-9]{1,9})
                    """);
    private static final String NEVER = "never";
    private static final int BYTES = 1024;

    private final Path file;

    StatusFile(Path directory) {
        this.file = directory.resolve("status");
    }

    /// How it stands with the desk.
    enum State {
        /// No heartbeat has come yet.
        WAITING("waiting"),
        ANSWERING("answering"),
        SILENT("silent"),
        RINGING("ringing");

        private final String word;

        State(String word) {
            this.word = word;
        }

        private static State of(String word) {
            for (State state : values()) {
                if (state.word.equals(word)) {
                    return state;
                }
            }
            throw new IllegalArgumentException("no such state");
        }
    }

    /// @param count of the last heartbeat that counted
    record Status(State state, long count, Optional<Instant> heardAt, int rings) {
        static final Status NONE = new Status(State.WAITING, 0, Optional.empty(), 0);
    }

    /// What was kept; the first start has nothing.
    ///
    /// @throws IOException when there is something that cannot be read
    Status read() throws IOException {
        try {
            if (Files.size(file) > BYTES) {
                throw new IOException("too large");
            }
            var match = FORM.matcher(Files.readString(file, StandardCharsets.US_ASCII));
            if (!match.matches()) {
                throw new IOException("another form");
            }
            Optional<Instant> heard =
                    match.group(3).equals(NEVER)
                            ? Optional.empty()
                            : Optional.of(Instant.parse(match.group(3)));
            return new Status(
                    State.of(match.group(1)),
                    Long.parseLong(match.group(2)),
                    heard,
                    Integer.parseInt(match.group(4)));
        } catch (NoSuchFileException e) {
            return Status.NONE;
        } catch (DateTimeException e) {
            throw new IOException(e);
        }
    }

    void write(Status status) throws IOException {
        String text =
                """
                desk %s
                count %d
                heard %s
                rings %d
                """
                        .formatted(
                                status.state().word,
                                status.count(),
                                status.heardAt().map(Instant::toString).orElse(NEVER),
                                status.rings());
        Path beside = file.resolveSibling("status.new");
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        try (var channel =
                FileChannel.open(
                        beside,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(
                beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
