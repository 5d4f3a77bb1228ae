package org.watchword.formats.entry;

import org.watchword.formats.cipher.Domain;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.cipher.Sha256;

/// The hash that an author commits to an entry by: `SHA-256(domain ‖ r ‖ body)`. It tells nothing
/// of the entry to who does not know `r`, and no second entry has it.
public record Commitment(Octets octets) {
    public static final int BYTES = Sha256.BYTES;

    private static final Domain DOMAIN = new Domain("watchword/v1/entry-commitment");

    public Commitment {
        octets.exactly(BYTES);
    }

    static Commitment of(byte[] r, byte[] body) {
        return new Commitment(Octets.of(Sha256.of(DOMAIN.before(r, body))));
    }
}
