package org.watchword.formats.entry;

import java.security.SecureRandom;
import org.watchword.formats.cipher.SigningKey;

/// Signs entries and seals them, each under a key of its own.
public record EntrySealer(SecureRandom random) {
    /// An entry sealed, and what goes to other places than its bytes.
    ///
    /// @param leaf what of it goes into the tree
    /// @param key its owner seals it into slots, and closes it
    public record Sealed(SealedEntry entry, Leaf leaf, DataKey key) {}

    /// Signs and seals one entry.
    ///
    /// @throws IllegalArgumentException when the entry names another author
    public Sealed seal(Entry entry, SigningKey author) {
        byte[] body = Body.written(entry);
        if (!entry.author().isOf(author)) {
            throw new IllegalArgumentException("the entry names another author");
        }
        byte[] r = new byte[Inside.R_BYTES];
        random.nextBytes(r);
        var commitment = Commitment.of(r, body);
        byte[] signature = author.sign(Seal.toBeSigned(entry.context(), commitment));
        var key = DataKey.fresh(random);
        try (var inside = Inside.of(r, signature, body)) {
            var sealed = Seal.around(inside.padded(), entry.context(), key);
            return new Sealed(sealed, Leaf.of(sealed, commitment, key.commitment()), key);
        }
    }
}
