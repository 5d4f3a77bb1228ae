package org.watchword.desk.watch.timer;

import java.util.random.RandomGenerator;
import org.watchword.formats.cipher.Octets;

/// Which timer: 128 random bits, which mean nothing to whoever has not the thing it is for.
public record TimerId(Octets octets) {
    public static final int BYTES = 16;

    public TimerId {
        octets.exactly(BYTES);
    }

    /// A new one.
    ///
    /// @param random must be one that nobody can foretell
    public static TimerId fresh(RandomGenerator random) {
        byte[] id = new byte[BYTES];
        random.nextBytes(id);
        return new TimerId(Octets.of(id));
    }
}
