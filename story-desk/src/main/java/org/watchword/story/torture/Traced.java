package org.watchword.story.torture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a desk wrote to its files and when it asked the disk to keep it, as `strace` saw it.
///
/// @param lines how many lines there are; the end of the world lies between two of them
/// @param times of the lines, by the clock on the wall
record Traced(List<Op> ops, int lines, List<Instant> times) {
    /// One call on a file, which is named without its directory, from the line on which it began to
    /// the line on which it was over. A call whose end nobody saw ends after the last line.
    sealed interface Op {
        String file();

        int began();

        int ended();
    }

    /// @param hex what was written
    record Write(String file, int began, int ended, long at, String hex) implements Op {
        byte[] bytes() {
            return HexFormat.of().parseHex(hex);
        }

        int length() {
            return hex.length() / 2;
        }

        /// The same, with no more than its first bytes.
        Write first(int bytes) {
            return new Write(file, began, ended, at, hex.substring(0, bytes * 2));
        }
    }

    record Cut(String file, int began, int ended, long length) implements Op {}

    record Sync(String file, int began, int ended) implements Op {}

    private static final String PROGRAM = "strace";

    private static final Pattern LINE = Pattern.compile("(\\d+) +(\\d+)\\.(\\d{6}) (.*)");
    private static final Pattern CALL =
            Pattern.compile("(pwrite64|fdatasync|fsync|ftruncate)\\(\\d+<([^>]*)>(.*)");
    private static final Pattern RESUMED = Pattern.compile("<\\.\\.\\. (\\w+) resumed>.*");
    private static final Pattern WRITTEN =
            Pattern.compile(", \"((?:\\\\x[0-9a-f]{2})*)\"(\\.\\.\\.)?, (\\d+), (\\d+).*");
    private static final Pattern LENGTH = Pattern.compile(", (\\d+).*");
    private static final String UNFINISHED = "<unfinished ...>";

    static boolean isHere() {
        try {
            return new ProcessBuilder(PROGRAM, "-V").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Under which a program runs so that its writes are recorded into a file.
    static List<String> program(Path into) {
        return List.of(
                PROGRAM,
                "-f",
                "--seccomp-bpf",
                "-ttt",
                "-y",
                "-xx",
                "-s",
                "1048576",
                "-e",
                "signal=none",
                "-e",
                "trace=pwrite64,fdatasync,fsync,ftruncate",
                "-o",
                into.toString());
    }

    /// Reads what was recorded of the files in one directory.
    static Traced read(Path file, Path directory) throws IOException {
        var reading = new Reading(directory.toAbsolutePath() + "/");
        for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
            reading.line(line);
        }
        return reading.traced();
    }

    private static final class Reading {
        private final String directory;
        private final List<Op> ops = new ArrayList<>();
        private final List<Instant> times = new ArrayList<>();
        private final Map<String, Op> unfinished = new HashMap<>();

        Reading(String directory) {
            this.directory = directory;
        }

        void line(String line) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                return;
            }
            int number = times.size();
            times.add(
                    Instant.ofEpochSecond(
                            Long.parseLong(parts.group(2)),
                            Long.parseLong(parts.group(3)) * 1_000));
            String thread = parts.group(1);
            String said = parts.group(4);
            if (RESUMED.matcher(said).matches()) {
                Optional.ofNullable(unfinished.remove(thread))
                        .ifPresent(op -> ops.add(ending(op, number)));
                return;
            }
            boolean open = said.endsWith(UNFINISHED);
            op(said, number)
                    .ifPresent(op -> {
                        if (open) {
                            unfinished.put(thread, op);
                        } else {
                            ops.add(op);
                        }
                    });
        }

        private Optional<Op> op(String said, int number) {
            Matcher call = CALL.matcher(said);
            if (!call.matches()) {
                return Optional.empty();
            }
            String path = plain(call.group(2));
            if (!path.startsWith(directory)) {
                return Optional.empty();
            }
            String name = path.substring(directory.length());
            String rest = call.group(3);
            return switch (call.group(1)) {
                case "pwrite64" -> Optional.of(write(name, number, rest));
                case "ftruncate" -> Optional.of(cut(name, number, rest));
                default -> Optional.of(new Sync(name, number, number));
            };
        }

        private static Op write(String name, int number, String rest) {
            Matcher written = WRITTEN.matcher(rest);
            if (!written.matches() || written.group(2) != null) {
                throw new IllegalStateException("a write that was not recorded whole");
            }
            String hex = written.group(1).replace("\\x", "");
            return new Write(name, number, number, Long.parseLong(written.group(4)), hex);
        }

        private static Op cut(String name, int number, String rest) {
            Matcher length = LENGTH.matcher(rest);
            if (!length.matches()) {
                throw new IllegalStateException("a length that was not recorded");
            }
            return new Cut(name, number, number, Long.parseLong(length.group(1)));
        }

        /// Names are recorded as the bytes they are.
        private static String plain(String recorded) {
            return recorded.startsWith("\\x")
                    ? new String(
                            HexFormat.of().parseHex(recorded.replace("\\x", "")),
                            StandardCharsets.UTF_8)
                    : recorded;
        }

        private static Op ending(Op op, int at) {
            return switch (op) {
                case Write w -> new Write(w.file(), w.began(), at, w.at(), w.hex());
                case Cut c -> new Cut(c.file(), c.began(), at, c.length());
                case Sync s -> new Sync(s.file(), s.began(), at);
            };
        }

        Traced traced() {
            unfinished.values().forEach(op -> ops.add(ending(op, Integer.MAX_VALUE)));
            return new Traced(List.copyOf(ops), times.size(), List.copyOf(times));
        }
    }
}
