package org.watchword.formats.slot;

import java.util.Optional;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.cipher.Sha256;
import org.watchword.formats.cipher.XWing;

/// The public half of a {@link ReadingKey}: what is sealed to it, its owner reads.
public record Address(Octets octets) {
    public static final int BYTES = XWing.PUBLIC_BYTES;

    public Address {
        octets.exactly(BYTES);
    }

    /// Empty when it is no sound key.
    public static Optional<Address> read(byte[] bytes) {
        return XWing.isSound(bytes) ? Optional.of(new Address(Octets.of(bytes))) : Optional.empty();
    }

    /// How a place names it.
    byte[] fingerprint() {
        return Sha256.of(octets.bytes());
    }
}
