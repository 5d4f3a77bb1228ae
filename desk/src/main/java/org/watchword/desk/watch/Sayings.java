package org.watchword.desk.watch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.watchword.desk.basis.TimeWords;
import org.watchword.desk.basis.Words;
import org.watchword.desk.web.Visit;

/// What is said about an alarm in a sentence, on the board and in its room.
///
/// @param now the instant of the page
record Sayings(Words words, TimeWords times, Instant now, Directory names) {
    private static final int SHOWN_CHARACTERS = 160;
    private static final int NAMES_SHOWN = 6;

    static Sayings on(Visit visit, Directory names) {
        return new Sayings(visit.words(), visit.times(), visit.now(), names);
    }

    /// The time of day, and the day where it is another one.
    String when(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, times.zone());
        return day.equals(LocalDate.ofInstant(now, times.zone()))
                ? times.minute(at)
                : times.dayAndMinute(at);
    }

    AlarmView.Whom whom(Who who) {
        return switch (who) {
            case Who.Named named -> new AlarmView.Whom(named.name(), true);
            case Who.Several several -> new AlarmView.Whom(several(several), true);
            case Who.Typed typed ->
                    new AlarmView.Whom(words.say("watch.typed", "text", typed.text()), false);
            case Who.NotYetNamed _ -> new AlarmView.Whom(words.say("watch.not-named"), false);
            case Who.UnknownCallers callers ->
                    new AlarmView.Whom(
                            words.say("watch.unknown-callers", "count", callers.calls()), false);
            case Who.TheDesk _ -> new AlarmView.Whom(words.say("watch.the-desk"), false);
            case Who.AReminder _ -> new AlarmView.Whom(words.say("watch.a-reminder"), false);
        };
    }

    private static String several(Who.Several several) {
        String named =
                several.names().stream()
                        .limit(NAMES_SHOWN)
                        .map(Who.Named::name)
                        .collect(Collectors.joining(", "));
        int more = several.more() + Math.max(0, several.names().size() - NAMES_SHOWN);
        return more == 0 ? named : named + ", +" + more;
    }

    /// What is known so far.
    String known(OpenAlarm alarm) {
        if (alarm.who() instanceof Who.TheDesk desk) {
            return words.say(desk.trouble());
        }
        if (alarm.who() instanceof Who.AReminder reminder) {
            return words.say(reminder.says());
        }
        String time = when(alarm.since());
        if (alarm.kind().isOfSilence()) {
            return words.say("watch.board.no-word", "time", time) + late(alarm);
        }
        return alarm.firstWords()
                .map(Sayings::shortened)
                .map(heard -> words.say("watch.board.heard", Map.of("time", time, "words", heard)))
                .orElseGet(() ->
                        alarm.kind() == AlarmKind.CALL
                                ? words.say("watch.board.nothing-typed", "time", time)
                                : words.say("watch.board.word-came", "time", time));
    }

    private String late(OpenAlarm alarm) {
        return alarm.signs().aLateWordCame() && !alarm.isTheLeads()
                ? " " + words.say("watch.message.late-word")
                : "";
    }

    /// What to do before anything else; empty where there is nothing special.
    String instruction(OpenAlarm alarm) {
        return alarm.doNotCall() && alarm.state() != OpenAlarm.State.CLOSED
                ? words.say("watch.do-not-call")
                : "";
    }

    /// What fits into a line or two; the room shows all of it.
    private static String shortened(String heard) {
        String line = heard.replaceAll("\\s+", " ");
        if (line.codePointCount(0, line.length()) <= SHOWN_CHARACTERS) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, SHOWN_CHARACTERS)).strip() + "…";
    }

    /// Who is on it and who is being rung.
    String coming(OpenAlarm alarm) {
        var sentences = new ArrayList<String>();
        if (alarm.state() == OpenAlarm.State.CLOSED) {
            return words.say("watch.coming.over");
        }
        if (!alarm.onIt().isEmpty()) {
            sentences.add(
                    words.say(
                            "watch.coming.on-it",
                            Map.of(
                                    "count",
                                    alarm.onIt().size(),
                                    "names",
                                    names.people(alarm.onIt()))));
        }
        if (!alarm.unconfirmed().isEmpty()) {
            sentences.add(
                    words.say(
                            "watch.coming.unconfirmed",
                            Map.of(
                                    "count",
                                    alarm.unconfirmed().size(),
                                    "names",
                                    names.people(alarm.unconfirmed()))));
        }
        switch (alarm.state()) {
            case RINGING -> rung(alarm, sentences);
            case WAITING_FOR_ALL -> {
                sentences.add(words.say("watch.coming.waits"));
                rung(alarm, sentences);
            }
            case REACHES_NOBODY -> sentences.add(words.say("watch.coming.nobody"));
            case HELD, CLOSED -> {}
        }
        if (sentences.isEmpty()) {
            sentences.add(words.say("watch.coming.silent"));
        }
        return String.join(" ", sentences);
    }

    /// How somebody answered without a session, and until when it may be confirmed.
    String unconfirmed(String who, AlarmRoom.Unconfirmed answer) {
        String key =
                switch (answer.by()) {
                    case LINK -> "watch.alarm.unconfirmed-link";
                    case REPLY -> "watch.alarm.unconfirmed-reply";
                };
        return words.say(key, Map.of("who", who, "time", times.minute(answer.until())));
    }

    private void rung(OpenAlarm alarm, List<String> sentences) {
        if (alarm.beingRung().isEmpty()) {
            return;
        }
        sentences.add(
                words.say(
                        "watch.coming.rung",
                        Map.of(
                                "step",
                                alarm.step(),
                                "steps",
                                alarm.steps(),
                                "count",
                                alarm.beingRung().size(),
                                "names",
                                names.people(alarm.beingRung()))));
    }

    static boolean held(OpenAlarm alarm) {
        return alarm.state() == OpenAlarm.State.HELD;
    }
}
