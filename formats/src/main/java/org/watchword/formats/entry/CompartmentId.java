package org.watchword.formats.entry;

import org.watchword.formats.cipher.Octets;

/// Which compartment of a case: 128 random bits.
public record CompartmentId(Octets octets) {
    public static final int BYTES = 16;

    public CompartmentId {
        octets.exactly(BYTES);
    }
}
