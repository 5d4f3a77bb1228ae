package org.watchword.formats.entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.watchword.formats.cbor.CborReader;
import org.watchword.formats.cbor.CborWriter;
import org.watchword.formats.cbor.NotCanonical;
import org.watchword.formats.cipher.Octets;

/// The canonical form of an entry, which is committed to and signed:
///
/// ```
/// [1, organisation, case, compartment, epoch, entry,
///  type, author, milliseconds since 1970, [heads seen], body, [evidence]]
/// ```
final class Body {
    private static final int VERSION = 1;
    private static final int ITEMS = 12;

    static byte[] written(Entry entry) {
        var into = new CborWriter().array(ITEMS).number(VERSION);
        entry.context().items(into);
        into.text(entry.type().word())
                .bytes(entry.author().octets().bytes())
                .number(entry.at().toEpochMilli())
                .array(entry.seen().heads().size());
        entry.seen().heads().forEach(head -> into.bytes(head.octets().bytes()));
        into.bytes(entry.body().bytes()).array(entry.evidence().size());
        entry.evidence().forEach(reference -> into.bytes(reference.octets().bytes()));
        return into.written();
    }

    static Entry read(byte[] bytes) throws NotCanonical {
        var from = new CborReader(bytes);
        from.array(ITEMS, ITEMS);
        if (from.number(VERSION) != VERSION) {
            throw new NotCanonical("another version of the body");
        }
        try {
            Entry entry =
                    new Entry(
                            context(from),
                            new EntryType(from.text(EntryType.MOST_LETTERS)),
                            new AuthorKey(octets(from, AuthorKey.BYTES)),
                            Instant.ofEpochMilli(from.number(Entry.MOST_MILLIS)),
                            seen(from),
                            Octets.of(from.bytes(0, Entry.MOST_BODY_BYTES)),
                            evidence(from));
            from.end();
            return entry;
        } catch (IllegalArgumentException e) {
            // What an entry must be stands once, in the constructors of its parts.
            throw new NotCanonical("parts that no entry has");
        }
    }

    private static EntryContext context(CborReader from) throws NotCanonical {
        return new EntryContext(
                new Epoch(
                        new OrganisationId(octets(from, OrganisationId.BYTES)),
                        new CaseId(octets(from, CaseId.BYTES)),
                        new CompartmentId(octets(from, CompartmentId.BYTES)),
                        from.number(Epoch.MOST)),
                new EntryId(octets(from, EntryId.BYTES)));
    }

    private static Seen seen(CborReader from) throws NotCanonical {
        int count = from.array(1, Seen.MOST);
        List<Head> heads = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            heads.add(new Head(octets(from, Head.BYTES)));
        }
        return new Seen(heads);
    }

    private static List<EvidenceReference> evidence(CborReader from) throws NotCanonical {
        int count = from.array(0, Entry.MOST_EVIDENCE);
        List<EvidenceReference> evidence = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            evidence.add(new EvidenceReference(octets(from, EvidenceReference.BYTES)));
        }
        return evidence;
    }

    private static Octets octets(CborReader from, int length) throws NotCanonical {
        return Octets.of(from.bytes(length, length));
    }

    private Body() {}
}
