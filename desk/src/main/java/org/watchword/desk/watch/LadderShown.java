package org.watchword.desk.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.watch.LadderView.Rung;
import org.watchword.desk.watch.LadderView.Running;
import org.watchword.desk.watch.LadderView.Stand;
import org.watchword.desk.watch.LadderView.Tone;

/// Turns an alarm's ladder into what is shown of it.
final class LadderShown {
    /// Rings of one person that are shown; older ones are left out.
    private static final int RINGS_SHOWN = 4;

    private final Sayings say;
    private final AlarmRoom room;

    LadderShown(Sayings say, AlarmRoom room) {
        this.say = say;
        this.room = room;
    }

    LadderView.Ladder ladder() {
        var steps = new ArrayList<LadderView.Step>();
        room.ladder().forEach(step -> steps.add(step(step)));
        if (!room.others().isEmpty()) {
            steps.add(others());
        }
        String again = over() || steps.isEmpty() ? "" : say.words().say("watch.ladder.again");
        return new LadderView.Ladder(steps, again, summary(steps));
    }

    private boolean over() {
        return room.head().state() == OpenAlarm.State.CLOSED;
    }

    /// Whether the running step still asks for somebody.
    private boolean rings() {
        return switch (room.head().state()) {
            case RINGING, WAITING_FOR_ALL, REACHES_NOBODY -> true;
            case HELD, CLOSED -> false;
        };
    }

    private LadderView.Step step(AlarmRoom.Step step) {
        List<Rung> people =
                step.state() == AlarmRoom.StepState.AHEAD
                        ? List.of()
                        : step.people().stream().map(this::rung).toList();
        return new LadderView.Step(stand(step), title(step), aside(step), people, running(step));
    }

    private LadderView.Step others() {
        return new LadderView.Step(
                Stand.RUNG,
                say.words().say("watch.ladder.others"),
                "",
                room.others().stream().map(this::rung).toList(),
                Optional.empty());
    }

    private Stand stand(AlarmRoom.Step step) {
        boolean answered = step.people().stream().anyMatch(person -> person.answer().isPresent());
        return switch (step.state()) {
            case AHEAD -> Stand.TO_COME;
            case RUNNING -> rings() ? Stand.RINGS : answered ? Stand.ANSWERED : Stand.RUNG;
            case DONE -> answered ? Stand.ANSWERED : Stand.RUNG;
        };
    }

    /// The step's roles; a step that names people is called by them only while they are not listed
    /// below it.
    private String title(AlarmRoom.Step step) {
        boolean role = step.targets().stream().anyMatch(t -> t.duty() instanceof Duty.OfRole);
        boolean listed = step.state() != AlarmRoom.StepState.AHEAD && !step.people().isEmpty();
        if (!role && listed) {
            return say.words().say("watch.ladders.step", "number", step.number());
        }
        var whom = step.targets().stream().map(this::target).toList();
        return say.words()
                .say(
                        "watch.ladder.title",
                        Map.of("number", step.number(), "whom", say.names().list(whom)));
    }

    private String target(AlarmRoom.Target target) {
        String name = say.names().duty(target.duty());
        return target.gap() ? say.words().say("watch.ladder.gap", "role", name) : name;
    }

    private String aside(AlarmRoom.Step step) {
        if (step.startsAt().isEmpty() || (over() && step.state() == AlarmRoom.StepState.AHEAD)) {
            return "";
        }
        String from = say.times().minute(step.startsAt().get());
        return switch (step.state()) {
            case AHEAD -> rings() ? say.words().say("watch.ladder.at", "time", from) : "";
            case RUNNING -> say.words().say("watch.ladder.since", "time", from);
            case DONE ->
                    step.endsAt()
                            .map(to ->
                                    say.words()
                                            .say(
                                                    "watch.ladder.until",
                                                    Map.of(
                                                            "from",
                                                            from,
                                                            "to",
                                                            say.times().minute(to))))
                            .orElse(from);
        };
    }

    private Rung rung(AlarmRoom.Person person) {
        String name = say.names().person(person.id());
        List<String> rings =
                person.rings().stream()
                        .skip(Math.max(0, person.rings().size() - RINGS_SHOWN))
                        .map(this::ring)
                        .toList();
        return person.answer()
                .map(answer -> answered(name, person, answer, rings))
                .orElseGet(() -> silent(name, person, rings));
    }

    private Rung answered(
            String name, AlarmRoom.Person person, AlarmRoom.Answer answer, List<String> rings) {
        if (answer.passingTo().isPresent()) {
            String to = say.names().person(answer.passingTo().get());
            return new Rung(
                    name, rings, say.words().say("watch.ladder.passing", "who", to), Tone.LATE);
        }
        String key = person.raised() ? "watch.ladder.raised" : "watch.ladder.on-it";
        return new Rung(name, rings, say.words().say(key, "time", second(answer.at())), Tone.GOOD);
    }

    private Rung silent(String name, AlarmRoom.Person person, List<String> rings) {
        if (person.unconfirmed().isPresent()) {
            String time = say.times().minute(person.unconfirmed().get().until());
            String state = say.words().say("watch.ladder.unconfirmed", "time", time);
            return new Rung(name, rings, state, Tone.UNCONFIRMED);
        }
        if (!person.rings().isEmpty()) {
            return new Rung(name, rings, say.words().say("watch.ladder.no-answer"), Tone.SOFT);
        }
        return new Rung(name, rings, say.words().say("watch.ladder.not-rung"), Tone.LATE);
    }

    private String ring(AlarmRoom.Ring ring) {
        String channel = say.names().channel(ring.channel());
        String time = second(ring.at());
        var gaps = Map.<String, Object>of("channel", channel, "time", time);
        return ring.message()
                .map(message -> say.words().say(message.state().sentence()))
                .map(state -> say.words().say("watch.ladder.ring", gaps) + " " + state)
                .orElseGet(() -> say.words().say("watch.ladder.ring", gaps));
    }

    private String second(Instant at) {
        return say.times().second(at);
    }

    private Optional<Running> running(AlarmRoom.Step step) {
        if (step.state() != AlarmRoom.StepState.RUNNING
                || !rings()
                || step.startsAt().isEmpty()
                || step.endsAt().isEmpty()) {
            return Optional.empty();
        }
        Duration whole = Duration.between(step.startsAt().get(), step.endsAt().get());
        Duration left = Duration.between(say.now(), step.endsAt().get());
        long gone = whole.toMillis() - left.toMillis();
        long percent = whole.isZero() ? 100 : Math.clamp(100 * gone / whole.toMillis(), 0, 100);
        String key = step.all() ? "watch.ladder.all-next-in" : "watch.ladder.next-in";
        return Optional.of(
                new Running(
                        (int) percent, say.words().say(key, "left", say.times().lasting(left))));
    }

    /// The ladder in sentences, for those who hear the page.
    private String summary(List<LadderView.Step> steps) {
        var sentences = new ArrayList<String>();
        for (LadderView.Step step : steps) {
            sentences.add(
                    say.words()
                            .say(
                                    "watch.ladder.spoken-step",
                                    Map.of("title", step.title(), "aside", step.aside())));
            step.people()
                    .forEach(person ->
                            sentences.add(
                                    say.words()
                                            .say(
                                                    "watch.ladder.spoken-person",
                                                    Map.of(
                                                            "who",
                                                            person.name(),
                                                            "state",
                                                            person.state(),
                                                            "rings",
                                                            String.join(", ", person.rings())))));
            step.running().ifPresent(running -> sentences.add(running.left() + "."));
        }
        return String.join(" ", sentences);
    }

    /// Whether this person is among those who are on it.
    static boolean isOnIt(AlarmRoom room, PersonId person) {
        return room.head().onIt().contains(person);
    }
}
