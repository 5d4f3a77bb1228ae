package org.watchword.desk.cli.backup;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The plainest form of a POSIX tar archive: regular files with short names and nothing else. So
/// whoever has the identity can open a backup with `age` and `tar` alone.
final class Tar {
    static final int BLOCK = 512;

    private static final int NAME = 100;
    private static final int MODE_AT = 100;
    private static final int SIZE_AT = 124;
    private static final int SIZE_DIGITS = 11;
    private static final int TIME_AT = 136;
    private static final int SUM_AT = 148;
    private static final int TYPE_AT = 156;
    private static final int MAGIC_AT = 257;
    private static final byte[] MAGIC = "ustar\00000".getBytes(StandardCharsets.US_ASCII);

    /// A file's head in the archive.
    record Entry(String name, long size) {
        /// What it takes up, with its head and what fills its last block.
        long blocks() {
            return BLOCK + padded(size);
        }
    }

    private static long padded(long size) {
        return (size + BLOCK - 1) / BLOCK * BLOCK;
    }

    /// What an archive takes up.
    static long length(Iterable<Entry> entries) {
        long all = 2L * BLOCK;
        for (Entry entry : entries) {
            all += entry.blocks();
        }
        return all;
    }

    /// Writes one file, exactly as long as its head says.
    ///
    /// @throws EOFException when there is less of it
    static void write(OutputStream out, Entry entry, long seconds, InputStream bytes)
            throws IOException {
        out.write(head(entry, seconds));
        long written = 0;
        var piece = new byte[BLOCK * 128];
        while (written < entry.size()) {
            int most = (int) Math.min(piece.length, entry.size() - written);
            int read = bytes.read(piece, 0, most);
            if (read < 0) {
                throw new EOFException(entry.name() + " is shorter than it was");
            }
            out.write(piece, 0, read);
            written += read;
        }
        Arrays.fill(piece, (byte) 0);
        out.write(new byte[(int) (padded(written) - written)]);
    }

    static void end(OutputStream out) throws IOException {
        out.write(new byte[2 * BLOCK]);
    }

    private static byte[] head(Entry entry, long seconds) {
        var head = new byte[BLOCK];
        put(head, 0, entry.name());
        put(head, MODE_AT, "0000600");
        put(head, MODE_AT + 8, "0000000");
        put(head, MODE_AT + 16, "0000000");
        put(head, SIZE_AT, octal(entry.size()));
        put(head, TIME_AT, octal(seconds));
        head[TYPE_AT] = '0';
        System.arraycopy(MAGIC, 0, head, MAGIC_AT, MAGIC.length);
        put(head, SUM_AT, String.format(Locale.ROOT, "%06o\0 ", sum(head)));
        return head;
    }

    private static String octal(long number) {
        return String.format(Locale.ROOT, "%0" + SIZE_DIGITS + "o", number);
    }

    private static void put(byte[] head, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, head, at, bytes.length);
    }

    private static int sum(byte[] head) {
        int sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= SUM_AT && i < SUM_AT + 8 ? ' ' : head[i] & 0xff;
        }
        return sum;
    }

    /// The head of the next file; empty at the end of the archive.
    ///
    /// @throws IOException when it is no head of the plain form
    static Optional<Entry> next(DataInputStream in) throws IOException {
        var head = new byte[BLOCK];
        in.readFully(head);
        if (head[0] == 0) {
            return Optional.empty();
        }
        boolean sound =
                Arrays.equals(head, MAGIC_AT, MAGIC_AT + 5, MAGIC, 0, 5)
                        && head[TYPE_AT] == '0'
                        && number(head, SUM_AT, 6) == sum(head);
        if (!sound) {
            throw new IOException("not a plain archive");
        }
        int end = 0;
        while (end < NAME && head[end] != 0) {
            end++;
        }
        return Optional.of(
                new Entry(
                        new String(head, 0, end, StandardCharsets.US_ASCII),
                        number(head, SIZE_AT, SIZE_DIGITS)));
    }

    private static long number(byte[] head, int at, int digits) throws IOException {
        String text = new String(head, at, digits, StandardCharsets.US_ASCII);
        if (!text.matches("[0-7]+")) {
            throw new IOException("not a number");
        }
        return Long.parseLong(text, 8);
    }

    /// Hands a file's bytes on and skips what fills its last block.
    static void read(DataInputStream in, Entry entry, OutputStream out) throws IOException {
        var piece = new byte[BLOCK * 128];
        long left = entry.size();
        while (left > 0) {
            int read = in.read(piece, 0, (int) Math.min(piece.length, left));
            if (read < 0) {
                throw new EOFException("the archive ends in " + entry.name());
            }
            out.write(piece, 0, read);
            left -= read;
        }
        Arrays.fill(piece, (byte) 0);
        in.readFully(new byte[(int) (padded(entry.size()) - entry.size())]);
    }

    private Tar() {}
}
