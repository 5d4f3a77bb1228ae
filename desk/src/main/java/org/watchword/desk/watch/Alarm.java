package org.watchword.desk.watch;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.watchword.desk.basis.PersonId;

/// One alarm as it stands: everything the {@link Engine} needs to take it a step further, and no
/// word of what was said.
///
/// @param people everybody who was rung or has answered, by number
/// @param statements who has said so far that the person is seen safe, in order
/// @param signs whom it is about, and what came from them
public record Alarm(
        AlarmId id,
        Origin origin,
        Phase phase,
        Place place,
        Clockwork clockwork,
        SortedMap<PersonId, Standing> people,
        List<Statement> statements,
        Signs signs) {

    public Alarm {
        var sorted = new TreeMap<PersonId, Standing>(Standing.BY_NUMBER);
        sorted.putAll(people);
        people = Collections.unmodifiableSortedMap(sorted);
        statements = List.copyOf(statements);
    }

    /// Where it came from.
    ///
    /// @param since when the call was heard; when it was raised, unless somebody says otherwise
    /// @param codename the one it was raised about, where it is one
    /// @param raiser who raised it and is awake; nobody when the desk did
    /// @param drill it is none of the real ones, and never meets one
    public record Origin(
            AlarmKind kind,
            Optional<CodenameId> codename,
            LadderId ladder,
            Instant since,
            Instant raisedAt,
            Optional<PersonId> raiser,
            boolean drill) {
        Origin climbing(LadderId another) {
            return new Origin(kind, codename, another, since, raisedAt, raiser, drill);
        }
    }

    /// What is going on.
    public sealed interface Phase {}

    /// People are being rung.
    ///
    /// @param stepEndsAt when the next step begins unless the alarm is held by then
    /// @param reachesNobody the whole ladder reaches nobody just now, and waits
    public record Climbing(Instant stepEndsAt, boolean reachesNobody) implements Phase {}

    /// Somebody is on it, and of every step that asks for all of its targets, all have answered.
    public record Held() implements Phase {}

    /// People ended it; a drill also ends by itself.
    public record Closed(Instant at) implements Phase {}

    /// How far up the ladder it is.
    ///
    /// @param step the running step, from 0
    /// @param round from 1; a new one begins after the last step and whenever nobody is on it any
    ///   more
    /// @param reached the highest step that ever began; -1 before the first
    public record Place(int step, int round, int reached) {}

    /// The alarm's one timer. A timer of an older generation changes nothing.
    ///
    /// @param joinDueAt when the ladder rings again because something was added and nobody looked
    /// @param touchedAt when the alarm was last taken a step further
    /// @param waitedOnce a step got its wait once more for an unproven answer; no other one will
    /// @param drillEndsAt when a drill is over by itself
    public record Clockwork(
            long generation,
            Optional<Timer> timer,
            Optional<Instant> joinDueAt,
            Instant touchedAt,
            boolean waitedOnce,
            Optional<Instant> drillEndsAt) {}

    /// What comes next by itself, and when.
    public record Timer(TimerKind kind, long generation, Instant at) {}

    /// What a timer stands for.
    public enum TimerKind {
        STEP_ENDS("step-ends"),
        LAPSE("lapse"),
        JOIN_RING("join-ring"),
        LEAD_RING("lead-ring"),
        DRILL_ENDS("drill-ends");

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
            throw new IllegalArgumentException("no such kind of timer");
        }
    }

    /// Somebody says that the person is seen safe, or that there is nothing to it.
    ///
    /// @param about of whom; nobody where the alarm had no code-name
    /// @param proof the person answered a question rightly that only that person can answer
    public record Statement(
            PersonId person, Seen how, Instant at, Optional<CodenameId> about, boolean proof) {}

    /// An alarm at its very beginning, before {@link Event.Raised}, about the code-name of its
    /// origin if there is one.
    static Alarm fresh(AlarmId id, Origin origin) {
        return fresh(
                id,
                origin,
                origin.codename().map(who -> Signs.About.of(who, origin.since())).stream()
                        .toList());
    }

    /// The same, about these.
    static Alarm fresh(AlarmId id, Origin origin, List<Signs.About> about) {
        return new Alarm(
                id,
                origin,
                new Climbing(origin.raisedAt(), false),
                new Place(0, 1, -1),
                new Clockwork(
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        origin.raisedAt(),
                        false,
                        Optional.empty()),
                Collections.emptySortedMap(),
                List.of(),
                Signs.NONE.and(about));
    }

    /// When the running step ends: not before the hold for a late word is over.
    public Optional<Instant> stepEndsAt() {
        return phase instanceof Climbing climbing
                ? Optional.of(later(climbing.stepEndsAt(), signs.holdsUntil()))
                : Optional.empty();
    }

    static Instant later(Instant one, Optional<Instant> other) {
        return other.filter(one::isBefore).orElse(one);
    }

    public boolean isClosed() {
        return phase instanceof Closed;
    }

    public boolean isHeld() {
        return phase instanceof Held;
    }

    long generation() {
        return clockwork.generation();
    }

    Optional<Standing> standing(PersonId person) {
        return Optional.ofNullable(people.get(person));
    }
}
