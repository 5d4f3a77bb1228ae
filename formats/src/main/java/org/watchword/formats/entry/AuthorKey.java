package org.watchword.formats.entry;

import java.util.Optional;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.cipher.SigningKey;
import org.watchword.formats.cipher.VerifyingKey;

/// The Ed25519 public key (RFC 8032) of whoever wrote an entry.
public record AuthorKey(Octets octets) implements Comparable<AuthorKey> {
    public static final int BYTES = VerifyingKey.BYTES;

    public AuthorKey {
        octets.exactly(BYTES);
    }

    public static AuthorKey of(SigningKey key) {
        return new AuthorKey(Octets.of(key.publicKey()));
    }

    boolean isOf(SigningKey key) {
        return equals(of(key));
    }

    /// Empty when it is no sound key.
    Optional<VerifyingKey> verifying() {
        return VerifyingKey.of(octets.bytes());
    }

    @Override
    public int compareTo(AuthorKey other) {
        return octets.compareTo(other.octets);
    }
}
