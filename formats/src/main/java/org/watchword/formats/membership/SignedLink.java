package org.watchword.formats.membership;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.watchword.formats.cbor.CborReader;
import org.watchword.formats.cbor.CborWriter;
import org.watchword.formats.cbor.NotCanonical;
import org.watchword.formats.cipher.Domain;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.cipher.SigningKey;
import org.watchword.formats.cipher.VerifyingKey;
import org.watchword.formats.entry.AuthorKey;

/// A statement at its place, with the signatures of those who make it. Whether it fits the chain,
/// and whether they may, {@link Membership} says.
public final class SignedLink {
    static final Domain SIGNING = new Domain("watchword/v1/membership-signature");

    /// Sixteen founders are some 20,000.
    private static final int MOST_LINK_BYTES = 1 << 15;

    private static final int ITEMS = 2;
    private static final int SIGNATURE_ITEMS = 2;
    private static final int MOST_SIGNATURES = 3;

    private final Link link;
    private final SortedMap<AuthorKey, Octets> signatures;

    SignedLink(Link link, SortedMap<AuthorKey, Octets> signatures) {
        this.link = link;
        this.signatures = signatures;
    }

    /// One that was kept until somebody else signs it, too; empty when the bytes are none. Whether
    /// it fits a chain, and whether its signatures hold, {@link Membership} says.
    public static Optional<SignedLink> kept(byte[] bytes) {
        try {
            return Optional.of(read(bytes));
        } catch (Unfit e) {
            return Optional.empty();
        }
    }

    /// Under whose keys signatures stand.
    public Set<AuthorKey> by() {
        return Set.copyOf(signatures.keySet());
    }

    public Link link() {
        return link;
    }

    /// Signed by one more. It is the same statement at the same place.
    public SignedLink andBy(SigningKey key) {
        var more = new TreeMap<>(signatures);
        more.put(AuthorKey.of(key), link.signature(key));
        return new SignedLink(link, more);
    }

    public ChainHead head() {
        return ChainHead.of(bytes());
    }

    /// `[link, [[key, signature], …]]`, in rising order of keys.
    public byte[] bytes() {
        var into = new CborWriter().array(ITEMS).bytes(link.bytes()).array(signatures.size());
        for (Map.Entry<AuthorKey, Octets> one : signatures.entrySet()) {
            into.array(SIGNATURE_ITEMS)
                    .bytes(one.getKey().octets().bytes())
                    .bytes(one.getValue().bytes());
        }
        return into.written();
    }

    static SignedLink read(byte[] bytes) throws Unfit {
        try {
            var from = new CborReader(bytes);
            from.array(ITEMS, ITEMS);
            Link link = Link.read(from.bytes(0, MOST_LINK_BYTES));
            int count = from.array(1, MOST_SIGNATURES);
            SortedMap<AuthorKey, Octets> signatures = new TreeMap<>();
            for (int i = 0; i < count; i++) {
                from.array(SIGNATURE_ITEMS, SIGNATURE_ITEMS);
                AuthorKey key = Wording.signing(from);
                if (i > 0 && signatures.lastKey().compareTo(key) >= 0) {
                    throw new NotCanonical("signatures out of order");
                }
                signatures.put(key, Wording.octets(from, VerifyingKey.SIGNATURE_BYTES));
            }
            from.end();
            return new SignedLink(link, signatures);
        } catch (NotCanonical e) {
            throw new Unfit(MembershipFailure.NOT_CANONICAL);
        }
    }

    /// Who signed, when all their signatures hold.
    Signers signers() throws Unfit {
        byte[] message = SIGNING.before(link.bytes());
        for (Map.Entry<AuthorKey, Octets> one : signatures.entrySet()) {
            boolean holds =
                    VerifyingKey.of(one.getKey().octets().bytes())
                            .map(key -> key.isSigned(message, one.getValue().bytes()))
                            .orElse(false);
            Unfit.unless(holds, MembershipFailure.NOT_SIGNED);
        }
        return new Signers(signatures.keySet());
    }
}
