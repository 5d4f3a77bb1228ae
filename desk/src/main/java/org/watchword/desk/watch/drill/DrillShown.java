package org.watchword.desk.watch.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Words;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.delivery.MessageState;
import org.watchword.desk.watch.AlarmRoom;
import org.watchword.desk.watch.LogKind;
import org.watchword.desk.watch.Who;
import org.watchword.desk.web.Visit;

/// Says of one drill who was rung, who answered, over which way and after how long.
final class DrillShown {
    private final Visit visit;
    private final Words words;
    private final Names names;

    DrillShown(Visit visit, Names names) {
        this.visit = visit;
        this.words = visit.words();
        this.names = names;
    }

    /// What people and channels are called.
    record Names(Map<PersonId, String> people, Map<ChannelId, String> channels, Words words) {
        String person(Optional<PersonId> id) {
            return id.map(people::get).orElseGet(() -> words.say("drill.somebody"));
        }

        String channel(ChannelId id) {
            String label = channels.get(id);
            return label == null ? words.say("drill.a-way") : label;
        }
    }

    DrillView.One one(AlarmRoom room) {
        var said = said(room);
        var proven = said.stream().filter(DrillView.Said::proven).findFirst();
        return new DrillView.One(
                room.head().id().value(),
                who(room.head().who()),
                words.say("drill.what." + room.head().kind().word()),
                room.raiser().isPresent()
                        ? words.say("drill.begun-by", "who", names.person(room.raiser()))
                        : words.say("drill.begun-by-itself"),
                room.head().raisedAt(),
                room.closedAt().isEmpty(),
                proven.map(DrillView.Said::after).orElse(-1L),
                answer(room, said, proven),
                room.closedAt().map(at -> ended(room, at)).orElse(""),
                rung(room),
                said);
    }

    private String who(Who who) {
        return switch (who) {
            case Who.Named named -> named.name();
            case Who.Several several ->
                    several.names().stream().map(Who.Named::name).collect(Collectors.joining(", "));
            case Who.Typed _,
                    Who.NotYetNamed _,
                    Who.UnknownCallers _,
                    Who.TheDesk _,
                    Who.AReminder _ ->
                    words.say("drill.somebody");
        };
    }

    private String answer(
            AlarmRoom room, List<DrillView.Said> said, Optional<DrillView.Said> proven) {
        return proven.map(DrillView.Said::sentence)
                .or(() -> said.stream().findFirst().map(DrillView.Said::sentence))
                .orElseGet(() ->
                        words.say(room.closedAt().isEmpty() ? "drill.nobody-yet" : "drill.nobody"));
    }

    /// The answers of everybody but whoever began it.
    private List<DrillView.Said> said(AlarmRoom room) {
        return room.log().stream().flatMap(line -> said(room, line).stream()).toList();
    }

    private Optional<DrillView.Said> said(AlarmRoom room, AlarmRoom.Line line) {
        if (line.person().isEmpty() || line.person().equals(room.raiser())) {
            return Optional.empty();
        }
        Optional<String> way = way(line.kind());
        Duration after = after(room, line.at());
        return way.map(key ->
                new DrillView.Said(
                        words.say(
                                "drill.answered." + key,
                                Map.of(
                                        "who",
                                        names.person(line.person()),
                                        "other",
                                        names.person(line.other()),
                                        "time",
                                        visit.times().lasting(after))),
                        after.toSeconds(),
                        line.kind() == LogKind.ACKNOWLEDGED || line.kind() == LogKind.CONFIRMED));
    }

    private static Optional<String> way(LogKind kind) {
        return kind == LogKind.ACKNOWLEDGED
                        || kind == LogKind.CONFIRMED
                        || kind == LogKind.UNPROVEN_LINK
                        || kind == LogKind.UNPROVEN_REPLY
                ? Optional.of(word(kind))
                : Optional.empty();
    }

    private static String word(LogKind kind) {
        return kind.key().substring(kind.key().lastIndexOf('.') + 1);
    }

    private static Duration after(AlarmRoom room, Instant at) {
        Duration after = Duration.between(room.head().raisedAt(), at);
        return after.isNegative() ? Duration.ZERO : after;
    }

    private List<DrillView.Rung> rung(AlarmRoom room) {
        var people = new LinkedHashMap<PersonId, AlarmRoom.Person>();
        Stream.concat(
                        room.ladder().stream().flatMap(step -> step.people().stream()),
                        room.others().stream())
                .filter(person -> !person.rings().isEmpty())
                .forEach(person -> people.putIfAbsent(person.id(), person));
        return people.values().stream()
                .map(person ->
                        new DrillView.Rung(
                                names.person(Optional.of(person.id())),
                                person.rings().stream()
                                        .map(ring -> ring(room, person.id(), ring))
                                        .toList(),
                                hasAnswered(room, person.id())))
                .toList();
    }

    private boolean hasAnswered(AlarmRoom room, PersonId person) {
        return room.log().stream()
                .anyMatch(line ->
                        line.person().equals(Optional.of(person)) && way(line.kind()).isPresent());
    }

    private DrillView.Ring ring(AlarmRoom room, PersonId person, AlarmRoom.Ring ring) {
        Duration after = after(room, ring.at());
        boolean failed =
                ring.message().filter(one -> one.state() == MessageState.FAILED).isPresent();
        return new DrillView.Ring(
                words.say(
                        failed ? "drill.rung-in-vain" : "drill.rung",
                        Map.of(
                                "who",
                                names.person(Optional.of(person)),
                                "channel",
                                names.channel(ring.channel()),
                                "time",
                                visit.times().lasting(after))),
                after.toSeconds());
    }

    private String ended(AlarmRoom room, Instant at) {
        String time = visit.times().lasting(after(room, at));
        return room.log().reversed().stream()
                .flatMap(line -> ended(line, time).stream())
                .findFirst()
                .orElse("");
    }

    private Optional<String> ended(AlarmRoom.Line line, String time) {
        return switch (line.kind()) {
            case DRILL_OVER, DRILL_TIME_OVER, DRILL_ENDED, ENDED ->
                    Optional.of(
                            words.say(
                                    "drill.ended." + word(line.kind()),
                                    Map.of("who", names.person(line.person()), "time", time)));
            default -> Optional.empty();
        };
    }
}
