package org.watchword.desk.casebook.envelope;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.desk.watch.CodenameId;
import org.watchword.formats.cbor.CborReader;
import org.watchword.formats.cbor.CborWriter;
import org.watchword.formats.cbor.NotCanonical;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.Enclosure;
import org.watchword.formats.entry.Entry;
import org.watchword.formats.entry.EntryType;

/// What an emergency envelope says: `[2, code-name, name, address, health, authority, photo,
/// paper]`, the code-name by its number, the texts as somebody typed them, each maybe empty; of
/// each file `[key, hash]`, or `[]` where there is none. Older ones are of version 1, without the
/// last two.
///
/// @param authority by what the lawyer may act for the person
/// @param enclosed the files beside it
public record Envelope(
        CodenameId codename,
        String name,
        String address,
        String health,
        String authority,
        Map<Enclosed, Enclosure> enclosed) {
    static final EntryType TYPE = new EntryType("envelope");

    private static final int VERSION = 2;
    private static final int WITHOUT_FILES = 1;
    private static final int ITEMS = 8;
    private static final int ITEMS_WITHOUT_FILES = 6;
    private static final int ITEMS_OF_A_FILE = 2;

    /// A character takes four bytes at most.
    private static final int TEXT_BYTES = 4 * CaseLimits.ENVELOPE_CHARACTERS;

    public Envelope {
        enclosed = Map.copyOf(enclosed);
    }

    /// Words alone.
    Envelope(CodenameId codename, String name, String address, String health, String authority) {
        this(codename, name, address, health, authority, Map.of());
    }

    /// The same words, with these files.
    Envelope with(Map<Enclosed, Enclosure> files) {
        return new Envelope(codename, name, address, health, authority, files);
    }

    Optional<Enclosure> file(Enclosed which) {
        return Optional.ofNullable(enclosed.get(which));
    }

    static Envelope empty(CodenameId codename) {
        return new Envelope(codename, "", "", "", "");
    }

    boolean isEmpty() {
        return (name + address + health + authority).isEmpty();
    }

    Octets body() {
        var into =
                new CborWriter()
                        .array(ITEMS)
                        .number(VERSION)
                        .number(codename.value())
                        .text(name)
                        .text(address)
                        .text(health)
                        .text(authority);
        for (Enclosed which : Enclosed.values()) {
            Optional<Enclosure> says = file(which);
            into.array(says.isPresent() ? ITEMS_OF_A_FILE : 0);
            says.ifPresent(one -> into.bytes(one.key().bytes()).bytes(one.hash().bytes()));
        }
        return Octets.of(into.written());
    }

    /// Empty for an entry that says anything else.
    static Optional<Envelope> in(Entry entry) {
        if (!entry.type().equals(TYPE)) {
            return Optional.empty();
        }
        try {
            var from = new CborReader(entry.body().bytes());
            int items = from.array(ITEMS_WITHOUT_FILES, ITEMS);
            long version = from.number(VERSION);
            boolean withFiles = items == ITEMS && version == VERSION;
            if (!withFiles && !(items == ITEMS_WITHOUT_FILES && version == WITHOUT_FILES)) {
                return Optional.empty();
            }
            Envelope words = words(from);
            Envelope read = withFiles ? words.with(files(from)) : words;
            from.end();
            return Optional.of(read);
        } catch (NotCanonical e) {
            return Optional.empty();
        }
    }

    private static Envelope words(CborReader from) throws NotCanonical {
        return new Envelope(
                new CodenameId(from.number(Long.MAX_VALUE)),
                from.text(TEXT_BYTES),
                from.text(TEXT_BYTES),
                from.text(TEXT_BYTES),
                from.text(TEXT_BYTES));
    }

    private static Map<Enclosed, Enclosure> files(CborReader from) throws NotCanonical {
        var files = new EnumMap<Enclosed, Enclosure>(Enclosed.class);
        for (Enclosed which : Enclosed.values()) {
            int items = from.array(0, ITEMS_OF_A_FILE);
            if (items == 1) {
                throw new NotCanonical("half of what is said of a file");
            }
            if (items == ITEMS_OF_A_FILE) {
                Octets key = Octets.of(from.bytes(Enclosure.KEY_BYTES, Enclosure.KEY_BYTES));
                Octets hash = Octets.of(from.bytes(Enclosure.HASH_BYTES, Enclosure.HASH_BYTES));
                files.put(which, new Enclosure(key, hash));
            }
        }
        return files;
    }

    @Override
    public String toString() {
        return "an envelope of " + codename;
    }
}
