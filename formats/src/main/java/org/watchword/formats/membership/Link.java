package org.watchword.formats.membership;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.watchword.formats.cbor.CborReader;
import org.watchword.formats.cbor.CborWriter;
import org.watchword.formats.cbor.NotCanonical;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.cipher.SigningKey;
import org.watchword.formats.entry.AuthorKey;
import org.watchword.formats.entry.Entry;
import org.watchword.formats.entry.Epoch;
import org.watchword.formats.entry.OrganisationId;

/// A statement at its place in the chain: what is signed.
///
/// @param number counted from 0, the founding
/// @param before the one before it
/// @param at when, by the clock of who signs first; nothing is ordered by it
public record Link(
        OrganisationId organisation, long number, ChainHead before, Instant at, Statement says) {
    static final int VERSION = 1;
    private static final int ITEMS = 6;

    public Link {
        if (number < 0 || number > Epoch.MOST || !Entry.isTime(at)) {
            throw new IllegalArgumentException("no number or no time of a statement");
        }
    }

    /// The founding of an organisation, not signed yet.
    public static Link founding(OrganisationId organisation, Instant at, Statement.Founding says) {
        return new Link(organisation, 0, ChainHead.beginning(organisation), at, says);
    }

    /// Signed by one. Who else must sign does so after him.
    public SignedLink signedBy(SigningKey key) {
        return new SignedLink(this, new TreeMap<>(Map.of(AuthorKey.of(key), signature(key))));
    }

    Octets signature(SigningKey key) {
        return Octets.of(key.sign(SignedLink.SIGNING.before(bytes())));
    }

    /// `[version, organisation, number, before, milliseconds since 1970, statement]`.
    byte[] bytes() {
        var into =
                new CborWriter()
                        .array(ITEMS)
                        .number(VERSION)
                        .bytes(organisation.octets().bytes())
                        .number(number)
                        .bytes(before.octets().bytes())
                        .number(at.toEpochMilli());
        Wording.write(says, into);
        return into.written();
    }

    static Link read(byte[] bytes) throws NotCanonical, Unfit {
        var from = new CborReader(bytes);
        from.array(ITEMS, ITEMS);
        Unfit.unless(from.number(Epoch.MOST) == VERSION, MembershipFailure.OTHER_VERSION);
        try {
            Link link =
                    new Link(
                            new OrganisationId(Wording.octets(from, OrganisationId.BYTES)),
                            from.number(Epoch.MOST),
                            new ChainHead(Wording.octets(from, ChainHead.BYTES)),
                            Instant.ofEpochMilli(from.number(Entry.MOST_MILLIS)),
                            Wording.read(from));
            from.end();
            return link;
        } catch (IllegalArgumentException e) {
            // What a statement must be stands once, in the constructors of its parts.
            throw new NotCanonical("parts that no statement has");
        }
    }
}
