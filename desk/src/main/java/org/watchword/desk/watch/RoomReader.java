package org.watchword.desk.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.delivery.Outbox;
import org.watchword.desk.delivery.SentMessage;
import org.watchword.desk.watch.AlarmRoom.StepState;
import org.watchword.desk.watch.OpenAlarm.State;

/// Reads what the pages show: from the rows, and with the engine's own eyes where it is about who
/// is rung.
final class RoomReader {
    private static final int FIRST_WORDS = 160;

    private final AlarmTurns.Rows rows;
    private final Team team;
    private final Outbox outbox;
    private final Policy policy;
    private final AboutReader about;

    RoomReader(AlarmTurns.Rows rows, Team team, Outbox outbox, Policy policy) {
        this.rows = rows;
        this.team = team;
        this.outbox = outbox;
        this.policy = policy;
        this.about = new AboutReader(rows);
    }

    List<OpenAlarm> all(Handle handle, List<Alarm> alarms, Instant now) {
        var world = new World(team, handle, now);
        return alarms.stream()
                .map(alarm -> head(handle, alarm, situation(handle, alarm, world)))
                .toList();
    }

    private Situation situation(Handle handle, Alarm alarm, World world) {
        return world.situation(
                rows.ladders().steps(handle, alarm.origin().ladder()),
                Set.of(),
                alarm.signs().lead().isPresent(),
                policy);
    }

    private OpenAlarm head(Handle handle, Alarm alarm, Situation situation) {
        return new OpenAlarm(
                alarm.id(),
                alarm.origin().kind(),
                rows.naming().who(handle, alarm),
                alarm.origin().since(),
                alarm.origin().raisedAt(),
                state(alarm),
                firstWords(handle, alarm),
                alarm.place().step() + 1,
                situation.steps().size(),
                alarm.place().round(),
                beingRung(alarm),
                onIt(alarm),
                unconfirmed(alarm),
                alarm.clockwork().timer().map(Alarm.Timer::at),
                closedAt(alarm),
                alarm.signs(),
                alarm.origin().drill());
    }

    private static Optional<Instant> closedAt(Alarm alarm) {
        return alarm.phase() instanceof Alarm.Closed(Instant at)
                ? Optional.of(at)
                : Optional.empty();
    }

    private static State state(Alarm alarm) {
        return switch (alarm.phase()) {
            case Alarm.Closed _ -> State.CLOSED;
            case Alarm.Held _ -> State.HELD;
            case Alarm.Climbing climbing when climbing.reachesNobody() -> State.REACHES_NOBODY;
            case Alarm.Climbing _ when !onIt(alarm).isEmpty() -> State.WAITING_FOR_ALL;
            case Alarm.Climbing _ -> State.RINGING;
        };
    }

    private Optional<String> firstWords(Handle handle, Alarm alarm) {
        return rows.calls().of(handle, alarm.id()).reversed().stream()
                .flatMap(call ->
                        call.field(CallField.WORDS).or(() -> call.field(CallField.SOUNDS)).stream())
                .findFirst()
                .map(field -> shortened(field.text().replace('\n', ' ')));
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= FIRST_WORDS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, FIRST_WORDS - 1)) + "…";
    }

    private static List<PersonId> beingRung(Alarm alarm) {
        if (!(alarm.phase() instanceof Alarm.Climbing)) {
            return List.of();
        }
        return alarm.people().entrySet().stream()
                .filter(one -> one.getValue().answer().isEmpty() && !one.getValue().isUnproven())
                .filter(one -> one.getValue().rung().filter(r -> runs(r, alarm)).isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean runs(Standing.Rung rung, Alarm alarm) {
        return rung.step() == alarm.place().step() && rung.round() == alarm.place().round();
    }

    private static List<PersonId> onIt(Alarm alarm) {
        return alarm.people().entrySet().stream()
                .filter(one -> one.getValue().answer().isPresent())
                .map(Map.Entry::getKey)
                .filter(person -> !alarm.origin().raiser().equals(Optional.of(person)))
                .toList();
    }

    private static List<PersonId> unconfirmed(Alarm alarm) {
        return alarm.people().entrySet().stream()
                .filter(one -> one.getValue().isUnproven() && !alarm.isClosed())
                .map(Map.Entry::getKey)
                .toList();
    }

    Optional<AlarmRoom> room(Handle handle, AlarmId id, Instant now) {
        return rows.alarms().load(handle, id).map(alarm -> room(handle, alarm, now));
    }

    private AlarmRoom room(Handle handle, Alarm alarm, Instant now) {
        var world = new World(team, handle, now);
        Situation situation = situation(handle, alarm, world);
        var people = people(handle, alarm);
        List<AlarmRoom.Step> steps = steps(alarm, situation, people);
        List<AlarmRoom.Call> calls = rows.calls().of(handle, alarm.id());
        List<AlarmRoom.Line> log = rows.log().of(handle, alarm.id());
        Set<PersonId> named = new LinkedHashSet<>();
        steps.forEach(step -> step.people().forEach(person -> named.add(person.id())));
        return new AlarmRoom(
                head(handle, alarm, situation),
                alarm.origin().raiser(),
                about.plan(handle, alarm),
                rows.ladders().find(handle, alarm.origin().ladder()).map(Ladder::label).orElse(""),
                calls,
                rows.calls().count(handle, alarm.id()) - calls.size(),
                steps,
                people.values().stream().filter(one -> !named.contains(one.id())).toList(),
                rows.log().statements(handle, alarm.id()),
                alarm.origin().kind().isAboutPeople() ? 2 : 1,
                alarm.clockwork().joinDueAt(),
                closedAt(alarm),
                log,
                about.about(handle, alarm),
                about.names(handle, alarm, log));
    }

    /// Everybody who was rung or has answered, with every ring and where its message stands.
    private Map<PersonId, AlarmRoom.Person> people(Handle handle, Alarm alarm) {
        Map<String, SentMessage> messages =
                outbox.concerning(handle, MessageKey.concerning(alarm.id())).stream()
                        .collect(Collectors.toMap(SentMessage::key, Function.identity()));
        var rings =
                rows.log().rings(handle, alarm.id()).stream()
                        .collect(
                                Collectors.groupingBy(
                                        LogRows.RungRow::person,
                                        Collectors.mapping(
                                                row -> withMessage(row.ring(), messages),
                                                Collectors.toList())));
        var all = new LinkedHashSet<>(alarm.people().keySet());
        all.addAll(rings.keySet());
        return all.stream()
                .map(person -> person(alarm, person, rings.getOrDefault(person, List.of())))
                .collect(
                        Collectors.toMap(
                                AlarmRoom.Person::id,
                                Function.identity(),
                                (one, _) -> one,
                                LinkedHashMap::new));
    }

    private static AlarmRoom.Ring withMessage(
            AlarmRoom.Ring ring, Map<String, SentMessage> messages) {
        return new AlarmRoom.Ring(
                ring.channel(),
                ring.at(),
                ring.step(),
                ring.round(),
                ring.again(),
                ring.key(),
                Optional.ofNullable(messages.get(ring.key())));
    }

    private static AlarmRoom.Person person(
            Alarm alarm, PersonId person, List<AlarmRoom.Ring> rings) {
        return new AlarmRoom.Person(
                person,
                alarm.origin().raiser().equals(Optional.of(person)),
                alarm.standing(person)
                        .flatMap(Standing::answer)
                        .map(a -> new AlarmRoom.Answer(a.at(), a.lapsesAt(), a.passingTo())),
                alarm.standing(person)
                        .filter(_ -> !alarm.isClosed())
                        .flatMap(Standing::unproven)
                        .filter(word -> !word.lapsed())
                        .map(u -> new AlarmRoom.Unconfirmed(u.by(), u.at(), u.until())),
                rings);
    }

    private static List<AlarmRoom.Step> steps(
            Alarm alarm, Situation situation, Map<PersonId, AlarmRoom.Person> people) {
        var steps = new ArrayList<AlarmRoom.Step>();
        Optional<Instant> starts = Optional.empty();
        for (int i = 0; i < situation.steps().size(); i++) {
            Situation.Step step = situation.steps().get(i);
            StepState state = state(alarm, i);
            Optional<Instant> begins = starts;
            Optional<Instant> ends = begins.map(at -> at.plus(step.lasts()));
            if (alarm.phase() instanceof Alarm.Climbing climbing && state == StepState.RUNNING) {
                ends = alarm.stepEndsAt();
                begins = began(alarm).or(() -> before(climbing, step.lasts()));
            }
            starts = ends;
            steps.add(shown(alarm, step, new Span(i + 1, state, begins, ends), people));
        }
        return steps;
    }

    private static Optional<Instant> before(Alarm.Climbing climbing, Duration lasts) {
        return Optional.of(climbing.stepEndsAt().minus(lasts));
    }

    private static Optional<Instant> began(Alarm alarm) {
        return alarm.people().values().stream()
                .flatMap(standing -> standing.rung().stream())
                .filter(rung -> runs(rung, alarm))
                .map(Standing.Rung::at)
                .min(Instant::compareTo);
    }

    private static StepState state(Alarm alarm, int step) {
        int at = alarm.place().step();
        if (!(alarm.phase() instanceof Alarm.Climbing)) {
            return step <= at ? StepState.DONE : StepState.AHEAD;
        }
        return step < at ? StepState.DONE : step == at ? StepState.RUNNING : StepState.AHEAD;
    }

    private record Span(
            int number, StepState state, Optional<Instant> starts, Optional<Instant> ends) {}

    private static AlarmRoom.Step shown(
            Alarm alarm, Situation.Step step, Span span, Map<PersonId, AlarmRoom.Person> people) {
        var named = new LinkedHashSet<PersonId>();
        step.targets().forEach(target -> named.addAll(target.people()));
        return new AlarmRoom.Step(
                span.number(),
                span.state(),
                step.all(),
                step.lasts(),
                step.targets().stream()
                        .map(t -> new AlarmRoom.Target(t.duty(), t.gap(), answered(alarm, t)))
                        .toList(),
                named.stream()
                        .map(id ->
                                Optional.ofNullable(people.get(id))
                                        .orElseGet(() -> person(alarm, id, List.of())))
                        .toList(),
                span.starts(),
                span.ends());
    }

    private static boolean answered(Alarm alarm, Situation.Target target) {
        return Answers.answered(alarm.people(), target);
    }
}
