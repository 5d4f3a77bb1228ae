package org.watchword.formats.entry;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.watchword.formats.Drawn;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.cipher.SigningKey;

/// An author with a program of his own, who seals whatever he likes, with a leaf that fits it.
final class Dishonest {
    private final Drawn random;
    private final SigningKey key;

    Dishonest(Drawn random, SigningKey key) {
        this.random = random;
        this.key = key;
    }

    EntrySealer.Sealed bodied(EntryContext place, byte[] body) {
        return signed(place, body, commitment -> key.sign(Seal.toBeSigned(place, commitment)));
    }

    EntrySealer.Sealed signed(
            EntryContext place, byte[] body, Function<Commitment, byte[]> signature) {
        byte[] r = random.bytes(Inside.R_BYTES);
        var commitment = Commitment.of(r, body);
        byte[] padded = Inside.of(r, signature.apply(commitment), body).padded();
        return around(place, padded, commitment);
    }

    /// By a key of low order, for which anybody can make a signature that would hold.
    EntrySealer.Sealed byNobody(Entry entry) {
        byte[] identity = new byte[AuthorKey.BYTES];
        identity[0] = 1;
        var nobody =
                new Entry(
                        entry.context(),
                        entry.type(),
                        new AuthorKey(Octets.of(identity)),
                        entry.at(),
                        entry.seen(),
                        entry.body(),
                        entry.evidence());
        return signed(entry.context(), Body.written(nobody), _ -> Arrays.copyOf(identity, 64));
    }

    /// The inside of an honest one, changed before it was sealed.
    EntrySealer.Sealed padded(EntryContext place, byte[] body, UnaryOperator<byte[]> change) {
        byte[] r = random.bytes(Inside.R_BYTES);
        var commitment = Commitment.of(r, body);
        byte[] signature = key.sign(Seal.toBeSigned(place, commitment));
        byte[] padded = change.apply(Inside.of(r, signature, body).padded());
        return around(place, padded, commitment);
    }

    EntrySealer.Sealed around(EntryContext place, byte[] padded, Commitment commitment) {
        var dataKey = DataKey.fresh(random);
        SealedEntry sealed = Seal.around(padded, place, dataKey);
        return new EntrySealer.Sealed(
                sealed, Leaf.of(sealed, commitment, dataKey.commitment()), dataKey);
    }

    /// A leaf that fits changed bytes.
    static Leaf fitting(byte[] changed, Leaf leaf) {
        return Leaf.of(
                new SealedEntry(Octets.of(changed)), leaf.commitment(), leaf.keyCommitment());
    }
}
