package org.watchword.desk.cli.backup;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which files of slots a drill opened, and when: by that the older ones are due for destruction.
/// Those that count already are one in effect, so a short list tells all.
///
/// @param all in the order in which they were opened
record Proofs(List<Proof> all) {
    /// So long an older file of slots may stay once a newer one was opened. That is how long an
    /// erasure takes, once there was a drill.
    static final Duration STAY = Duration.ofDays(7);

    /// Nobody opens more in a week.
    static final int MOST = 32;

    private static final Pattern ONE = Pattern.compile("(\\S+)/(\\S+)");

    Proofs {
        all = List.copyOf(all);
    }

    /// @param at when it was opened
    /// @param madeAt of when it is
    record Proof(Instant at, Instant madeAt) {
        private boolean counts(Instant now) {
            return !at.plus(STAY).isAfter(now);
        }
    }

    static Proofs read(String text) {
        var all = new ArrayList<Proof>();
        try {
            for (MatchResult one : ONE.matcher(text).results().toList()) {
                all.add(new Proof(Instant.parse(one.group(1)), Instant.parse(one.group(2))));
            }
            return new Proofs(all);
        } catch (DateTimeException e) {
            return new Proofs(List.of());
        }
    }

    String written() {
        return all.stream()
                .map(one -> one.at() + "/" + one.madeAt())
                .collect(Collectors.joining(" "));
    }

    /// With one more, and without those that tell nothing any more.
    Proofs with(Proof proof) {
        Optional<Instant> due = dueBefore(proof.at());
        var kept = new ArrayList<Proof>();
        for (Proof one : all) {
            if (!one.counts(proof.at()) || due.equals(Optional.of(one.madeAt()))) {
                kept.add(one);
            }
        }
        // The first of a week say when something is due: they stay, whatever comes after.
        if (kept.size() == MOST) {
            kept.removeLast();
        }
        kept.add(proof);
        return new Proofs(kept);
    }

    /// Whatever was made before this should be destroyed by now; empty when nothing should.
    private Optional<Instant> dueBefore(Instant now) {
        return all.stream()
                .filter(one -> one.counts(now))
                .map(Proof::madeAt)
                .max(Comparator.naturalOrder());
    }

    /// When a file of slots is due for destruction; empty before a drill opened a newer one.
    Optional<Instant> due(Instant madeAt) {
        return all.stream()
                .filter(one -> one.madeAt().isAfter(madeAt))
                .map(one -> one.at().plus(STAY))
                .min(Comparator.naturalOrder());
    }
}
