package org.watchword.formats.age;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.watchword.formats.cipher.Hpke;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.cipher.XWing;

/// The recipient type mlkem768x25519 of age: X25519 and ML-KEM-768 together, so that what is
/// recorded today stays shut before the quantum computers of later.
public final class HybridRecipient implements Recipient {
    static final String TYPE = "mlkem768x25519";
    static final String PREFIX = "age1pq";
    static final byte[] INFO =
            "age-encryption.org/mlkem768x25519".getBytes(StandardCharsets.US_ASCII);

    private final byte[] publicKey;

    private HybridRecipient(byte[] publicKey) {
        this.publicKey = publicKey;
    }

    /// Empty when it is no sound key.
    static Optional<Recipient> of(byte[] publicKey) {
        return XWing.isSound(publicKey)
                ? Optional.of(new HybridRecipient(publicKey.clone()))
                : Optional.empty();
    }

    static HybridRecipient ofIdentity(Key seed) {
        return new HybridRecipient(XWing.publicKey(seed));
    }

    @Override
    public Stanza wrap(FileKey fileKey, SecureRandom random) {
        byte[] clear = fileKey.bytes();
        try {
            Hpke.Sealed sealed = Hpke.seal(publicKey, INFO, clear, random);
            return Stanza.of(sealed.ciphertext(), TYPE, Base64Text.of(sealed.encapsulated()));
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    @Override
    public boolean isPostQuantum() {
        return true;
    }

    /// As age writes it.
    @Override
    public String toString() {
        return new String(new Bech32(PREFIX, publicKey).lower(), StandardCharsets.US_ASCII);
    }
}
