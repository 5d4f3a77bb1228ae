package org.watchword.desk.watch;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.watchword.desk.accounts.Capability;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;

/// The board: does anything ring?
final class BoardPage {
    private static final int ENDED_SHOWN = 10;
    private static final int TOLD_SHOWN = 5;
    private static final Gate GATE = new Gate.May(Capability.ANSWER);

    private final PageTools tools;

    BoardPage(PageTools tools) {
        this.tools = tools;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/", GATE, this::page),
                Route.part("/live", GATE, this::inside),
                Route.post("/raise", GATE, this::raise));
    }

    private Answer page(Visit visit) {
        return Answer.page("watch/board.jte", Sentence.of("watch.board.title"), view(visit));
    }

    private Answer inside(Visit visit) {
        return new Answer.Part("watch/board_inside.jte", view(visit));
    }

    private Answer raise(Visit visit) {
        String form = tools.formId(visit.form(), "form");
        return GoingOn.raised(tools.watch().raiseNow(form, visit.present().person()));
    }

    private BoardView.Board view(Visit visit) {
        var names = tools.directory(visit.words());
        var say = Sayings.on(visit, names);
        PersonId me = visit.present().person();
        return new BoardView.Board(
                tools.formId(),
                tools.watch().openAlarms().stream()
                        .sorted(Comparator.comparing(OpenAlarm::drill).thenComparing(Sayings::held))
                        .map(alarm -> ringing(alarm, say, me))
                        .toList(),
                flags(say),
                new DutyInWords(tools, say).roles(),
                tools.watch().told(TOLD_SHOWN).stream()
                        .map(told -> new BoardView.Said(told.at(), say.words().say(told.what())))
                        .toList(),
                tools.watch().recentlyClosed(ENDED_SHOWN).stream()
                        .map(alarm -> ended(alarm, say))
                        .toList(),
                visit.present().may());
    }

    private static BoardView.Ringing ringing(OpenAlarm alarm, Sayings say, PersonId me) {
        return new BoardView.Ringing(
                alarm.id().value(),
                say.whom(alarm.who()),
                alarm.round(),
                alarm.since(),
                Duration.between(alarm.since(), say.now()),
                Sayings.held(alarm),
                alarm.onIt().contains(me),
                alarm.drill(),
                say.instruction(alarm),
                say.known(alarm),
                say.coming(alarm));
    }

    private static BoardView.Ended ended(OpenAlarm alarm, Sayings say) {
        var at = alarm.closedAt().orElse(alarm.raisedAt());
        return new BoardView.Ended(
                alarm.id().value(),
                say.whom(alarm.who()),
                at,
                Duration.between(alarm.since(), at),
                from(alarm, say));
    }

    private static String from(OpenAlarm alarm, Sayings say) {
        String kind = say.words().say("watch.kind." + alarm.kind().word());
        return alarm.drill() ? say.words().say("watch.message.drill", "text", kind) : kind;
    }

    private List<BoardView.Flag> flags(Sayings say) {
        var labels = new Labels(tools.ladders().all());
        return tools.ladders().flags().stream().map(flag -> flag(flag, labels, say)).toList();
    }

    private static BoardView.Flag flag(Flag flag, Labels labels, Sayings say) {
        String what = say.words().say(flag.sentence(say.names()));
        String label = labels.of(flag.about());
        String whole =
                label.isEmpty()
                        ? what
                        : say.words().say("watch.flag.of", Map.of("ladder", label, "flag", what));
        return switch (flag) {
            case Flag.GapNow _ -> new BoardView.Flag(whole, "/rota", "");
            case Flag.PersonWithoutAddress _, Flag.RoleWithoutHolder _, Flag.NobodyLeads _ ->
                    new BoardView.Flag(whole, "/people", Capability.PEOPLE);
            case Flag.ChannelSwitchedOff _ ->
                    new BoardView.Flag(whole, "/channels", Capability.CHANNELS);
            case Flag.NoDefaultLadder _ ->
                    new BoardView.Flag(whole, "/ladders", Capability.LADDERS);
            case Flag.LadderWithoutSteps _, Flag.StepReachesNobody _, Flag.OnlyOneChannel _ ->
                    new BoardView.Flag(
                            whole, "/ladders/" + flag.about().value(), Capability.LADDERS);
        };
    }

    /// What the ladders are called.
    private record Labels(List<Ladder> ladders) {
        String of(LadderId id) {
            return ladders.stream()
                    .filter(ladder -> ladder.id().equals(id))
                    .map(Ladder::label)
                    .findFirst()
                    .orElse("");
        }
    }
}
