package org.watchword.formats.cipher;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/// HPKE (RFC 9180), base mode, one message to one public key: the KEM is X-Wing (0x647a), the KDF
/// HKDF-SHA256 (0x0001), the AEAD ChaCha20-Poly1305 (0x0003), without associated data.
public final class Hpke {
    private static final byte[] SUITE =
            ByteBuffer.allocate(10)
                    .put(ascii("HPKE"))
                    .putShort((short) 0x647a)
                    .putShort((short) 0x0001)
                    .putShort((short) 0x0003)
                    .array();
    private static final byte BASE = 0;
    private static final byte[] NOTHING = {};

    /// What goes to the other side.
    public static final class Sealed {
        private final byte[] encapsulated;
        private final byte[] ciphertext;

        public Sealed(byte[] encapsulated, byte[] ciphertext) {
            this.encapsulated = encapsulated.clone();
            this.ciphertext = ciphertext.clone();
        }

        public byte[] encapsulated() {
            return encapsulated.clone();
        }

        public byte[] ciphertext() {
            return ciphertext.clone();
        }
    }

    /// What came of opening.
    public sealed interface Opened {
        /// Sealed to this key, and whole.
        record Clear(Key secret) implements Opened {}

        /// For another key, or spoilt.
        record NotForThisKey() implements Opened {}

        /// No honest sender makes this: the point is of low order.
        record Unsound() implements Opened {}
    }

    /// Seals one message; nothing of it is used for another.
    ///
    /// @throws IllegalArgumentException when the public key is not sound
    public static Sealed seal(byte[] publicKey, byte[] info, byte[] clear, SecureRandom random) {
        XWing.Encapsulation made = XWing.encapsulate(publicKey, random);
        try (Key secret = made.secret();
                var schedule = Schedule.of(secret, info)) {
            byte[] ciphertext = Chacha.seal(schedule.key, schedule.nonce, clear);
            return new Sealed(made.encapsulated(), ciphertext);
        }
    }

    public static Opened open(Key seed, byte[] info, Sealed sealed) {
        Optional<Key> agreed = XWing.decapsulate(seed, sealed.encapsulated());
        if (agreed.isEmpty()) {
            return new Opened.Unsound();
        }
        try (Key secret = agreed.get();
                var schedule = Schedule.of(secret, info)) {
            return Chacha.open(schedule.key, schedule.nonce, sealed.ciphertext())
                    .<Opened>map(clear -> new Opened.Clear(Key.taking(clear)))
                    .orElseGet(Opened.NotForThisKey::new);
        }
    }

    /// `KeySchedule` of RFC 9180, 5.1, in base mode.
    private static final class Schedule implements AutoCloseable {
        private final Key key;
        private final byte[] nonce;

        private Schedule(Key key, byte[] nonce) {
            this.key = key;
            this.nonce = nonce;
        }

        static Schedule of(Key secret, byte[] info) {
            byte[] shared = secret.getEncoded();
            try (Key noPsk = extract(NOTHING, "psk_id_hash", NOTHING);
                    Key hashed = extract(NOTHING, "info_hash", info);
                    Key root = extract(shared, "secret", NOTHING)) {
                byte[] context = joined(new byte[] {BASE}, noPsk.getEncoded(), hashed.getEncoded());
                return new Schedule(
                        Key.taking(expand(root, "key", context, Chacha.KEY_BYTES)),
                        expand(root, "base_nonce", context, Chacha.NONCE_BYTES));
            } finally {
                Arrays.fill(shared, (byte) 0);
            }
        }

        @Override
        public void close() {
            key.close();
        }
    }

    private static Key extract(byte[] salt, String label, byte[] secret) {
        return Hkdf.extract(salt, joined(ascii("HPKE-v1"), SUITE, ascii(label), secret));
    }

    private static byte[] expand(Key root, String label, byte[] context, int length) {
        byte[] two = ByteBuffer.allocate(2).putShort((short) length).array();
        return Hkdf.expand(
                root, joined(two, ascii("HPKE-v1"), SUITE, ascii(label), context), length);
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private Hpke() {}
}
