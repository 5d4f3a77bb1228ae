package org.watchword.formats.age;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.formats.age.Seals.RANDOM;
import static org.watchword.formats.age.Seals.armored;
import static org.watchword.formats.age.Seals.bytes;
import static org.watchword.formats.age.Seals.opened;
import static org.watchword.formats.age.Seals.passphrase;
import static org.watchword.formats.age.Seals.sealed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program `age`, as the system has it: what it seals we open, and the other way round.
@Tag("age")
class TheProgramAge {
    private static final String WORDS = "low-tide-at-six";
    private static final int[] LENGTHS = {0, 1, Chunks.CLEAR, 3 * Chunks.CLEAR + 5, 3_000_000};

    @TempDir private Path directory;

    private byte[] run(byte[] input, String... line) throws IOException, InterruptedException {
        Path in = Files.write(directory.resolve("in"), input);
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        var process =
                new ProcessBuilder(line)
                        .redirectInput(in.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it does not end");
        assertEquals(0, process.exitValue(), Files.readString(err));
        return Files.readAllBytes(out);
    }

    @Test
    void opens_what_we_sealed() throws IOException, InterruptedException {
        var anna = X25519Identity.fresh(RANDOM);
        var boris = X25519Identity.fresh(RANDOM);
        Path key = Files.write(directory.resolve("key"), anna.letters());
        for (int length : LENGTHS) {
            byte[] file = sealed(bytes(length), 2, boris.recipient(), anna.recipient());
            assertArrayEquals(bytes(length), run(file, "age", "-d", "-i", key.toString()));
            byte[] text = armored(file);
            assertArrayEquals(bytes(length), run(text, "age", "-d", "-i", key.toString()));
        }
    }

    @Test
    void seals_what_we_open() throws IOException, InterruptedException {
        byte[] made = run(new byte[0], "age-keygen");
        var good = (KeyFile.Good<Identity>) KeyFile.identities(made);
        var identity = (X25519Identity) good.keys().getFirst();
        String recipient = identity.recipient().toString();
        assertTrue(new String(made, StandardCharsets.US_ASCII).contains(recipient));
        for (int length : LENGTHS) {
            byte[] file = run(bytes(length), "age", "-r", recipient);
            assertArrayEquals(bytes(length), opened(file, 2, identity));
            byte[] text = run(bytes(length), "age", "-a", "-r", recipient);
            assertArrayEquals(bytes(length), opened(text, 2, identity));
        }
    }

    /// It asks for a passphrase on a terminal and nowhere else, so it is given one.
    private void onTerminal(Path input, Path output, String how, int asks)
            throws IOException, InterruptedException {
        String line = "age %s -o '%s' '%s'".formatted(how, output.toString(), input.toString());
        var command = new ArrayList<>(List.of("script", "-qec", line, "/dev/null"));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var keyboard = process.getOutputStream();
                var screen = process.getInputStream()) {
            var shown = new StringBuilder();
            for (int asked = 0; asked < asks; asked++) {
                shown.setLength(0);
                // Each question ends with a colon and a blank.
                for (int c = screen.read(); c >= 0; c = screen.read()) {
                    shown.append((char) c);
                    if (shown.toString().endsWith(": ")) {
                        break;
                    }
                }
                keyboard.write((WORDS + "\n").getBytes(StandardCharsets.US_ASCII));
                keyboard.flush();
            }
            screen.readAllBytes();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            assertEquals(0, process.exitValue(), shown.toString());
        }
    }

    @Test
    void opens_what_we_sealed_with_a_passphrase() throws IOException, InterruptedException {
        byte[] file = sealed(bytes(70_000), 2, new PassphraseRecipient(passphrase(WORDS)));
        Path input = Files.write(directory.resolve("sealed"), file);
        Path output = directory.resolve("clear");
        onTerminal(input, output, "-d", 1);
        assertArrayEquals(bytes(70_000), Files.readAllBytes(output));
    }

    @Test
    void seals_with_a_passphrase_what_we_open() throws IOException, InterruptedException {
        Path input = Files.write(directory.resolve("clear"), bytes(70_000));
        Path output = directory.resolve("sealed");
        onTerminal(input, output, "-p -a", 2);
        var knowing = new PassphraseIdentity(passphrase(WORDS));
        assertArrayEquals(bytes(70_000), opened(Files.readAllBytes(output), 2, knowing));
    }
}
