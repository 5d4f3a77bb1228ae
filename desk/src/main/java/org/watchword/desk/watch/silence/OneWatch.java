package org.watchword.desk.watch.silence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.watchword.desk.watch.CodenameId;

/// One watch as the step function knows it.
///
/// @param edition another one after whatever a person did to it; not after what the clock did
/// @param ears one for each code-name of the plan, in its order
record OneWatch(
        WatchId id, long edition, Plan plan, Phase phase, List<Ear> ears, Clockwork clockwork) {
    OneWatch {
        ears = List.copyOf(ears);
    }

    /// Where a watch stands.
    sealed interface Phase {}

    /// Planned, not yet kept.
    record Draft() implements Phase {}

    /// Kept.
    ///
    /// @param due for which a word is awaited; empty when none comes any more
    record Armed(Optional<Instant> due) implements Phase {}

    record Paused(Instant until) implements Phase {}

    record Ended(Instant at) implements Phase {}

    /// How one code-name was heard.
    ///
    /// @param heardFor the due time for which the last word counted
    /// @param missedSince the due time after which nothing was heard any more
    record Ear(
            CodenameId who,
            Optional<Instant> heardAt,
            Optional<Instant> heardFor,
            Optional<Instant> missedSince) {
        static Ear fresh(CodenameId who) {
            return new Ear(who, Optional.empty(), Optional.empty(), Optional.empty());
        }

        boolean isHeardFor(Instant due) {
            return heardFor.filter(due::equals).isPresent();
        }

        Ear heard(Instant at) {
            var last = heardAt.filter(before -> before.isAfter(at)).orElse(at);
            return new Ear(who, Optional.of(last), heardFor, Optional.empty());
        }

        Ear counted(Instant due) {
            return new Ear(who, heardAt, Optional.of(due), missedSince);
        }

        Ear missed(Instant due) {
            return new Ear(who, heardAt, heardFor, missedSince.or(() -> Optional.of(due)));
        }

        Ear found() {
            return new Ear(who, heardAt, heardFor, Optional.empty());
        }
    }

    /// What a timer does when it fires.
    enum TimerKind {
        REMIND("remind"),
        SILENCE("silence"),
        RESUME("resume");

        private final String word;

        TimerKind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        static TimerKind of(String word) {
            for (TimerKind kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no such timer");
        }
    }

    record Timer(TimerKind kind, Instant at) {}

    /// The one timer there is at a time. An older generation changes nothing.
    ///
    /// @param setBack by how much the wall clock was set back while this due time was awaited: by
    ///   so much it comes earlier on that clock, so that nobody waits longer
    record Clockwork(long generation, Optional<Timer> timer, Duration setBack) {
        static final Clockwork STILL = new Clockwork(0, Optional.empty(), Duration.ZERO);

        /// For the same due time.
        Clockwork then(Timer next) {
            return new Clockwork(generation + 1, Optional.of(next), setBack);
        }

        /// For another due time, or none.
        Clockwork anew(Optional<Timer> next) {
            return new Clockwork(generation + 1, next, Duration.ZERO);
        }
    }

    /// Who has not been heard for a due time. Where one may speak for all, one word is enough.
    List<CodenameId> silentFor(Instant due) {
        var silent = ears.stream().filter(ear -> !ear.isHeardFor(due)).map(Ear::who).toList();
        return plan.anyone() && silent.size() < ears.size() ? List.of() : silent;
    }

    /// Whether somebody was missed and not heard since.
    boolean isLate() {
        return ears.stream().anyMatch(ear -> ear.missedSince().isPresent());
    }

    /// Whether a due time has come and its word has not.
    boolean isAwaited(Instant now) {
        return phase instanceof Armed(Optional<Instant> due)
                && due.filter(at -> !at.minus(clockwork.setBack()).isAfter(now)).isPresent()
                && !silentFor(due.get()).isEmpty();
    }

    /// Whether it is over so long that nobody knows any more what it was.
    boolean isForgotten() {
        return phase instanceof Ended && plan.label().isEmpty();
    }

    OneWatch in(Phase next) {
        return new OneWatch(id, edition, plan, next, ears, clockwork);
    }

    OneWatch with(List<Ear> next) {
        return new OneWatch(id, edition, plan, phase, next, clockwork);
    }

    OneWatch with(Plan next) {
        return new OneWatch(id, edition, next, phase, ears, clockwork);
    }

    OneWatch with(Clockwork next) {
        return new OneWatch(id, edition, plan, phase, ears, next);
    }

    OneWatch changedByHand() {
        return new OneWatch(id, edition + 1, plan, phase, ears, clockwork);
    }

    @Override
    public String toString() {
        return id + " " + phase;
    }
}
