package org.watchword.formats.entry;

import org.watchword.formats.cipher.Octets;

/// Which entry: 128 random bits.
public record EntryId(Octets octets) {
    public static final int BYTES = 16;

    public EntryId {
        octets.exactly(BYTES);
    }
}
