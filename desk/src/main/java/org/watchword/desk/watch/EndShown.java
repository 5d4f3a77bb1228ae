package org.watchword.desk.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.web.Wrong;

/// What the page shows that ends an alarm.
final class EndShown {
    private static final List<Seen> WAYS =
            List.of(Seen.FACE_TO_FACE, Seen.VIDEO, Seen.OTHER_LINE, Seen.SAME_LINE);

    /// Lines of the log that say over what a word came.
    private static final Set<LogKind> WORDS =
            Set.of(
                    LogKind.LATE_WORD,
                    LogKind.WORD_NOTED,
                    LogKind.CONTACT,
                    LogKind.HELP_WORD,
                    LogKind.DO_NOT_CALL);

    private final Sayings say;
    private final PersonId me;
    private final AlarmRoom room;

    EndShown(Sayings say, PersonId me, AlarmRoom room) {
        this.say = say;
        this.me = me;
        this.room = room;
    }

    static Optional<Seen> seen(String way) {
        return WAYS.stream().filter(one -> one.word().equals(way)).findFirst();
    }

    /// Whether one must tick of whom one speaks.
    static boolean asksOfWhom(AlarmRoom room) {
        return room.about().size() > 1 && !room.head().isTheLeads();
    }

    AlarmView.End view(EndPage.Typed typed, List<Wrong> wrong) {
        return new AlarmView.End(
                room.head().id().value(),
                say.whom(room.head().who()),
                room.needed() > 1,
                text(lead()),
                rules(),
                new AlarmShown(say, me, room).said(),
                isAllSaidByMe(),
                asksOfWhom(room)
                        ? room.about().stream().map(one -> about(one, typed)).toList()
                        : List.of(),
                room.about().stream().flatMap(one -> question(one).stream()).toList(),
                WAYS.stream().map(Seen::word).toList(),
                typed.way(),
                typed.how(),
                typed.falseAlarm(),
                wrong);
    }

    private String lead() {
        if (room.needed() <= 1) {
            return "watch.end.one";
        }
        if (room.head().isTheLeads()) {
            return "watch.end.by-lead";
        }
        return room.head().signs().allSpoke() && room.head().kind().isOfSilence()
                ? "watch.end.late"
                : "watch.end.two";
    }

    private List<String> rules() {
        var rules = new ArrayList<String>();
        if (room.needed() <= 1) {
            return rules;
        }
        if (room.head().isTheLeads()) {
            rules.add(text("watch.end.rule-lead"));
        } else {
            rules.add(text("watch.end.rule-both"));
            rules.add(text("watch.end.rule-answers"));
        }
        rules.add(text("watch.end.rule-way"));
        came().forEach(rules::add);
        missing().ifPresent(rules::add);
        rules.add(text("watch.end.rule-rings-on"));
        return rules;
    }

    /// Over which channels words came, so that nobody takes one of them for another line.
    private Stream<String> came() {
        var channels =
                room.log().stream()
                        .filter(line -> WORDS.contains(line.kind()))
                        .flatMap(line -> line.channel().stream())
                        .distinct()
                        .map(say.names()::channel)
                        .toList();
        return channels.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        say.words()
                                .say(
                                        "watch.end.came-over",
                                        "channels",
                                        say.names().list(channels)));
    }

    private Optional<String> missing() {
        if (!asksOfWhom(room)) {
            return Optional.empty();
        }
        var names =
                room.about().stream()
                        .filter(one -> !one.enough())
                        .map(AlarmRoom.Concerned::name)
                        .toList();
        return Optional.of(
                names.isEmpty()
                        ? text("watch.end.none-missing")
                        : say.words().say("watch.end.missing", "names", say.names().list(names)));
    }

    /// What was said before a word that asks for help counts no more.
    private boolean isAllSaidByMe() {
        int before = room.head().signs().lead().map(Signs.Lead::saidBefore).orElse(0);
        var mine =
                room.said().stream()
                        .skip(before)
                        .filter(said -> said.by().equals(me) && !said.proof())
                        .toList();
        return asksOfWhom(room)
                ? room.about().stream()
                        .allMatch(one ->
                                mine.stream()
                                        .anyMatch(said ->
                                                said.about()
                                                        .filter(one.about().who()::equals)
                                                        .isPresent()))
                : !mine.isEmpty();
    }

    private AlarmView.OfWhom about(AlarmRoom.Concerned one, EndPage.Typed typed) {
        String id = String.valueOf(one.about().who().value());
        return new AlarmView.OfWhom(id, one.name(), one.enough(), typed.about().contains(id));
    }

    private Optional<AlarmView.Ask> question(AlarmRoom.Concerned one) {
        return one.question()
                .map(question ->
                        new AlarmView.Ask(
                                one.about().who().value(),
                                one.name(),
                                question.id(),
                                question.text(),
                                say.words()
                                        .say(
                                                "watch.end.answers-needed",
                                                "count",
                                                one.answersNeeded())));
    }

    private String text(String key) {
        return say.words().say(key);
    }
}
