package org.watchword.desk.casebook.envelope;

import java.util.Optional;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.desk.watch.CodenameId;
import org.watchword.formats.cbor.CborReader;
import org.watchword.formats.cbor.CborWriter;
import org.watchword.formats.cbor.NotCanonical;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.Entry;
import org.watchword.formats.entry.EntryType;

/// What an emergency envelope says: `[1, code-name, name, address, health, authority]`, the
/// code-name by its number, the rest as somebody typed it, each maybe empty.
///
/// @param authority by what the lawyer may act for the person
public record Envelope(
        CodenameId codename, String name, String address, String health, String authority) {
    static final EntryType TYPE = new EntryType("envelope");

    private static final int VERSION = 1;
    private static final int ITEMS = 6;

    /// A character takes four bytes at most.
    private static final int TEXT_BYTES = 4 * CaseLimits.ENVELOPE_CHARACTERS;

    static Envelope empty(CodenameId codename) {
        return new Envelope(codename, "", "", "", "");
    }

    boolean isEmpty() {
        return (name + address + health + authority).isEmpty();
    }

    Octets body() {
        return Octets.of(
                new CborWriter()
                        .array(ITEMS)
                        .number(VERSION)
                        .number(codename.value())
                        .text(name)
                        .text(address)
                        .text(health)
                        .text(authority)
                        .written());
    }

    /// Empty for an entry that says anything else.
    static Optional<Envelope> in(Entry entry) {
        if (!entry.type().equals(TYPE)) {
            return Optional.empty();
        }
        try {
            var from = new CborReader(entry.body().bytes());
            from.array(ITEMS, ITEMS);
            if (from.number(Long.MAX_VALUE) != VERSION) {
                return Optional.empty();
            }
            var read =
                    new Envelope(
                            new CodenameId(from.number(Long.MAX_VALUE)),
                            from.text(TEXT_BYTES),
                            from.text(TEXT_BYTES),
                            from.text(TEXT_BYTES),
                            from.text(TEXT_BYTES));
            from.end();
            return Optional.of(read);
        } catch (NotCanonical e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "an envelope of " + codename;
    }
}
