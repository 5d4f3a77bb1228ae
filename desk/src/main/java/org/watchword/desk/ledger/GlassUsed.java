package org.watchword.desk.ledger;

import org.watchword.formats.cbor.CborWriter;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.EntryId;
import org.watchword.formats.membership.AccountNumber;

/// What an entry of the type `glass-used` says: `[1, entry, account, occasion, words]`, of the
/// entry that was opened, by whom, for what and why.
record GlassUsed(EntryId entry, AccountNumber holder, long occasion, String words) {
    private static final int VERSION = 1;
    private static final int ITEMS = 5;

    Octets body() {
        return Octets.of(
                new CborWriter()
                        .array(ITEMS)
                        .number(VERSION)
                        .bytes(entry.octets().bytes())
                        .number(holder.number())
                        .number(occasion)
                        .text(words)
                        .written());
    }
}
