package org.watchword.desk.cli.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The first file in a backup: what it is, when it was made, and what must be in it.
///
/// @param holds which of the files of a backup it is in
/// @param schema the version of the tables in the database
/// @param desk the SHA-256 of the watch key, by which slots and the rest are of one desk
/// @param files the other files, in the order in which they follow
record Manifest(Holds holds, Instant madeAt, String schema, String desk, List<Sum> files) {
    static final String NAME = "manifest.txt";
    static final String KEY = "watch.key";
    static final String DATABASE = "desk.db";
    static final String SLOTS = "slots.db";

    /// What a backup consists of, in this order.
    static final List<String> FILES = List.of("desk.yaml", KEY, DATABASE);

    static final long LONGEST = 64 * 1024;

    private static final int NEWEST = 2;
    private static final Pattern LINES =
            Pattern.compile(
                    "format: (\\d{1,6})\nmade-at: (\\S{10,40})\n"
                            + "schema: ([0-9._]{1,20})\n(?:desk: ([0-9a-f]{64})\n)?((?:.+\n)+)");
    private static final Pattern FILE =
            Pattern.compile("file: ([a-z.]{1,40}) (\\d{1,12}) ([0-9a-f]{64})");

    Manifest {
        files = List.copyOf(files);
    }

    /// What the files of a backup hold.
    enum Holds {
        /// Everything, slots too: of the first form, of which one file was a backup.
        ALL(1),
        /// Everything but the slots.
        REST(2),
        /// The slots alone.
        SLOTS(2);

        private final int format;

        Holds(int format) {
            this.format = format;
        }

        private List<String> names() {
            return switch (this) {
                case ALL, REST -> FILES;
                case SLOTS -> List.of(Manifest.SLOTS);
            };
        }
    }

    /// Of everything but the slots, as it lies there.
    static Manifest ofRest(Instant madeAt, String schema, List<Path> files) throws IOException {
        List<Sum> sums = sums(Holds.REST, files);
        return new Manifest(Holds.REST, madeAt, schema, desk(sums), sums);
    }

    /// Of the slots of the same backup.
    static Manifest ofSlots(Manifest rest, Path slots) throws IOException {
        List<Sum> sums = sums(Holds.SLOTS, List.of(slots));
        return new Manifest(Holds.SLOTS, rest.madeAt(), rest.schema(), rest.desk(), sums);
    }

    private static List<Sum> sums(Holds holds, List<Path> files) throws IOException {
        var sums = new ArrayList<Sum>();
        for (int i = 0; i < files.size(); i++) {
            sums.add(Sum.of(files.get(i)).named(holds.names().get(i)));
        }
        return sums;
    }

    private static String desk(List<Sum> files) {
        return files.stream()
                .filter(file -> file.name().equals(KEY))
                .map(Sum::sha256)
                .findFirst()
                .orElseThrow();
    }

    /// A file's length and the SHA-256 of its bytes.
    record Sum(String name, long size, String sha256) {
        static Sum of(Path file) throws IOException {
            var digest = digest();
            try (var in =
                    new DigestInputStream(
                            Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), digest)) {
                long size = in.transferTo(OutputStream.nullOutputStream());
                return new Sum(file.getFileName().toString(), size, hex(digest));
            }
        }

        Sum named(String other) {
            return new Sum(other, size, sha256);
        }

        Tar.Entry entry() {
            return new Tar.Entry(name, size);
        }
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    byte[] written() {
        var text = new StringBuilder();
        text.append("format: ").append(holds.format).append('\n');
        text.append("made-at: ").append(madeAt).append('\n');
        text.append("schema: ").append(schema).append('\n');
        if (holds == Holds.SLOTS) {
            text.append("desk: ").append(desk).append('\n');
        }
        for (Sum file : files) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "file: %s %d %s\n",
                            file.name(),
                            file.size(),
                            file.sha256()));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// @throws Undone when it is none, or of a newer form
    static Manifest read(InputStream in) throws IOException {
        String text = new String(in.readNBytes((int) LONGEST), StandardCharsets.UTF_8);
        Matcher lines = LINES.matcher(text);
        if (!lines.matches()) {
            throw Undone.input("cli.backup.not-one");
        }
        int format = Integer.parseInt(lines.group(1));
        if (format > NEWEST) {
            throw Undone.input("cli.backup.newer");
        }
        List<Sum> files = files(lines.group(5));
        Holds holds = holds(format, files.stream().map(Sum::name).toList());
        Optional<String> desk = Optional.ofNullable(lines.group(4));
        if (desk.isPresent() != (holds == Holds.SLOTS)) {
            throw Undone.input("cli.backup.not-one");
        }
        return new Manifest(
                holds,
                instant(lines.group(2)),
                lines.group(3),
                desk.orElseGet(() -> desk(files)),
                files);
    }

    private static List<Sum> files(String lines) {
        var files = new ArrayList<Sum>();
        for (String line : lines.lines().toList()) {
            Matcher file = FILE.matcher(line);
            if (!file.matches()) {
                throw Undone.input("cli.backup.not-one");
            }
            files.add(new Sum(file.group(1), Long.parseLong(file.group(2)), file.group(3)));
        }
        return files;
    }

    private static Holds holds(int format, List<String> names) {
        for (Holds one : Holds.values()) {
            if (one.format == format && one.names().equals(names)) {
                return one;
            }
        }
        throw Undone.input("cli.backup.not-one");
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw Undone.input("cli.backup.not-one");
        }
    }
}
