package org.watchword.formats.entry;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.watchword.formats.cbor.NotCanonical;
import org.watchword.formats.cipher.Octets;

/// What somebody wrote into a compartment, once and for good.
///
/// @param at when, by the author's own clock, to the millisecond, from 1970 to 9999
/// @param body what the type gives a meaning
/// @param evidence at most 64, each once, in the author's order
public record Entry(
        EntryContext context,
        EntryType type,
        AuthorKey author,
        Instant at,
        Seen seen,
        Octets body,
        List<EvidenceReference> evidence) {
    static final int MOST_EVIDENCE = 64;

    /// What is left of the largest size class beside everything else at its longest.
    public static final int MOST_BODY_BYTES = SizeClass.MOST - 4096;

    /// The last moment of 9999.
    public static final long MOST_MILLIS = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

    public Entry {
        evidence = List.copyOf(evidence);
        if (!isTime(at)) {
            throw new IllegalArgumentException("a time to the millisecond, from 1970 to 9999");
        }
        if (body.length() > MOST_BODY_BYTES || !seen.fits(context.epoch())) {
            throw new IllegalArgumentException("too long, or the beginning seen beside entries");
        }
        if (evidence.size() > MOST_EVIDENCE || !isEachOnce(evidence)) {
            throw new IllegalArgumentException("at most 64 pieces of evidence, each once");
        }
    }

    /// In its canonical form, which its author committed to and signed.
    public byte[] written() {
        return Body.written(this);
    }

    /// An entry from its canonical form; empty when it has another. Whether it is its author's, it
    /// does not show.
    public static Optional<Entry> read(Octets written) {
        try {
            return Optional.of(Body.read(written.bytes()));
        } catch (NotCanonical e) {
            return Optional.empty();
        }
    }

    /// Whether a time can be told by an author: to the millisecond, from 1970 to 9999.
    public static boolean isTime(Instant at) {
        long millis = at.toEpochMilli();
        return millis >= 0 && millis <= MOST_MILLIS && Instant.ofEpochMilli(millis).equals(at);
    }

    static boolean isEachOnce(List<EvidenceReference> evidence) {
        return new HashSet<>(evidence).size() == evidence.size();
    }
}
