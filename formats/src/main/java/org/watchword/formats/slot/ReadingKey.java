package org.watchword.formats.slot;

import java.security.SecureRandom;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.cipher.XWing;

/// The secret X-Wing key by which somebody reads what was sealed to him, or to an epoch.
public final class ReadingKey implements AutoCloseable {
    private final Key seed;
    private final Address address;

    /// Takes over the seed, of 32 bytes.
    public ReadingKey(Key seed) {
        if (seed.length() != XWing.SEED_BYTES) {
            throw new IllegalArgumentException("a reading key has 32 bytes");
        }
        this.seed = seed;
        address = new Address(Octets.of(XWing.publicKey(seed)));
    }

    public static ReadingKey fresh(SecureRandom random) {
        return new ReadingKey(Key.fresh(XWing.SEED_BYTES, random));
    }

    public Address address() {
        return address;
    }

    Key seed() {
        return seed;
    }

    @Override
    public void close() {
        seed.close();
    }
}
