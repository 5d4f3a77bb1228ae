package org.watchword.desk.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.watch.AlarmView.State;
import org.watchword.desk.watch.LadderView.Rung;
import org.watchword.desk.watch.LadderView.Running;
import org.watchword.desk.watch.LadderView.Stand;
import org.watchword.desk.watch.LadderView.Step;
import org.watchword.desk.watch.LadderView.Tone;
import org.watchword.desk.web.Wrong;

/// Views of every page, filled with a text that is given: an ordinary one, or an awkward one.
final class SampleViews {
    static final Instant NOW = Instant.parse("2021-02-04T12:04:12Z");
    static final Instant SINCE = Instant.parse("2021-02-04T12:00:00Z");

    private static final Set<String> ALL = Set.of("answer", "people", "channels", "ladders");

    private final String name;
    private final String text;
    private final int many;

    SampleViews(String name, String text, int many) {
        this.name = name;
        this.text = text;
        this.many = many;
    }

    /// Every template of the room, with its view.
    Map<String, Object> all() {
        var all = new LinkedHashMap<String, Object>();
        all.put("watch/board.jte", board(many));
        all.put("watch/board_inside.jte", board(many));
        all.put("watch/call.jte", new CallView.Call("f1", heard(), times(many, i -> name + i)));
        all.put("watch/alarm.jte", room(State.RINGS));
        all.put("watch/alarm_inside.jte", now(State.HELD));
        all.put("watch/end.jte", end(true));
        all.put("watch/ladders.jte", ladders());
        all.put("watch/sheet.jte", new LaddersView.OnSheet(ladders().ladders()));
        all.put("watch/ladder_one.jte", new LaddersView.One(shown(1), name, true, wrong("label")));
        all.put("watch/ladder_step.jte", step());
        all.put("watch/codenames.jte", codenames());
        all.put("watch/codename.jte", codename());
        all.put("watch/proof.jte", proof());
        all.put("watch/texts.jte", texts());
        all.put("watch/text_one.jte", textOne());
        all.put("watch/answer.jte", answer());
        return all;
    }

    BoardView.Board board(int alarms) {
        var ringing =
                times(
                        alarms,
                        i ->
                                new BoardView.Ringing(
                                        i + 1,
                                        whom(),
                                        1,
                                        SINCE,
                                        Duration.ofSeconds(252 + 4000L * i),
                                        i % 2 == 1,
                                        i % 4 == 1,
                                        i % 3 == 1,
                                        i % 3 == 2 ? text : "",
                                        text,
                                        text));
        var flags = times(many, i -> new BoardView.Flag(text, "/ladders/" + i, "ladders"));
        var duty = times(many, i -> new BoardView.OnDuty(name, i % 2 == 0 ? name : "", text, text));
        var told = times(many, i -> new BoardView.Said(NOW, text));
        var ended =
                times(
                        many,
                        i ->
                                new BoardView.Ended(
                                        i + 100, whom(), SINCE, Duration.ofMinutes(90), text));
        return new BoardView.Board("form-1", ringing, flags, duty, told, ended, ALL);
    }

    AlarmView.Room room(State state) {
        var fields =
                new CallView.Fields(7, 3, heard(), times(many, i -> name + i), wrong("heard-at-3"));
        var colleagues = times(many, i -> new AlarmView.Colleague(i, name, text));
        return new AlarmView.Room(
                now(state), text, List.of(fields), colleagues, text, wrong("note"));
    }

    AlarmView.Now now(State state) {
        var ladder = ladder();
        return new AlarmView.Now(
                7,
                whom(),
                SINCE,
                Duration.ofSeconds(252),
                state,
                state == State.HELD,
                many > 0,
                text,
                many > 0,
                many > 0 ? text : "",
                times(many, i -> new AlarmView.About(name, text)),
                text,
                times(many, i -> new AlarmView.Unconfirmed(i, name, text, i == 0)),
                times(many, i -> text),
                ladder,
                LadderPicture.of(ladder),
                times(many, i -> new AlarmView.Line(NOW, i % 2 == 0 ? text : "", text)));
    }

    private AlarmView.Whom whom() {
        return new AlarmView.Whom(name, true);
    }

    private LadderView.Ladder ladder() {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < Math.min(12, many); i++) {
            var stand = List.of(Stand.values()).get(i % 4);
            var people =
                    times(
                            5,
                            p ->
                                    new Rung(
                                            name,
                                            times(3, r -> text),
                                            text,
                                            List.of(Tone.values()).get(p % 3)));
            steps.add(
                    new Step(
                            stand,
                            text,
                            name,
                            people,
                            stand == Stand.RINGS
                                    ? Optional.of(new Running(40, text))
                                    : Optional.empty()));
        }
        return new LadderView.Ladder(steps, text, text);
    }

    private CallView.Heard heard() {
        return new CallView.Heard(name, true, text, text, name, text, name);
    }

    AlarmView.End end(boolean two) {
        return new AlarmView.End(
                7,
                whom(),
                two,
                text,
                times(many, i -> text),
                times(many, i -> new AlarmView.Line(NOW, text, text)),
                false,
                times(many, i -> new AlarmView.OfWhom("" + i, name, i == 0, i == 1)),
                times(many, i -> new AlarmView.Ask(i, name, i, text, text)),
                List.of("face-to-face", "video", "other-line", "same-line"),
                "video",
                text,
                true,
                wrong("how"));
    }

    private LaddersView.All ladders() {
        return new LaddersView.All(
                times(many, i -> shown(i + 1)), times(many, i -> text), name, wrong("label"));
    }

    private LaddersView.Shown shown(long id) {
        var steps =
                times(
                        Math.min(12, many),
                        i ->
                                new LaddersView.ShownStep(
                                        i + 1, name, text, text, i % 2 == 0, List.of(text)));
        return new LaddersView.Shown(id, name, "1f", id == 1, steps, List.of(text));
    }

    private LaddersView.EditStep step() {
        var choices = times(many, i -> new LaddersView.Choice("v" + i, name, i % 2 == 0));
        return new LaddersView.EditStep(
                1, name, "1f", 2, choices, choices, choices, name, true, wrong("targets"));
    }

    private CodenamesView.All codenames() {
        return new CodenamesView.All(
                times(many, i -> new CodenamesView.Shown(i + 1, name, text, name)));
    }

    private CodenamesView.One codename() {
        return new CodenamesView.One(
                3,
                name,
                text,
                2,
                times(many, i -> new CodenamesView.LadderChoice(i + 1, name)),
                "1f",
                many,
                wrong("plan"));
    }

    private CodenamesView.Proof proof() {
        var places =
                List.of(
                        new CodenamesView.Place(1, text, true),
                        new CodenamesView.Place(2, "", false));
        return new CodenamesView.Proof(3, name, places, wrong("answer-1"));
    }

    private AnswerView answer() {
        var form = new AnswerView.Form("/a/x", name, text, name, many > 0 ? text : "");
        return new AnswerView(
                "ru", name, name, text, Optional.of(form).filter(_ -> many > 0), name);
    }

    private TextsView.All texts() {
        return new TextsView.All(
                times(
                        many,
                        i ->
                                new TextsView.Kind(
                                        "kind" + i,
                                        name,
                                        List.of(new TextsView.Wording("ru", name, true, text)))));
    }

    private TextsView.One textOne() {
        return new TextsView.One(
                "call",
                name,
                "en",
                name,
                true,
                name,
                text,
                times(many, i -> new TextsView.Gap("{who}", text)),
                text,
                text,
                2,
                false,
                wrong("text"));
    }

    private static List<Wrong> wrong(String field) {
        return List.of(new Wrong(field, Sentence.of("watch.call.heard-at-wrong")));
    }

    interface Made<T> {
        T at(int i);
    }

    static <T> List<T> times(int n, Made<T> made) {
        return IntStream.range(0, n).mapToObj(made::at).toList();
    }
}
