package org.watchword.formats.entry;

import org.watchword.formats.cipher.Octets;

/// What an entry says of a piece of evidence belongs to it: 32 bytes that evidence gives a meaning.
public record EvidenceReference(Octets octets) {
    public static final int BYTES = 32;

    public EvidenceReference {
        octets.exactly(BYTES);
    }
}
