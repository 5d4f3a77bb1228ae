package org.watchword.formats.cipher;

import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// The secret half of an Ed25519 key (RFC 8032), by Bouncy Castle. It keeps its public half beside
/// it: signing with a public key that belongs to another secret would give the secret away.
public final class SigningKey implements AutoCloseable {
    public static final int SEED_BYTES = Ed25519.SECRET_KEY_SIZE;

    private final Key seed;
    private final byte[] publicKey = new byte[VerifyingKey.BYTES];

    /// Takes the seed over.
    public SigningKey(Key seed) {
        this.seed = seed;
        byte[] bytes = seed.getEncoded();
        Ed25519.generatePublicKey(bytes, 0, publicKey, 0);
        Arrays.fill(bytes, (byte) 0);
    }

    public static SigningKey fresh(SecureRandom random) {
        return new SigningKey(Key.fresh(SEED_BYTES, random));
    }

    public byte[] publicKey() {
        return publicKey.clone();
    }

    public byte[] sign(byte[] message) {
        byte[] signature = new byte[VerifyingKey.SIGNATURE_BYTES];
        byte[] bytes = seed.getEncoded();
        Ed25519.sign(bytes, 0, publicKey, 0, message, 0, message.length, signature, 0);
        Arrays.fill(bytes, (byte) 0);
        return signature;
    }

    @Override
    public void close() {
        seed.close();
    }
}
