package org.watchword.formats.entry;

import org.watchword.formats.cbor.CborWriter;
import org.watchword.formats.cipher.Domain;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.cipher.Sha256;

/// An entry as later ones name it: the hash of its leaf in the tree (RFC 6962, 2.1).
public record Head(Octets octets) implements Comparable<Head> {
    public static final int BYTES = Sha256.BYTES;

    private static final Domain BEGINNING = new Domain("watchword/v1/beginning");
    private static final byte[] LEAF = {0};
    private static final int COMPARTMENT_ITEMS = 3;

    public Head {
        octets.exactly(BYTES);
    }

    public static Head of(Leaf leaf) {
        return new Head(Octets.of(Sha256.of(LEAF, leaf.bytes())));
    }

    /// What the entries of a compartment name that had none before them.
    public static Head beginning(Epoch epoch) {
        var compartment =
                new CborWriter()
                        .array(COMPARTMENT_ITEMS)
                        .bytes(epoch.organisation().octets().bytes())
                        .bytes(epoch.ofCase().octets().bytes())
                        .bytes(epoch.compartment().octets().bytes());
        return new Head(Octets.of(Sha256.of(BEGINNING.before(compartment.written()))));
    }

    @Override
    public int compareTo(Head other) {
        return octets.compareTo(other.octets);
    }
}
