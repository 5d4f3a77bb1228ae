package org.watchword.desk.ledger;

import org.watchword.desk.vault.Unattended;
import org.watchword.formats.cbor.CborReader;
import org.watchword.formats.cbor.CborWriter;
import org.watchword.formats.cbor.NotCanonical;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.EntryId;
import org.watchword.formats.entry.EntryType;
import org.watchword.formats.entry.Head;

/// What an entry of the type `erased` says: `[1, entry, head]`, of the entry that was erased.
record Erasure(EntryId entry, Head head) {
    static final EntryType TYPE = Unattended.ERASED.type();

    private static final int VERSION = 1;
    private static final int ITEMS = 3;

    Octets body() {
        return Octets.of(
                new CborWriter()
                        .array(ITEMS)
                        .number(VERSION)
                        .bytes(entry.octets().bytes())
                        .bytes(head.octets().bytes())
                        .written());
    }

    /// Whether these bytes say exactly this.
    boolean isSaidBy(Octets body) {
        try {
            var from = new CborReader(body.bytes());
            from.array(ITEMS, ITEMS);
            boolean same =
                    from.number(VERSION) == VERSION
                            && entry.octets().equals(octets(from, EntryId.BYTES))
                            && head.octets().equals(octets(from, Head.BYTES));
            from.end();
            return same;
        } catch (NotCanonical e) {
            return false;
        }
    }

    private static Octets octets(CborReader from, int length) throws NotCanonical {
        return Octets.of(from.bytes(length, length));
    }
}
