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
    /// @param without since when every try failed
    /// @param rung whether somebody was rung about that
    public record Last(
            Instant triedAt,
            Optional<String> why,
            Optional<Good> good,
            Optional<Instant> without,
            boolean rung) {
        /// From when on there was none newer.
        Optional<Instant> newest() {
            return good.map(Good::madeAt).or(() -> without);
        }
    }

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
                                instant(lines, "made-at").map(made -> good(made, lines)),
                                instant(lines, "without-since"),
                                "true".equals(lines.get("rung"))));
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
        write(new Last(triedAt, Optional.empty(), Optional.of(good), Optional.empty(), false));
    }

    /// The last good one is kept in mind.
    void failed(Instant triedAt, String why) {
        Optional<Last> before = last();
        write(
                new Last(
                        triedAt,
                        Optional.of(why),
                        before.flatMap(Last::good),
                        before.flatMap(Last::without).or(() -> Optional.of(triedAt)),
                        before.map(Last::rung).orElse(false)));
    }

    /// That somebody was rung, once until one goes well.
    void rang(Last last) {
        write(new Last(last.triedAt(), last.why(), last.good(), last.without(), true));
    }

    private void write(Last last) {
        var lines = new TreeMap<String, String>();
        lines.put("tried-at", last.triedAt().toString());
        last.why().ifPresent(why -> lines.put("why", why));
        last.good().ifPresent(good -> put(lines, good));
        last.without().ifPresent(since -> lines.put("without-since", since.toString()));
        if (last.rung()) {
            lines.put("rung", "true");
        }
        write(LAST, lines);
    }

    private static void put(Map<String, String> lines, Good good) {
        lines.put("made-at", good.madeAt().toString());
        lines.put("file", good.file());
        lines.put("recipients", good.recipients());
        lines.put("same-disk", Boolean.toString(good.sameDisk()));
    }

    void drilled(Drill drill) {
        var proofs = proofs().with(new Proofs.Proof(drill.at(), drill.madeAt()));
        write(
                DRILL,
                Map.of(
                        "drilled-at", drill.at().toString(),
                        "made-at", drill.madeAt().toString(),
                        "recipients", drill.recipients(),
                        "opened", proofs.written()));
    }

    /// Which files of slots were opened in drills.
    Proofs proofs() {
        return Proofs.read(read(DRILL).map(lines -> lines.getOrDefault("opened", "")).orElse(""));
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
