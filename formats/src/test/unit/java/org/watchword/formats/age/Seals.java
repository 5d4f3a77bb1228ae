package org.watchword.formats.age;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.SplittableRandom;
import org.watchword.formats.cipher.Key;

/// Files of tests, sealed and opened whole.
final class Seals {
    static final SecureRandom RANDOM = new SecureRandom();
    private static final int LIGHT_WORK = 4;

    static byte[] sealed(byte[] clear, int threads, Recipient... recipients) throws IOException {
        var file = new ByteArrayOutputStream();
        try (var into = new Age(RANDOM, threads).seal(List.of(recipients), file)) {
            into.write(clear);
            into.finish();
        }
        return file.toByteArray();
    }

    static byte[] opened(byte[] file, int threads, Identity... identities) throws IOException {
        var age = new Age(RANDOM, threads);
        try (var from = age.open(List.of(identities), new ByteArrayInputStream(file))) {
            return from.readAllBytes();
        }
    }

    static byte[] armored(byte[] file) throws IOException {
        var text = new ByteArrayOutputStream();
        try (var into = new ArmorWriter(text)) {
            into.write(file);
            into.finish();
        }
        return text.toByteArray();
    }

    static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new SplittableRandom(length).nextBytes(bytes);
        return bytes;
    }

    static Key passphrase(String words) {
        return Key.taking(words.getBytes(StandardCharsets.UTF_8));
    }

    static Recipient knowing(String words) {
        return new PassphraseRecipient(passphrase(words), LIGHT_WORK);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private Seals() {}
}
