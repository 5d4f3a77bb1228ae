package org.watchword.formats.entry;

import org.watchword.formats.cipher.Octets;
import org.watchword.formats.cipher.Sha256;

/// An entry as it is kept: `version(1) ‖ AES-256-GCM(padded)`. Whether it is one shows when it is
/// opened.
public record SealedEntry(Octets octets) {
    static final byte VERSION = 1;

    Octets hash() {
        return Octets.of(Sha256.of(octets.bytes()));
    }
}
