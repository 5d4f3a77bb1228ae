package org.watchword.formats.entry;

import org.watchword.formats.cipher.Octets;

/// Which organisation: 128 random bits.
public record OrganisationId(Octets octets) {
    public static final int BYTES = 16;

    public OrganisationId {
        octets.exactly(BYTES);
    }
}
