package org.watchword.formats.entry;

import java.security.SecureRandom;
import org.watchword.formats.cipher.Domain;
import org.watchword.formats.cipher.Hkdf;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.cipher.Octets;

/// The key of one entry: 256 random bits, for this entry only. What seals is derived from it, and
/// so is what shows that it is the right one.
public final class DataKey implements AutoCloseable {
    public static final int BYTES = 32;

    private static final Domain SEALING = new Domain("watchword/v1/entry-key");
    private static final Domain COMMITTING = new Domain("watchword/v1/key-commitment");

    private final Key secret;

    private DataKey(Key secret) {
        this.secret = secret;
    }

    static DataKey fresh(SecureRandom random) {
        return new DataKey(Key.fresh(BYTES, random));
    }

    /// Takes over what a slot held, of 32 bytes; it is the key of an entry if its commitment is
    /// that entry's.
    public static DataKey taking(Key secret) {
        if (secret.length() != BYTES) {
            throw new IllegalArgumentException("a data key has 32 bytes");
        }
        return new DataKey(secret);
    }

    public KeyCommitment commitment() {
        try (Key derived = Hkdf.derive(secret, COMMITTING.before())) {
            return new KeyCommitment(Octets.of(derived.getEncoded()));
        }
    }

    Key sealing() {
        return Hkdf.derive(secret, SEALING.before());
    }

    /// A copy for a slot to seal, which zeroes it.
    public byte[] secretBytes() {
        return secret.getEncoded();
    }

    @Override
    public void close() {
        secret.close();
    }

    @Override
    public String toString() {
        return "the key of an entry";
    }
}
