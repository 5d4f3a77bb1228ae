package org.watchword.formats.membership;

import org.watchword.formats.cbor.CborWriter;
import org.watchword.formats.cipher.Domain;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.cipher.Sha256;
import org.watchword.formats.entry.OrganisationId;

/// A statement as the one after it names it: a hash over all its bytes, signatures too. That of the
/// founding is the fingerprint of the chain, which is kept on paper.
public record ChainHead(Octets octets) {
    public static final int BYTES = Sha256.BYTES;

    private static final Domain STATEMENT = new Domain("watchword/v1/membership-head");
    private static final Domain BEGINNING = new Domain("watchword/v1/membership-beginning");

    public ChainHead {
        octets.exactly(BYTES);
    }

    /// What the founding names, before which nothing stands.
    static ChainHead beginning(OrganisationId organisation) {
        byte[] named = new CborWriter().bytes(organisation.octets().bytes()).written();
        return new ChainHead(Octets.of(Sha256.of(BEGINNING.before(named))));
    }

    static ChainHead of(byte[] signed) {
        return new ChainHead(Octets.of(Sha256.of(STATEMENT.before(signed))));
    }
}
