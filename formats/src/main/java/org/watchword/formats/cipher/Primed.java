package org.watchword.formats.cipher;

import java.security.SecureRandom;
import java.util.Arrays;

/// Ciphers that were used until Java compiled them. They are fast only then, and what comes first
/// after a start, an alarm or a case, must not pay for it.
public final class Primed {
    private static final int SEALS = 2_000;
    private static final int SIGNATURES = 1_000;
    private static final int AGREEMENTS = 200;
    private static final int TEXT_BYTES = 64;
    private static final byte[] NOTHING = {};

    /// What seals a field. It takes some tens of milliseconds: whoever rings people waits for it.
    public static void fields() {
        byte[] text = new byte[TEXT_BYTES];
        byte[] nonce = new byte[Xaes.NONCE_BYTES];
        try (Key key = unused(AesGcm.KEY_BYTES)) {
            var xaes = new Xaes(key);
            for (int i = 0; i < SEALS; i++) {
                byte[] sealed = xaes.seal(nonce, text, text);
                same(text, xaes.open(nonce, sealed, text).orElse(NOTHING), "XAES-256-GCM");
            }
        }
    }

    /// What entries, slots and files are made of, on a thread of its own; about a second of work.
    public static Thread inBackground(SecureRandom random) {
        return Thread.ofPlatform().daemon().name("primed").start(() -> everything(random));
    }

    static void everything(SecureRandom random) {
        seals();
        signatures();
        agreements(random);
    }

    private static void seals() {
        byte[] text = new byte[TEXT_BYTES];
        byte[] nonce = new byte[AesGcm.NONCE_BYTES];
        try (Key key = unused(AesGcm.KEY_BYTES)) {
            for (int i = 0; i < SEALS; i++) {
                try (Key derived = Hkdf.derive(key, text)) {
                    byte[] context = Sha256.of(text, Hmac.sha256(key, text));
                    byte[] sealed = AesGcm.seal(derived, nonce, text, context);
                    byte[] opened = AesGcm.open(derived, nonce, sealed, context).orElse(NOTHING);
                    same(text, opened, "AES-256-GCM");
                    byte[] other = Chacha.seal(key, nonce, text);
                    same(text, Chacha.open(key, nonce, other).orElse(NOTHING), "ChaCha20-Poly1305");
                }
            }
        }
    }

    private static void signatures() {
        byte[] text = new byte[TEXT_BYTES];
        try (var key = new SigningKey(unused(SigningKey.SEED_BYTES))) {
            var verifying = VerifyingKey.of(key.publicKey()).orElseThrow();
            for (int i = 0; i < SIGNATURES; i++) {
                boolean holds = verifying.isSigned(text, key.sign(text));
                same(text, holds ? text : NOTHING, "Ed25519");
            }
        }
    }

    private static void agreements(SecureRandom random) {
        byte[] text = new byte[TEXT_BYTES];
        try (Key seed = unused(XWing.SEED_BYTES)) {
            byte[] address = XWing.publicKey(seed);
            for (int i = 0; i < AGREEMENTS; i++) {
                var opened = Hpke.open(seed, text, Hpke.seal(address, text, text, random));
                boolean holds = opened instanceof Hpke.Opened.Clear;
                same(text, holds ? text : NOTHING, "X-Wing");
            }
        }
    }

    /// For nothing but this.
    private static Key unused(int length) {
        return Key.taking(new byte[length]);
    }

    private static void same(byte[] text, byte[] opened, String cipher) {
        if (!Arrays.equals(text, opened)) {
            throw new IllegalStateException(cipher + " does not open what it sealed");
        }
    }

    private Primed() {}
}
