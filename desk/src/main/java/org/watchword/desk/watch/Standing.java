package org.watchword.desk.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.delivery.AddressId;

/// How one person stands to one alarm.
///
/// @param rung the last time this person was rung for it
/// @param answer the acknowledgement that stands; gone once it lapsed or was handed over
public record Standing(Optional<Rung> rung, Optional<Answer> answer) {
    static final Comparator<PersonId> BY_NUMBER = Comparator.comparingLong(PersonId::value);

    static final Standing NONE = new Standing(Optional.empty(), Optional.empty());

    /// One ring: over one or several addresses at once, and further ones where these refused.
    ///
    /// @param generation of the alarm when it was rung; names the ring
    /// @param tried the addresses used in this ring, in order
    public record Rung(long generation, int step, int round, Instant at, List<AddressId> tried) {
        public Rung {
            tried = List.copyOf(tried);
        }
    }

    /// An acknowledgement that stands.
    ///
    /// @param duties the targets of the ladder that it answers for
    /// @param passingTo who was asked to take over and has not answered yet
    public record Answer(
            How how, Instant at, Instant lapsesAt, Set<Duty> duties, Optional<PersonId> passingTo) {
        public Answer {
            duties = Set.copyOf(duties);
        }

        Answer lasting(Instant until) {
            return new Answer(how, at, until, duties, passingTo);
        }

        Answer passing(PersonId to) {
            return new Answer(how, at, lapsesAt, duties, Optional.of(to));
        }

        Answer with(Set<Duty> more) {
            var all = new LinkedHashSet<>(duties);
            all.addAll(more);
            return new Answer(how, at, lapsesAt, all, passingTo);
        }
    }

    /// In which way somebody answered.
    public sealed interface How {}

    /// By raising the alarm: awake, not rung, but never the one who holds it.
    public record ByRaising() implements How {}

    /// On a page of the desk, signed in.
    public record InSession() implements How {}

    Standing with(Rung ring) {
        return new Standing(Optional.of(ring), answer);
    }

    Standing with(Answer given) {
        return new Standing(rung, Optional.of(given));
    }

    Standing withoutAnswer() {
        return new Standing(rung, Optional.empty());
    }

    /// The same, lapsing sooner by so much.
    Standing lapsingEarlier(Duration by) {
        return new Standing(rung, answer.map(a -> a.lasting(a.lapsesAt().minus(by))));
    }
}
