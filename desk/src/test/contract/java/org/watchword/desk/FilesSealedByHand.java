package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.Language;
import org.watchword.desk.cli.seal.Outcome;
import org.watchword.desk.cli.seal.Place;
import org.watchword.desk.cli.seal.Progress;
import org.watchword.desk.cli.seal.Sealing;

/// `seal`, `open` and `keygen`.
class FilesSealedByHand {
    private static final String RECIPIENT_LINE = "# public key: ";

    @TempDir private Path dir;
    private Path clear;
    private Path sealed;
    private Path opened;
    private Path identity;
    private String recipient = "";

    @BeforeEach
    void a_file_and_a_key() throws IOException {
        clear = Files.write(dir.resolve("clear"), bytes(3_000_000));
        sealed = dir.resolve("sealed.age");
        opened = dir.resolve("opened");
        identity = dir.resolve("identity");
        assertEquals(0, run("keygen", "-o", identity));
        recipient = recipientOf(identity);
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new SplittableRandom(length).nextBytes(bytes);
        return bytes;
    }

    private static String recipientOf(Path identity) throws IOException {
        return Files.readAllLines(identity).stream()
                .filter(line -> line.startsWith(RECIPIENT_LINE))
                .map(line -> line.substring(RECIPIENT_LINE.length()))
                .findFirst()
                .orElseThrow();
    }

    private static int run(Object... line) {
        return Watchword.run(Stream.of(line).map(Object::toString).toArray(String[]::new));
    }

    @Test
    void open_again_with_the_key_they_were_sealed_to() throws IOException {
        assertEquals(0, run("seal", "-r", recipient, "-o", sealed, clear));
        assertEquals(0, run("open", "--identity-file", identity, "-o", opened, sealed));
        assertEquals(-1, Files.mismatch(clear, opened));
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(opened)));
    }

    @Test
    void open_again_as_text_and_from_a_list_of_recipients() throws IOException {
        Path other = dir.resolve("other");
        assertEquals(0, run("keygen", "-o", other));
        Path list =
                Files.writeString(
                        dir.resolve("team"), "# us\n" + recipient + "\n" + recipientOf(other));
        assertEquals(0, run("seal", "-a", "-R", list, "-o", sealed, clear));
        assertTrue(Files.readString(sealed).startsWith("-----BEGIN AGE ENCRYPTED FILE-----\n"));
        assertEquals(0, run("open", "-i", other, "-o", opened, sealed));
        assertEquals(-1, Files.mismatch(clear, opened));
    }

    @Test
    void open_again_with_their_passphrase_and_with_no_other() throws IOException {
        Path words = Files.writeString(dir.resolve("words"), "low tide at six\r\n");
        assertEquals(0, run("seal", "--passphrase-file", words, "-o", sealed, clear));
        Path same = Files.writeString(dir.resolve("same"), "low tide at six");
        assertEquals(0, run("open", "--passphrase-file", same, "-o", opened, sealed));
        assertEquals(-1, Files.mismatch(clear, opened));
        Path other = Files.writeString(dir.resolve("other"), "low tide at seven");
        Path again = dir.resolve("again");
        assertEquals(1, run("open", "--passphrase-file", other, "-o", again, sealed));
        assertFalse(Files.exists(again));
    }

    @Test
    void go_through_pipes() throws IOException {
        var into = new ByteArrayOutputStream();
        var whom = new Sealing.Whom(List.of(recipient), List.of(), Optional.empty());
        var pipe = new Place(Optional.empty(), Optional.empty(), false);
        try (InputStream in = Files.newInputStream(clear)) {
            assertEquals(new Outcome.Done(), sealing(in, into, false).seal(whom, pipe, false));
            assertEquals(-1, in.read(), "it was read to its end and stays open");
        }
        var out = new ByteArrayOutputStream();
        assertEquals(new Outcome.Done(), open(into.toByteArray(), out));
        assertArrayEquals(Files.readAllBytes(clear), out.toByteArray());
    }

    private Sealing sealing(InputStream in, OutputStream out, boolean isScreen) {
        var words = Wiring.words().in(new Language("en"));
        return new Sealing(
                new SecureRandom(),
                new Sealing.Pipes(in, out, isScreen),
                new Progress(Optional.empty(), words, new RealClock()));
    }

    private Outcome open(byte[] file, OutputStream out) {
        return sealing(new ByteArrayInputStream(file), out, false)
                .open(
                        new Sealing.With(List.of(identity), Optional.empty(), 18),
                        new Place(Optional.empty(), Optional.empty(), false));
    }

    private static String refusal(Outcome outcome, int status) {
        var not = (Outcome.Not) outcome;
        assertEquals(status, not.status(), not.why().key());
        return not.why().key();
    }

    @Test
    void are_not_shown_on_a_screen_sealed() {
        var whom = new Sealing.Whom(List.of(recipient), List.of(), Optional.empty());
        var pipe = new Place(Optional.of(clear), Optional.empty(), false);
        var out = new ByteArrayOutputStream();
        var screen = sealing(InputStream.nullInputStream(), out, true);
        assertEquals("cli.seal.screen", refusal(screen.seal(whom, pipe, false), 2));
        assertEquals(0, out.size());
        assertEquals(new Outcome.Done(), screen.seal(whom, pipe, true));
    }

    /// What was spoilt, cut off, or is for others leaves nothing at the name of the output, nor
    /// beside it.
    @Test
    void leave_nothing_when_they_do_not_open() throws IOException {
        assertEquals(0, run("seal", "-r", recipient, "-o", sealed, clear));
        byte[] file = Files.readAllBytes(sealed);
        byte[] spoilt = file.clone();
        spoilt[spoilt.length - 1] ^= 1;
        Files.write(dir.resolve("spoilt"), spoilt);
        Files.write(dir.resolve("cut"), Arrays.copyOf(file, file.length - 100_000));
        Files.write(dir.resolve("more"), Arrays.copyOf(file, file.length + 1));
        Path stranger = dir.resolve("stranger");
        assertEquals(0, run("keygen", "-o", stranger));
        List<String> before = names();
        for (String name : List.of("spoilt", "cut", "more")) {
            assertEquals(1, run("open", "-i", identity, "-o", opened, dir.resolve(name)), name);
        }
        assertEquals(1, run("open", "-i", stranger, "-o", opened, sealed));
        assertEquals(2, run("open", "-i", identity, "-o", opened, clear), "no age file");
        assertEquals(before, names());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(dir)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void say_so_when_some_of_them_already_went_through_a_pipe() throws IOException {
        assertEquals(0, run("seal", "-r", recipient, "-o", sealed, clear));
        byte[] spoilt = Files.readAllBytes(sealed);
        spoilt[spoilt.length - 1] ^= 1;
        var out = new ByteArrayOutputStream();
        assertEquals("cli.seal.begun", refusal(open(spoilt, out), 1));
        byte[] begun = Arrays.copyOf(Files.readAllBytes(clear), out.size());
        assertArrayEquals(begun, out.toByteArray());
        byte[] header = Arrays.copyOf(spoilt, 300);
        assertEquals("cli.seal.header-spoilt", refusal(open(header, out), 1));
    }

    @Test
    void are_never_written_over_what_is_there() throws IOException {
        Files.writeString(sealed, "mine");
        assertEquals(2, run("seal", "-r", recipient, "-o", sealed, clear));
        assertEquals("mine", Files.readString(sealed));
        assertEquals(2, run("keygen", "-o", identity));
        assertEquals(0, run("seal", "-r", recipient, "-o", sealed, "--overwrite", clear));
        assertEquals(0, run("open", "-i", identity, "-o", opened, sealed));
        assertEquals(-1, Files.mismatch(clear, opened));
    }

    @Test
    void say_what_is_wrong_with_what_was_given() throws IOException {
        Path weak = dir.resolve("weak");
        assertEquals(0, run("keygen", "--x25519", "-o", weak));
        Path words = Files.writeString(dir.resolve("words"), "low tide\nat six\n");
        Path empty = Files.writeString(dir.resolve("empty"), "\n");
        assertEquals(2, run("seal", "-o", sealed, clear), "nobody");
        assertEquals(2, run("seal", "-r", "age1harbour", "-o", sealed, clear));
        assertEquals(2, run("seal", "-R", identity, "-o", sealed, clear), "a secret key");
        assertEquals(2, run("seal", "-R", clear, "-o", sealed, clear), "no keys");
        assertEquals(2, run("seal", "-r", recipient, "-r", recipientOf(weak), "-o", sealed));
        assertEquals(2, run("seal", "--passphrase-file", words, "-o", sealed, clear));
        assertEquals(2, run("seal", "--passphrase-file", empty, "-o", sealed, clear));
        assertEquals(2, run("seal", "-r", recipient, "-o", sealed, dir.resolve("nowhere")));
        assertEquals(2, run("seal", "-r", recipient, "-o", sealed, dir));
        assertEquals(3, run("seal", "-r", recipient, "-o", dir.resolve("no/place"), clear));
        assertEquals(2, run("open", "-o", opened, clear), "nothing to open with");
        assertEquals(2, run("open", "-i", dir.resolve("nowhere"), "-o", opened, clear));
        assertEquals(2, run("seal", "--recipient"), "wrong use");
        assertFalse(Files.exists(sealed));
        assertFalse(Files.exists(opened));
    }

    @Test
    void are_refused_as_written_when_the_disk_is_full() {
        var full =
                new OutputStream() {
                    @Override
                    public void write(int one) throws IOException {
                        throw new IOException("no room");
                    }
                };
        var whom = new Sealing.Whom(List.of(recipient), List.of(), Optional.empty());
        var pipe = new Place(Optional.of(clear), Optional.empty(), false);
        var sealing = sealing(InputStream.nullInputStream(), full, false);
        assertEquals("cli.seal.unwritable", refusal(sealing.seal(whom, pipe, false), 3));
    }

    @Test
    void show_how_far_they_are_on_a_screen() throws IOException {
        var screen = new ByteArrayOutputStream();
        var words = Wiring.words().in(new Language("en"));
        var clock =
                new DeskClock() {
                    private long nanos;

                    @Override
                    public Instant instant() {
                        return Instant.EPOCH;
                    }

                    // Half a second passes with every look.
                    @Override
                    public long monotonicNanos() {
                        nanos += 500_000_000;
                        return nanos;
                    }
                };
        var progress = new Progress(Optional.of(new PrintStream(screen, true)), words, clock);
        var sealing =
                new Sealing(
                        new SecureRandom(),
                        new Sealing.Pipes(
                                InputStream.nullInputStream(),
                                OutputStream.nullOutputStream(),
                                false),
                        progress);
        var whom = new Sealing.Whom(List.of(recipient), List.of(), Optional.empty());
        sealing.seal(whom, new Place(Optional.of(clear), Optional.empty(), false), false);
        String said = screen.toString(StandardCharsets.UTF_8);
        assertTrue(said.contains("\r2 MB, 69 %"), said);
        assertTrue(said.endsWith("\n"), said);
    }

    @Test
    @Tag("age")
    void open_with_the_program_age_and_the_other_way_round()
            throws IOException, InterruptedException {
        Path key = dir.resolve("key");
        assertEquals(0, run("keygen", "--x25519", "-o", key));
        String theirs = recipientOf(key);
        assertTrue(AgeKeys.ran(List.of("age-keygen", "-y", key.toString())).startsWith(theirs));
        assertEquals(0, run("seal", "-r", theirs, "-o", sealed, clear));
        var line = List.of("age", "-d", "-i", key + "", "-o", opened + "", sealed + "");
        assertEquals("", AgeKeys.ran(line));
        assertEquals(-1, Files.mismatch(clear, opened));
        Path other = dir.resolve("other.age");
        AgeKeys.ran(List.of("age", "-r", theirs, "-o", other + "", clear + ""));
        assertEquals(0, run("open", "-i", key, "-o", opened, "--overwrite", other));
        assertEquals(-1, Files.mismatch(clear, opened));
    }
}
