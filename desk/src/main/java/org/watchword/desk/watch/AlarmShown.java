package org.watchword.desk.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.watchword.desk.basis.PersonId;

/// Turns what the watch knows of an alarm into what its room shows.
final class AlarmShown {
    /// Lines of the log that the ladder shows better, or that stand elsewhere on the page.
    private static final Set<LogKind> NOT_SAID =
            EnumSet.of(
                    LogKind.RUNG,
                    LogKind.LOOKED,
                    LogKind.STEP_BEGAN,
                    LogKind.STEP_ALL_AWAKE,
                    LogKind.CALL_ADDED,
                    LogKind.FIELD_SAVED,
                    LogKind.HELD,
                    LogKind.SEEN_SAFE,
                    LogKind.PROOF_RIGHT);

    /// How long a late ring is pointed out.
    private static final Duration LATENESS_SHOWN = Duration.ofMinutes(30);

    private final Sayings say;
    private final PersonId me;
    private final AlarmRoom room;

    AlarmShown(Sayings say, PersonId me, AlarmRoom room) {
        this.say = say;
        this.me = me;
        this.room = room;
    }

    AlarmView.Now now() {
        OpenAlarm head = room.head();
        Instant until = room.closedAt().orElse(say.now());
        var ladder = new LadderShown(say, room).ladder();
        return new AlarmView.Now(
                head.id().value(),
                say.whom(head.who()),
                head.since(),
                Duration.between(head.since(), until),
                state(head),
                LadderShown.isOnIt(room, me),
                room.joinDueAt().isPresent(),
                say.words().say("watch.kind." + head.kind().word()),
                head.drill(),
                say.instruction(head),
                new SignsShown(say, room).about(),
                say.coming(head),
                unconfirmed(),
                warnings(),
                ladder,
                LadderPicture.of(ladder),
                lines());
    }

    private List<AlarmView.Unconfirmed> unconfirmed() {
        return everybody()
                .filter(person -> person.unconfirmed().isPresent())
                .map(person ->
                        new AlarmView.Unconfirmed(
                                person.id().value(),
                                say.names().person(person.id()),
                                say.unconfirmed(
                                        say.names().person(person.id()),
                                        person.unconfirmed().orElseThrow()),
                                person.id().equals(me)))
                .toList();
    }

    private static AlarmView.State state(OpenAlarm head) {
        return switch (head.state()) {
            case RINGING, WAITING_FOR_ALL, REACHES_NOBODY -> AlarmView.State.RINGS;
            case HELD -> AlarmView.State.HELD;
            case CLOSED -> AlarmView.State.OVER;
        };
    }

    private List<String> warnings() {
        var warnings = new ArrayList<String>();
        if (room.closedAt().isPresent()) {
            return warnings;
        }
        if (room.head().state() == OpenAlarm.State.REACHES_NOBODY) {
            warnings.add(say.words().say("watch.alarm.reaches-nobody"));
        }
        boolean raisedIt = room.raiser().map(me::equals).orElse(false);
        if (raisedIt && room.head().state() != OpenAlarm.State.HELD) {
            warnings.add(say.words().say("watch.alarm.yours-does-not-hold"));
        }
        warnings.addAll(new SignsShown(say, room).warnings());
        everybody().forEach(person -> answerWarnings(person, warnings));
        room.joinDueAt()
                .ifPresent(at ->
                        warnings.add(
                                say.words()
                                        .say(
                                                "watch.alarm.joined-unread",
                                                "time",
                                                say.times().minute(at))));
        lateness().ifPresent(warnings::add);
        if (room.callsBefore() > 0) {
            warnings.add(say.words().say("watch.alarm.calls-before", "count", room.callsBefore()));
        }
        return warnings;
    }

    private Stream<AlarmRoom.Person> everybody() {
        return Stream.concat(
                        room.ladder().stream().flatMap(step -> step.people().stream()),
                        room.others().stream())
                .distinct();
    }

    private void answerWarnings(AlarmRoom.Person person, List<String> warnings) {
        if (person.answer().isEmpty() || person.raised()) {
            return;
        }
        var answer = person.answer().get();
        String who = say.names().person(person.id());
        if (answer.passingTo().isPresent()) {
            String other = say.names().person(answer.passingTo().get());
            add(
                    warnings,
                    say.words().say("watch.alarm.passing", Map.of("who", who, "other", other)));
        }
        String time = say.times().minute(answer.lapsesAt());
        add(
                warnings,
                person.id().equals(me)
                        ? say.words().say("watch.alarm.lapses", "time", time)
                        : say.words()
                                .say("watch.alarm.lapses-other", Map.of("who", who, "time", time)));
    }

    private static void add(List<String> warnings, String warning) {
        if (!warnings.contains(warning)) {
            warnings.add(warning);
        }
    }

    private Optional<String> lateness() {
        return room.log().stream()
                .filter(line -> line.kind() == LogKind.FIRED_LATE)
                .filter(line -> line.at().isAfter(say.now().minus(LATENESS_SHOWN)))
                .max(Comparator.comparing(AlarmRoom.Line::at))
                .map(line -> say.words().say("watch.alarm.late", "seconds", line.seconds()));
    }

    /// What was said and done, the oldest first.
    private List<AlarmView.Line> lines() {
        var calls = room.calls().stream().flatMap(call -> call(call).stream());
        var said = said().stream();
        var log =
                room.log().stream().filter(line -> !NOT_SAID.contains(line.kind())).map(this::line);
        return Stream.of(calls, said, log)
                .flatMap(lines -> lines)
                .sorted(Comparator.comparing(AlarmView.Line::at))
                .toList();
    }

    private Optional<AlarmView.Line> call(AlarmRoom.Call call) {
        var parts = new ArrayList<String>();
        for (AlarmRoom.Field field : call.fields()) {
            String label = say.words().say("watch.call." + field.name().word());
            parts.add(field.name() == CallField.WORDS ? field.text() : label + ": " + field.text());
        }
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        String by = call.source().map(source -> cameIn(call, source)).orElseGet(() -> logged(call));
        return Optional.of(new AlarmView.Line(call.loggedAt(), String.join("\n", parts), by));
    }

    private String logged(AlarmRoom.Call call) {
        String who = say.names().whoDid(call.loggedBy());
        String time = say.times().second(call.loggedAt());
        return say.words().say("watch.alarm.logged-by", Map.of("who", who, "time", time));
    }

    /// Where a stranger's words came from, as far as they say.
    private String cameIn(AlarmRoom.Call call, AlarmRoom.Source source) {
        String channel = say.names().channel(source.channel());
        String time = say.times().second(call.loggedAt());
        return source.sender()
                .map(sender ->
                        say.words()
                                .say(
                                        "watch.alarm.came-in",
                                        Map.of(
                                                "channel", channel,
                                                "time", time,
                                                "sender", sender)))
                .orElseGet(() ->
                        say.words()
                                .say(
                                        "watch.alarm.came-in-hidden",
                                        Map.of("channel", channel, "time", time)));
    }

    /// Who said that it is over.
    List<AlarmView.Line> said() {
        return room.said().stream()
                .map(said -> new AlarmView.Line(said.at(), said.text(), what(said)))
                .toList();
    }

    private String what(AlarmRoom.Said said) {
        boolean named = said.proof() || room.about().size() > 1;
        String key =
                said.proof()
                        ? "watch.end.said-proof"
                        : named && said.about().isPresent()
                                ? "watch.end.said-of"
                                : "watch.end.said-by";
        return say.words()
                .say(
                        key,
                        Map.of(
                                "who",
                                say.names().person(said.by()),
                                "way",
                                way(said.how()),
                                "name",
                                said.about().map(room::nameOf).orElse("")));
    }

    private String way(Seen seen) {
        return say.words().say("watch.seen." + seen.word());
    }

    private AlarmView.Line line(AlarmRoom.Line line) {
        String what =
                say.words()
                        .say(
                                line.kind().key(),
                                Map.of(
                                        "who",
                                        say.names().whoDid(line.person()),
                                        "other",
                                        say.names().whoDid(line.other()),
                                        "channel",
                                        line.channel().map(say.names()::channel).orElse(""),
                                        "step",
                                        line.step(),
                                        "seconds",
                                        line.seconds(),
                                        "name",
                                        line.word().map(room::nameOf).orElse(""),
                                        "due",
                                        line.due().map(say::when).orElse("")));
        return new AlarmView.Line(line.at(), line.text().orElse(""), what);
    }
}
