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
/// @param unproven what came back by a link or a reply and nobody has confirmed yet; kept apart
///   from the answer, so that it can neither hold an alarm nor answer for anybody
public record Standing(Optional<Rung> rung, Optional<Answer> answer, Optional<Unproven> unproven) {
    static final Comparator<PersonId> BY_NUMBER = Comparator.comparingLong(PersonId::value);

    static final Standing NONE = new Standing(Optional.empty(), Optional.empty(), Optional.empty());

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

    /// By a link or a reply, and a colleague said on a page of the desk that it is so.
    public record Confirmed() implements How {}

    /// An answer without a session: whoever held the message gave it. For a while its owner is not
    /// rung by the ladder; it counts for nothing else.
    ///
    /// @param until when it lapses unless somebody confirms it
    /// @param lapsed nobody did; stays until its owner is rung again, and up to then no further one
    ///   is taken, so that whoever holds a telephone cannot keep its owner from being rung for ever
    public record Unproven(Way by, Instant at, Instant until, boolean lapsed) {
        Unproven lapsing() {
            return new Unproven(by, at, until, true);
        }
    }

    /// How somebody answers without a session.
    public enum Way {
        LINK("link"),
        REPLY("reply");

        private final String word;

        Way(String word) {
            this.word = word;
        }

        /// As it stands in the table.
        String word() {
            return word;
        }

        static Way of(String word) {
            for (Way way : values()) {
                if (way.word.equals(word)) {
                    return way;
                }
            }
            throw new IllegalStateException("no such way to answer");
        }
    }

    /// Rung again. What lapsed unconfirmed is forgotten with it.
    Standing with(Rung ring) {
        return new Standing(Optional.of(ring), answer, unproven.filter(word -> !word.lapsed()));
    }

    /// Proven: there is nothing left to confirm.
    Standing with(Answer given) {
        return new Standing(rung, Optional.of(given), Optional.empty());
    }

    Standing with(Unproven word) {
        return new Standing(rung, answer, Optional.of(word));
    }

    Standing withoutAnswer() {
        return new Standing(rung, Optional.empty(), unproven);
    }

    /// What was answered, proven or not, counts no more.
    Standing asIfSilent() {
        return new Standing(rung, Optional.empty(), unproven.map(Unproven::lapsing));
    }

    /// Whether an answer of this person's ran out unconfirmed, and no ring came since.
    boolean ranOutUnconfirmed() {
        return unproven.filter(Unproven::lapsed).isPresent();
    }

    /// Whether the ladder leaves this person in peace for an answer that nobody confirmed yet.
    boolean isUnproven() {
        return unproven.filter(word -> !word.lapsed()).isPresent();
    }

    /// The same, lapsing sooner by so much.
    Standing lapsingEarlier(Duration by) {
        return new Standing(
                rung,
                answer.map(a -> a.lasting(a.lapsesAt().minus(by))),
                unproven.map(u -> new Unproven(u.by(), u.at(), u.until().minus(by), u.lapsed())));
    }
}
