package org.watchword.desk.cli.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a desk remembers of its backups, in two small files beside its data: the command line and
/// the running desk both write them. They hold instants, file names and marks.
public final class Kept {
    static final String LAST = "backup.last";
    static final String DRILL = "backup.drill";

    private static final Logger LOG = LoggerFactory.getLogger(Kept.class);
    private static final long LONGEST = 16 * 1024;

    private final Path desk;

    public Kept(Path desk) {
        this.desk = desk;
    }

    /// The last try.
    ///
    /// @param why the key of the sentence that says why it failed; empty when it went well
    /// @param good the last backup that went well, this one or an earlier one
    public record Last(Instant triedAt, Optional<String> why, Optional<Good> good) {}

    /// A backup that was written.
    ///
    /// @param recipients the mark of those it is sealed to
    /// @param sameDisk it lies on the disk on which the desk lies
    public record Good(Instant madeAt, String file, String recipients, boolean sameDisk) {}

    /// The last time a backup was really opened and looked through.
    ///
    /// @param recipients the mark of those it was sealed to
    public record Drill(Instant at, Instant madeAt, String recipients) {}

    public Optional<Last> last() {
        return read(LAST).flatMap(Kept::last);
    }

    private static Optional<Last> last(Map<String, String> lines) {
        return instant(lines, "tried-at")
                .map(tried ->
                        new Last(
                                tried,
                                Optional.ofNullable(lines.get("why")),
                                instant(lines, "made-at").map(made -> good(made, lines))));
    }

    private static Good good(Instant made, Map<String, String> lines) {
        return new Good(
                made,
                lines.getOrDefault("file", ""),
                lines.getOrDefault("recipients", ""),
                "true".equals(lines.get("same-disk")));
    }

    public Optional<Drill> drill() {
        return read(DRILL)
                .flatMap(lines ->
                        instant(lines, "drilled-at")
                                .flatMap(at ->
                                        instant(lines, "made-at")
                                                .map(made ->
                                                        new Drill(
                                                                at,
                                                                made,
                                                                lines.getOrDefault(
                                                                        "recipients", "")))));
    }

    void wentWell(Instant triedAt, Good good) {
        var lines = new TreeMap<String, String>();
        lines.put("tried-at", triedAt.toString());
        put(lines, good);
        write(LAST, lines);
    }

    /// The last good one is kept in mind.
    void failed(Instant triedAt, String why) {
        var lines = new TreeMap<String, String>();
        lines.put("tried-at", triedAt.toString());
        lines.put("why", why);
        last().flatMap(Last::good).ifPresent(good -> put(lines, good));
        write(LAST, lines);
    }

    private static void put(Map<String, String> lines, Good good) {
        lines.put("made-at", good.madeAt().toString());
        lines.put("file", good.file());
        lines.put("recipients", good.recipients());
        lines.put("same-disk", Boolean.toString(good.sameDisk()));
    }

    void drilled(Drill drill) {
        write(
                DRILL,
                Map.of(
                        "drilled-at", drill.at().toString(),
                        "made-at", drill.madeAt().toString(),
                        "recipients", drill.recipients()));
    }

    private Optional<Map<String, String>> read(String name) {
        Path file = desk.resolve(name);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
                return Optional.empty();
            }
            var lines = new TreeMap<String, String>();
            for (String line : Files.readString(file).lines().toList()) {
                int colon = line.indexOf(": ");
                if (colon > 0) {
                    lines.put(line.substring(0, colon), line.substring(colon + 2));
                }
            }
            return Optional.of(lines);
        } catch (IOException e) {
            LOG.warn("{} cannot be read", name);
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(Map<String, String> lines, String key) {
        try {
            return Optional.ofNullable(lines.get(key)).map(Instant::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// Written whole beside its place and renamed into it.
    private void write(String name, Map<String, String> lines) {
        var text = new StringBuilder();
        lines.forEach((key, value) -> text.append(key).append(": ").append(value).append('\n'));
        Path part = desk.resolve(name + ".new");
        try {
            try (var out =
                    FileChannel.open(
                            part,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.TRUNCATE_EXISTING)) {
                var bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(part, desk.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("{} cannot be written", name);
        }
    }
}
