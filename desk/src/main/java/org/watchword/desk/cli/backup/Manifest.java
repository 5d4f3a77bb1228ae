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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The first file in a backup: what it is, when it was made, and what must be in it.
///
/// @param schema the version of the tables in the database
/// @param files the other files, in the order in which they follow
record Manifest(Instant madeAt, String schema, List<Sum> files) {
    static final String NAME = "manifest.txt";

    /// What a backup consists of, in this order.
    static final List<String> FILES = List.of("desk.yaml", "watch.key", "desk.db");

    static final int FORMAT = 1;
    static final long LONGEST = 64 * 1024;

    private static final Pattern LINES =
            Pattern.compile(
                    "format: (\\d{1,6})\nmade-at: (\\S{10,40})\n"
                            + "schema: ([0-9._]{1,20})\n((?:.+\n)+)");
    private static final Pattern FILE =
            Pattern.compile("file: ([a-z.]{1,40}) (\\d{1,12}) ([0-9a-f]{64})");

    Manifest {
        files = List.copyOf(files);
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
        text.append("format: ").append(FORMAT).append('\n');
        text.append("made-at: ").append(madeAt).append('\n');
        text.append("schema: ").append(schema).append('\n');
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
        if (Integer.parseInt(lines.group(1)) != FORMAT) {
            throw Undone.input("cli.backup.newer");
        }
        var files = new ArrayList<Sum>();
        for (String line : lines.group(4).lines().toList()) {
            Matcher file = FILE.matcher(line);
            if (!file.matches()) {
                throw Undone.input("cli.backup.not-one");
            }
            files.add(new Sum(file.group(1), Long.parseLong(file.group(2)), file.group(3)));
        }
        if (!files.stream().map(Sum::name).toList().equals(FILES)) {
            throw Undone.input("cli.backup.not-one");
        }
        return new Manifest(instant(lines.group(2)), lines.group(3), files);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw Undone.input("cli.backup.not-one");
        }
    }
}
