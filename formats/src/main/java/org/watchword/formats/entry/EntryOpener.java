package org.watchword.formats.entry;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.watchword.formats.cbor.NotCanonical;
import org.watchword.formats.cipher.BatchVerifier;
import org.watchword.formats.cipher.VerifyingKey;

/// Opens entries and verifies everything about them before anything comes out. It remembers the
/// keys of the authors it met, so one of these belongs to one thread.
public final class EntryOpener {
    private static final int AUTHORS = 256;

    /// Fewer signatures are verified sooner one by one.
    private static final int WORTHWHILE = 8;

    /// More at once save next to nothing.
    private static final int AT_ONCE = 128;

    private final Map<AuthorKey, Optional<VerifyingKey>> authors =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<AuthorKey, Optional<VerifyingKey>> eldest) {
                    return size() > AUTHORS;
                }
            };

    private final BatchVerifier together = new BatchVerifier(new SecureRandom());

    /// What came of opening.
    public sealed interface Opened {
        /// Whole, in its place, and signed by its author. Whether that author might write it, the
        /// reader knows.
        record Whole(Entry entry) implements Opened {}

        record Failed(EntryFailure failure) implements Opened {}
    }

    /// What came of everything but the signature.
    public sealed interface Begun {
        /// Whole and in its place. What it says comes out of {@link EntryOpener#verified} alone.
        final class Unverified implements Begun {
            private final Entry entry;
            private final BatchVerifier.Claim signed;

            private Unverified(Entry entry, BatchVerifier.Claim signed) {
                this.entry = entry;
                this.signed = signed;
            }
        }

        record Failed(EntryFailure failure) implements Begun {}
    }

    /// Opens one entry.
    ///
    /// @param leaf what the tree holds of it
    /// @param context the place where it was looked for
    public Opened open(SealedEntry sealed, Leaf leaf, EntryContext context, DataKey key) {
        return verified(List.of(begin(sealed, leaf, context, key))).getFirst();
    }

    /// Opens one entry, and leaves its signature to be verified together with others'.
    ///
    /// @param leaf what the tree holds of it
    /// @param context the place where it was looked for
    public Begun begin(SealedEntry sealed, Leaf leaf, EntryContext context, DataKey key) {
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
            return unverified(inside, leaf.commitment(), context);
        }
    }

    private Begun unverified(Inside inside, Commitment commitment, EntryContext context) {
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
        byte[] signature = inside.signature();
        return authors.computeIfAbsent(entry.author(), AuthorKey::verifying)
                .<Begun>map(author ->
                        new Begun.Unverified(
                                entry, new BatchVerifier.Claim(author, message, signature)))
                .orElseGet(() -> failed(EntryFailure.NOT_SIGNED));
    }

    /// What came of each, in the same order. The signatures are verified as sums of many, and where
    /// a sum is wrong one by one.
    public List<Opened> verified(List<Begun> begun) {
        List<Opened> opened = new ArrayList<>(begun.size());
        for (int from = 0; from < begun.size(); from += AT_ONCE) {
            List<Begun> some = begun.subList(from, Math.min(from + AT_ONCE, begun.size()));
            boolean all = areSigned(some);
            some.forEach(one -> opened.add(opened(one, all)));
        }
        return opened;
    }

    private boolean areSigned(List<Begun> some) {
        List<BatchVerifier.Claim> claims =
                some.stream()
                        .flatMap(one ->
                                one instanceof Begun.Unverified whole
                                        ? Stream.of(whole.signed)
                                        : Stream.empty())
                        .toList();
        return claims.size() >= WORTHWHILE && together.areSound(claims);
    }

    private static Opened opened(Begun begun, boolean isSigned) {
        return switch (begun) {
            case Begun.Failed(EntryFailure failure) -> new Opened.Failed(failure);
            case Begun.Unverified whole ->
                    isSigned || whole.signed.isSound()
                            ? new Opened.Whole(whole.entry)
                            : new Opened.Failed(EntryFailure.NOT_SIGNED);
        };
    }

    private static Begun failed(EntryFailure failure) {
        return new Begun.Failed(failure);
    }
}
