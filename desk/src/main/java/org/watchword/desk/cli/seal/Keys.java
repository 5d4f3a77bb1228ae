package org.watchword.desk.cli.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchword.desk.basis.Sentence;
import org.watchword.formats.age.Identity;
import org.watchword.formats.age.KeyFile;
import org.watchword.formats.age.PassphraseIdentity;
import org.watchword.formats.age.PassphraseRecipient;
import org.watchword.formats.age.Recipient;
import org.watchword.formats.cipher.Key;

/// Reads the keys that a command was given. What a bad one holds is never shown: somebody may have
/// named the wrong file.
final class Keys {
    private static final int LONGEST_FILE = 256 * 1024;
    private static final int LONGEST_PASSPHRASE = 1024;

    /// Whom a file is sealed to; they go together.
    static List<Recipient> recipients(
            List<String> named, List<Path> files, Optional<Path> passphrase) {
        List<Recipient> all = new ArrayList<>();
        for (String text : named) {
            all.add(
                    Recipient.parse(text)
                            .orElseThrow(
                                    () -> NotDone.given(Sentence.of("cli.seal.bad-recipient"))));
        }
        for (Path file : files) {
            switch (KeyFile.recipients(bytes(file, LONGEST_FILE))) {
                case KeyFile.Good<Recipient>(var keys) -> all.addAll(keys);
                case KeyFile.BadLine<Recipient>(int line) -> throw badLine(file, line);
            }
        }
        passphrase.ifPresent(file -> all.add(new PassphraseRecipient(passphrase(file))));
        Recipient.problem(all)
                .ifPresent(problem -> {
                    throw NotDone.given(said(problem));
                });
        return all;
    }

    private static Sentence said(Recipient.Problem problem) {
        return switch (problem) {
            case NOBODY -> Sentence.of("cli.seal.nobody");
            case PASSPHRASE_NOT_ALONE -> Sentence.of("cli.seal.passphrase-not-alone");
            case WEAKER_BESIDE_POST_QUANTUM -> Sentence.of("cli.seal.weaker-beside");
        };
    }

    /// What opens a file. Whoever gets them closes them.
    static List<Identity> identities(List<Path> files, Optional<Path> passphrase, int mostWork) {
        List<Identity> all = new ArrayList<>();
        for (Path file : files) {
            byte[] bytes = bytes(file, LONGEST_FILE);
            KeyFile<Identity> read = KeyFile.identities(bytes);
            Arrays.fill(bytes, (byte) 0);
            switch (read) {
                case KeyFile.Good<Identity>(var keys) -> all.addAll(keys);
                case KeyFile.BadLine<Identity>(int line) -> throw badLine(file, line);
            }
        }
        passphrase.ifPresent(file -> all.add(new PassphraseIdentity(passphrase(file), mostWork)));
        if (all.isEmpty()) {
            throw NotDone.given(Sentence.of("cli.seal.no-identity"));
        }
        return all;
    }

    private static NotDone badLine(Path file, int line) {
        return NotDone.given(
                new Sentence("cli.seal.bad-line", Map.of("file", file.toString(), "line", line)));
    }

    /// The one line of a file, byte for byte without its end.
    private static Key passphrase(Path file) {
        byte[] bytes = bytes(file, LONGEST_PASSPHRASE);
        int end = bytes.length;
        if (end > 0 && bytes[end - 1] == '\n') {
            end -= end > 1 && bytes[end - 2] == '\r' ? 2 : 1;
        }
        byte[] line = Arrays.copyOf(bytes, end);
        Arrays.fill(bytes, (byte) 0);
        for (byte one : line) {
            if (one == '\n' || one == '\r' || one == 0) {
                end = 0;
            }
        }
        if (end == 0) {
            Arrays.fill(line, (byte) 0);
            throw NotDone.given(Sentence.of("cli.seal.bad-passphrase", "file", file.toString()));
        }
        return Key.taking(line);
    }

    private static byte[] bytes(Path file, int most) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                Arrays.fill(bytes, (byte) 0);
                throw NotDone.given(Sentence.of("cli.seal.key-too-long", "file", file.toString()));
            }
            return bytes;
        } catch (IOException e) {
            throw NotDone.given(Sentence.of("cli.seal.no-key-file", "file", file.toString()));
        }
    }

    private Keys() {}
}
