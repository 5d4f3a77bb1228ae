package org.watchword.formats.entry;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.cipher.Sha256;

/// All of an entry that goes into the tree: three hashes, which tell nothing and stay when the
/// entry is erased.
///
/// @param ciphertext SHA-256 of the whole sealed entry
public record Leaf(Octets ciphertext, Commitment commitment, KeyCommitment keyCommitment) {
    public static final int BYTES = Sha256.BYTES + Commitment.BYTES + KeyCommitment.BYTES;

    public Leaf {
        ciphertext.exactly(Sha256.BYTES);
    }

    static Leaf of(SealedEntry sealed, Commitment commitment, KeyCommitment keyCommitment) {
        return new Leaf(sealed.hash(), commitment, keyCommitment);
    }

    /// Empty when they are not 96.
    public static Optional<Leaf> read(byte[] bytes) {
        if (bytes.length != BYTES) {
            return Optional.empty();
        }
        return Optional.of(
                new Leaf(
                        part(bytes, 0),
                        new Commitment(part(bytes, 1)),
                        new KeyCommitment(part(bytes, 2))));
    }

    private static Octets part(byte[] bytes, int nth) {
        int from = nth * Sha256.BYTES;
        return Octets.of(Arrays.copyOfRange(bytes, from, from + Sha256.BYTES));
    }

    /// `SHA-256(ciphertext) ‖ commitment ‖ key commitment`.
    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .put(ciphertext.bytes())
                .put(commitment.octets().bytes())
                .put(keyCommitment.octets().bytes())
                .array();
    }
}
