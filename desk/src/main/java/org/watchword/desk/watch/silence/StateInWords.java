package org.watchword.desk.watch.silence;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.watchword.desk.basis.TimeWords;
import org.watchword.desk.basis.Words;
import org.watchword.desk.watch.silence.OneWatch.Armed;
import org.watchword.desk.watch.silence.OneWatch.Draft;
import org.watchword.desk.watch.silence.OneWatch.Ear;
import org.watchword.desk.watch.silence.OneWatch.Ended;
import org.watchword.desk.watch.silence.OneWatch.Paused;
import org.watchword.desk.watch.silence.SilenceView.State;
import org.watchword.desk.watch.silence.SilenceView.Tone;

/// How a watch stands, in words.
record StateInWords(Words words, TimeWords times, Instant now) {
    private static final Duration TODAY = Duration.ofHours(12);

    State of(OneWatch watch) {
        return switch (watch.phase()) {
            case Draft _ -> new State(Tone.SOFT, words.say("silence.draft"), "");
            case Ended(Instant at) ->
                    new State(Tone.SOFT, words.say("silence.ended"), times.dayAndMinute(at));
            case Paused(Instant until) ->
                    watch.isLate()
                            ? late(watch, pausedUntil(until))
                            : new State(Tone.SOFT, words.say("silence.paused-until"), time(until));
            case Armed(Optional<Instant> due) when watch.isAwaited(now) ->
                    awaited(watch, due.orElse(now));
            case Armed(Optional<Instant> due) when watch.isLate() ->
                    late(watch, due.map(this::then).orElse(""));
            case Armed(Optional<Instant> due) ->
                    due.map(at -> new State(Tone.CALM, words.say("silence.due"), ahead(at)))
                            .orElseGet(() -> new State(Tone.SOFT, words.say("silence.done"), ""));
        };
    }

    private State awaited(OneWatch watch, Instant due) {
        Instant alarm = due.plus(watch.plan().margins().grace());
        return new State(
                Tone.LATE,
                words.say("silence.late"),
                words.say(
                        "silence.no-word-since", Map.of("since", time(due), "alarm", time(alarm))));
    }

    /// Missed: the alarm has been raised, and nothing came since.
    private State late(OneWatch watch, String then) {
        Instant since =
                watch.ears().stream()
                        .map(Ear::missedSince)
                        .flatMap(Optional::stream)
                        .min(Instant::compareTo)
                        .orElse(now);
        return new State(
                Tone.LATE,
                words.say("silence.late"),
                (words.say("silence.missed-since", "since", time(since)) + " " + then).strip());
    }

    private String then(Instant due) {
        return words.say("silence.then", "due", time(due));
    }

    private String pausedUntil(Instant until) {
        return words.say("silence.paused-until") + " " + time(until);
    }

    /// The hour where it is near, else with its day.
    String time(Instant at) {
        return Duration.between(now, at).abs().compareTo(TODAY) < 0
                ? times.minute(at)
                : times.dayAndMinute(at);
    }

    /// When, and how long that is from now where it is near.
    private String ahead(Instant at) {
        Duration left = Duration.between(now, at);
        return left.compareTo(TODAY) < 0
                ? words.say(
                        "silence.ahead",
                        Map.of(
                                "time", time(at),
                                "hours", left.toHours(),
                                "minutes", left.toMinutesPart()))
                : time(at);
    }

    /// How one code-name stands to its watch.
    SilenceView.Heard heard(OneWatch watch, Ear ear, String name) {
        if (ear.missedSince().isPresent()) {
            return new SilenceView.Heard(
                    name,
                    true,
                    words.say("silence.heard.missed", "since", time(ear.missedSince().get())));
        }
        boolean counted =
                watch.phase() instanceof Armed(Optional<Instant> due)
                        && due.filter(ear::isHeardFor).isPresent();
        if (counted) {
            return new SilenceView.Heard(name, false, last(ear));
        }
        return watch.isAwaited(now)
                ? new SilenceView.Heard(name, true, words.say("silence.no-word-yet"))
                : new SilenceView.Heard(name, false, last(ear));
    }

    private String last(Ear ear) {
        return ear.heardAt()
                .map(at -> words.say("silence.heard.at", "at", time(at)))
                .orElseGet(() -> words.say("silence.heard.never"));
    }
}
