package org.watchword.formats.entry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.watchword.formats.cbor.NotCanonical;
import org.watchword.formats.cipher.VerifyingKey;

/// Opens entries and verifies everything about them before anything comes out. It remembers the
/// keys of the authors it met, so one of these belongs to one thread.
public final class EntryOpener {
    private static final int AUTHORS = 256;

    private final Map<AuthorKey, Optional<VerifyingKey>> authors =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<AuthorKey, Optional<VerifyingKey>> eldest) {
                    return size() > AUTHORS;
                }
            };

    /// What came of opening.
    public sealed interface Opened {
        /// Whole, in its place, and signed by its author. Whether that author might write it, the
        /// reader knows.
        record Whole(Entry entry) implements Opened {}

        record Failed(EntryFailure failure) implements Opened {}
    }

    /// Opens one entry.
    ///
    /// @param leaf what the tree holds of it
    /// @param context the place where it was looked for
    public Opened open(SealedEntry sealed, Leaf leaf, EntryContext context, DataKey key) {
        byte[] bytes = sealed.octets().bytes();
        if (!Seal.isOfAKnownVersion(bytes)) {
            return failed(EntryFailure.OTHER_VERSION);
        }
        if (!Seal.isOfALength(bytes)) {
            return failed(EntryFailure.NO_ENTRY);
        }
        if (!sealed.hash().equals(leaf.ciphertext())) {
            return failed(EntryFailure.CIPHERTEXT_CHANGED);
        }
        if (!key.commitment().equals(leaf.keyCommitment())) {
            return failed(EntryFailure.OTHER_KEY);
        }
        Optional<byte[]> padded = Seal.opened(bytes, context, key);
        if (padded.isEmpty()) {
            return failed(EntryFailure.NOT_SEALED_HERE);
        }
        Optional<Inside> read = Inside.read(padded.get());
        if (read.isEmpty()) {
            return failed(EntryFailure.BADLY_PADDED);
        }
        try (Inside inside = read.get()) {
            return verified(inside, leaf.commitment(), context);
        }
    }

    private Opened verified(Inside inside, Commitment commitment, EntryContext context) {
        byte[] body = inside.body();
        if (!Commitment.of(inside.r(), body).equals(commitment)) {
            return failed(EntryFailure.OTHER_COMMITMENT);
        }
        Entry entry;
        try {
            entry = Body.read(body);
        } catch (NotCanonical e) {
            return failed(EntryFailure.NOT_CANONICAL);
        }
        if (!entry.context().equals(context)) {
            return failed(EntryFailure.OTHER_CONTEXT);
        }
        byte[] message = Seal.toBeSigned(context, commitment);
        boolean signed =
                authors.computeIfAbsent(entry.author(), AuthorKey::verifying)
                        .map(author -> author.isSigned(message, inside.signature()))
                        .orElse(false);
        return signed ? new Opened.Whole(entry) : failed(EntryFailure.NOT_SIGNED);
    }

    private static Opened failed(EntryFailure failure) {
        return new Opened.Failed(failure);
    }
}
