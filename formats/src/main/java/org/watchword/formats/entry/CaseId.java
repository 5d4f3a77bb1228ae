package org.watchword.formats.entry;

import org.watchword.formats.cipher.Octets;

/// Which case of an organisation: 128 random bits.
public record CaseId(Octets octets) {
    public static final int BYTES = 16;

    public CaseId {
        octets.exactly(BYTES);
    }
}
