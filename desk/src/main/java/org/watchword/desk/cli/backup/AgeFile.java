package org.watchword.desk.cli.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Looks at an encrypted file from outside, as far as that goes without what opens it
/// (`age-encryption.org/v1`): to how many recipients it is sealed, and how long its content is.
///
/// @param recipients stanzas in its head
/// @param length bytes of content, as the chunks of 64 KiB tell
record AgeFile(int recipients, long length) {
    private static final String FIRST = "age-encryption.org/v1";
    private static final int LONGEST_LINE = 8 * 1024;
    private static final int MOST_LINES = 1_000;
    private static final int NONCE = 16;
    private static final int TAG = 16;
    private static final int CHUNK = 64 * 1024;

    /// @throws Undone when it is no such file
    static AgeFile of(Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            var head = new Head(in);
            if (!head.line().equals(FIRST)) {
                throw Undone.input("cli.backup.not-one");
            }
            int stanzas = 0;
            for (int i = 0; i < MOST_LINES; i++) {
                String line = head.line();
                if (line.startsWith("---")) {
                    return new AgeFile(stanzas, content(Files.size(file) - head.read));
                }
                stanzas += line.startsWith("-> ") ? 1 : 0;
            }
            throw Undone.input("cli.backup.not-one");
        }
    }

    private static long content(long payload) {
        long chunks = payload - NONCE;
        long count = Math.max(1, (chunks + CHUNK + TAG - 1) / (CHUNK + TAG));
        return chunks - count * TAG;
    }

    private static final class Head {
        private final InputStream in;
        private long read;

        Head(InputStream in) {
            this.in = in;
        }

        String line() throws IOException {
            var line = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0 || line.length() >= LONGEST_LINE) {
                    throw Undone.input("cli.backup.not-one");
                }
                line.append((char) c);
                read++;
            }
            read++;
            return new String(
                    line.toString().getBytes(StandardCharsets.ISO_8859_1),
                    StandardCharsets.US_ASCII);
        }
    }
}
