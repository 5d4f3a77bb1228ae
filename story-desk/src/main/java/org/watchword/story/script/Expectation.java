package org.watchword.story.script;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What must be so after a step. All of a step's expectations are checked, in their order.
public sealed interface Expectation {
    int line();

    Patience patience();

    /// How long it must stay so.
    default Duration lasting() {
        return Duration.ZERO;
    }

    /// How long it may take to become true: so long in the story's time, and so long by the clock
    /// on the wall.
    record Patience(Duration story, Optional<Duration> real) {
        public static final Patience NONE = new Patience(Duration.ZERO, Optional.empty());
    }

    record BoardShows(int line, Patience patience, Optional<String> to, List<String> texts)
            implements Expectation {}

    record AlarmIs(
            int line,
            Patience patience,
            AlarmRef alarm,
            AlarmState state,
            Optional<Instant> raised,
            Optional<Instant> logged)
            implements Expectation {}

    /// Everybody named was sent a message since the step began, or since an instant; `times`: each
    /// exactly so many over each channel named.
    record Rung(
            int line,
            Patience patience,
            List<String> who,
            List<String> over,
            Optional<Integer> times,
            Optional<Instant> since)
            implements Expectation {}

    /// Nobody named was sent a message since then, nor is for so long.
    record NotRung(
            int line,
            List<String> who,
            List<String> over,
            Duration lasting,
            Optional<Instant> since)
            implements Expectation {
        @Override
        public Patience patience() {
            return Patience.NONE;
        }
    }

    record MessageTo(
            int line,
            Patience patience,
            String who,
            Optional<String> over,
            List<String> says,
            List<String> lacks,
            Optional<Instant> since)
            implements Expectation {}

    /// How far somebody's answer to an alarm counts.
    record Answered(int line, Patience patience, String who, AlarmRef alarm, Standing standing)
            implements Expectation {}

    /// The page that the step's person was left with says all of this, and nothing of the rest.
    record PageSays(int line, List<String> texts, List<String> lacks) implements Expectation {
        @Override
        public Patience patience() {
            return Patience.NONE;
        }
    }

    /// The desk refused what the step's person did, with these words.
    record RefusedWith(int line, List<String> texts) implements Expectation {
        @Override
        public Patience patience() {
            return Patience.NONE;
        }
    }

    /// Whoever checked in last by this way got the neutral answer, the very bytes that everybody
    /// gets.
    record NeutralAnswer(int line, Patience patience, String who, Verb.Way by)
            implements Expectation {}

    /// Where a watch stands, and when a word is awaited or the pause ends.
    record WatchIs(
            int line, Patience patience, String watch, WatchState state, Optional<Instant> until)
            implements Expectation {}

    /// No alarm was raised since the step began.
    record NoNewAlarm(int line, Duration lasting) implements Expectation {
        @Override
        public Patience patience() {
            return Patience.NONE;
        }
    }

    /// Somebody who opens a page reads this there, or does not.
    record Sees(
            int line,
            Patience patience,
            String who,
            Screen on,
            AlarmRef alarm,
            List<String> texts,
            boolean not)
            implements Expectation {}

    /// Where an alarm stands.
    enum AlarmState {
        RINGING,
        HELD,
        ENDED
    }

    /// Where a watch stands.
    enum WatchState {
        DUE,
        LATE,
        PAUSED,
        ENDED
    }

    /// How far an answer counts.
    enum Standing {
        UNPROVEN,
        CONFIRMED,
        NOT
    }

    /// A page that a story can look at.
    enum Screen {
        BOARD,
        ALARM,
        ROTA,
        CHANNELS,
        LADDERS,
        PEOPLE,
        PAPER,
        WATCHES,
        STATISTICS,
        DRILLS,
        PARTNER,
        BELONGING,
        CASES,
        TICKS
    }
}
