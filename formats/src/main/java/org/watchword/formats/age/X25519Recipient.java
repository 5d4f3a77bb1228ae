package org.watchword.formats.age;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.watchword.formats.cipher.Chacha;
import org.watchword.formats.cipher.Hkdf;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.cipher.X25519;

/// The recipient type X25519 of age.
public final class X25519Recipient implements Recipient {
    static final String TYPE = "X25519";
    static final String PREFIX = "age";
    static final byte[] NONCE = new byte[Chacha.NONCE_BYTES];
    static final int BODY_BYTES = FileKey.BYTES + Chacha.TAG_BYTES;

    private static final String INFO = "age-encryption.org/v1/X25519";

    private final byte[] point;

    private X25519Recipient(byte[] point) {
        this.point = point;
    }

    /// Empty when nothing could be agreed with them alone.
    static Optional<Recipient> of(byte[] point) {
        return X25519.isSound(point)
                ? Optional.of(new X25519Recipient(point.clone()))
                : Optional.empty();
    }

    static X25519Recipient ofIdentity(byte[] secret) {
        return new X25519Recipient(X25519.share(secret));
    }

    @Override
    public Stanza wrap(FileKey fileKey, SecureRandom random) {
        byte[] ephemeral = new byte[X25519.BYTES];
        random.nextBytes(ephemeral);
        byte[] share = X25519.share(ephemeral);
        byte[] agreed = X25519.agree(ephemeral, point).orElseThrow();
        Arrays.fill(ephemeral, (byte) 0);
        byte[] clear = fileKey.bytes();
        try (Key key = wrapKey(agreed, share)) {
            return Stanza.of(Chacha.seal(key, NONCE, clear), TYPE, Base64Text.of(share));
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    /// The key that wraps the file key; what was agreed is zeroed.
    Key wrapKey(byte[] agreed, byte[] share) {
        byte[] salt = ByteBuffer.allocate(2 * X25519.BYTES).put(share).put(point).array();
        try {
            return Hkdf.derive(agreed, salt, INFO);
        } finally {
            Arrays.fill(agreed, (byte) 0);
        }
    }

    @Override
    public boolean isPostQuantum() {
        return false;
    }

    /// As age writes it.
    @Override
    public String toString() {
        return new String(new Bech32(PREFIX, point).lower(), StandardCharsets.US_ASCII);
    }
}
