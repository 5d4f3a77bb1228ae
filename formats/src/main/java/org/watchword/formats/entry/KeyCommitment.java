package org.watchword.formats.entry;

import org.watchword.formats.cipher.Octets;
import org.watchword.formats.cipher.Sha256;

/// What a data key shows of itself, so that whoever is given a key knows whether it is the one:
/// AES-GCM alone can be made to open under two.
public record KeyCommitment(Octets octets) {
    public static final int BYTES = Sha256.BYTES;

    public KeyCommitment {
        octets.exactly(BYTES);
    }
}
