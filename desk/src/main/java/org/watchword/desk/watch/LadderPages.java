package org.watchword.desk.watch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.watchword.desk.accounts.Capability;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.changes.ChangePages;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;

/// Setting up ladders: the list, one ladder, and the order of its steps.
final class LadderPages {
    static final Gate GATE = new Gate.Freshly(Capability.LADDERS);
    private static final Sentence TITLE = Sentence.of("watch.ladders.title");
    private static final Sentence TITLE_ONE = Sentence.of("watch.ladders.title-one");

    private final PageTools tools;

    private final LadderChanges changes;

    LadderPages(PageTools tools, LadderChanges changes) {
        this.changes = changes;
        this.tools = tools;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/ladders", GATE, this::all),
                Route.post("/ladders", GATE, this::add),
                Route.get("/ladders/{id}", GATE, this::one),
                Route.post("/ladders/{id}", GATE, this::rename),
                Route.post("/ladders/{id}/default", GATE, this::makeDefault),
                Route.post("/ladders/{id}/remove", GATE, this::remove),
                Route.post("/ladders/{id}/steps/{step}/up", GATE, visit -> move(visit, -1)),
                Route.post("/ladders/{id}/steps/{step}/down", GATE, visit -> move(visit, 1)),
                Route.post("/ladders/{id}/steps/{step}/remove", GATE, this::removeStep));
    }

    private Answer all(Visit visit) {
        return Answer.page("watch/ladders.jte", TITLE, view(visit, "", List.of()));
    }

    private LaddersView.All view(Visit visit, String label, List<Wrong> wrong) {
        var shown = words(visit);
        return new LaddersView.All(
                tools.ladders().all().stream().map(shown::ladder).toList(),
                shown.flags(Flag.NO_LADDER),
                label,
                wrong);
    }

    private LaddersInWords words(Visit visit) {
        return new LaddersInWords(
                visit.words(),
                visit.times(),
                tools.directory(visit.words()),
                tools.ladders().flags());
    }

    private Answer add(Visit visit) {
        String label = visit.form().line("label").orElse("");
        Optional<Sentence> wrong = wrong(label);
        if (wrong.isPresent()) {
            return again(visit, label, wrong.get());
        }
        return switch (tools.ladders().add(label, List.of())) {
            case Ladder.Done done -> Answer.goTo("/ladders/" + done.id().value());
            case Ladder.Refused refused -> again(visit, label, refused.why());
        };
    }

    private static Optional<Sentence> wrong(String label) {
        if (label.isEmpty()) {
            return Optional.of(Sentence.of("watch.ladders.label-missing"));
        }
        return label.length() > Limits.NAME_CHARACTERS
                ? Optional.of(Sentence.of("watch.too-long", "most", Limits.NAME_CHARACTERS))
                : Optional.empty();
    }

    private Answer again(Visit visit, String label, Sentence why) {
        var wrong = List.of(new Wrong("label", why));
        return Answer.again("watch/ladders.jte", TITLE, view(visit, label, wrong));
    }

    private Ladder ladder(Visit visit) {
        return tools.ladders()
                .ladder(new LadderId(visit.number("id")))
                .orElseThrow(Route.NotHere::new);
    }

    private Answer one(Visit visit) {
        Ladder ladder = ladder(visit);
        return Answer.page(
                "watch/ladder_one.jte", TITLE_ONE, view(visit, ladder, ladder.label(), List.of()));
    }

    private LaddersView.One view(Visit visit, Ladder ladder, String label, List<Wrong> wrong) {
        boolean mayGrow = ladder.steps().size() < Limits.STEPS_PER_LADDER;
        return new LaddersView.One(words(visit).ladder(ladder), label, mayGrow, wrong);
    }

    /// Whether somebody has changed it since the page was opened that posts this.
    static boolean isOther(Visit visit, Ladder ladder) {
        return visit.form().text("seen").filter(seen -> !seen.equals(ladder.version())).isPresent();
    }

    private Answer rename(Visit visit) {
        Ladder ladder = ladder(visit);
        if (isOther(visit, ladder)) {
            return after(ladder, Ladder.CHANGED);
        }
        String label = visit.form().line("label").orElse("");
        Optional<Sentence> wrong = wrong(label);
        if (wrong.isEmpty()
                && changes.change(visit.present().person(), ladder, label, ladder.steps()).saved()
                        instanceof Ladder.Refused refused) {
            wrong = Optional.of(refused.why());
        }
        return wrong.map(why ->
                        Answer.again(
                                "watch/ladder_one.jte",
                                TITLE_ONE,
                                view(visit, ladder, label, List.of(new Wrong("label", why)))))
                .orElseGet(() -> Answer.goTo(path(ladder)));
    }

    private Answer makeDefault(Visit visit) {
        Ladder ladder = ladder(visit);
        return after(ladder, changes.makeDefault(visit.present().person(), ladder.id()));
    }

    private Answer remove(Visit visit) {
        Ladder ladder = ladder(visit);
        return switch (tools.ladders().remove(ladder.id())) {
            case Ladder.Done _ -> Answer.goTo("/ladders");
            case Ladder.Refused refused -> Answer.refused(refused.why(), path(ladder));
        };
    }

    private Answer move(Visit visit, int by) {
        Ladder ladder = ladder(visit);
        if (isOther(visit, ladder)) {
            return after(ladder, Ladder.CHANGED);
        }
        int at = stepIn(visit, ladder);
        var steps = new ArrayList<>(ladder.steps());
        if (at + by >= 0 && at + by < steps.size()) {
            Collections.swap(steps, at, at + by);
        }
        return changed(visit, ladder, steps);
    }

    private Answer removeStep(Visit visit) {
        Ladder ladder = ladder(visit);
        if (isOther(visit, ladder)) {
            return after(ladder, Ladder.CHANGED);
        }
        var steps = new ArrayList<>(ladder.steps());
        steps.remove(stepIn(visit, ladder));
        return changed(visit, ladder, steps);
    }

    /// The step of the address, counted from 0.
    private static int stepIn(Visit visit, Ladder ladder) {
        long number = visit.number("step");
        if (number < 1 || number > ladder.steps().size()) {
            throw new Route.NotHere();
        }
        return (int) number - 1;
    }

    private Answer changed(Visit visit, Ladder ladder, List<Ladder.Step> steps) {
        return after(
                ladder, changes.change(visit.present().person(), ladder, ladder.label(), steps));
    }

    static Answer after(Ladder ladder, LadderChanges.Made made) {
        return made.waits() ? Answer.goTo(ChangePages.PATH) : after(ladder, made.saved());
    }

    static Answer after(Ladder ladder, Ladder.Saved saved) {
        return switch (saved) {
            case Ladder.Done _ -> Answer.goTo(path(ladder));
            case Ladder.Refused refused -> Answer.refused(refused.why(), path(ladder));
        };
    }

    static String path(Ladder ladder) {
        return "/ladders/" + ladder.id().value();
    }
}
