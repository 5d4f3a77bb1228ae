package org.watchword.desk.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.changes.ChangePages;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;

/// Code-names with their plan cards.
final class CodenamePages {
    private static final String TEMPLATE = "watch/codename.jte";
    private static final Sentence TITLE = Sentence.of("watch.codenames.title");

    private final PageTools tools;

    private final LadderChanges changes;

    CodenamePages(PageTools tools, LadderChanges changes) {
        this.changes = changes;
        this.tools = tools;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/codenames", LadderPages.GATE, this::all),
                Route.get("/codenames/new", LadderPages.GATE, this::fresh),
                Route.post("/codenames/new", LadderPages.GATE, visit -> save(visit, 0)),
                Route.get("/codenames/{id}", LadderPages.GATE, this::one),
                Route.post(
                        "/codenames/{id}",
                        LadderPages.GATE,
                        visit -> save(visit, codename(visit).id().value())),
                Route.post("/codenames/{id}/retire", LadderPages.GATE, this::retire));
    }

    private Answer all(Visit visit) {
        var ladders = tools.ladders().all();
        return Answer.page(
                "watch/codenames.jte",
                TITLE,
                new CodenamesView.All(
                        tools.ladders().realCodenames().stream()
                                .map(codename ->
                                        new CodenamesView.Shown(
                                                codename.id().value(),
                                                codename.name(),
                                                codename.plan(),
                                                label(ladders, codename)))
                                .toList()));
    }

    private static String label(List<Ladder> ladders, Codename codename) {
        return ladders.stream()
                .filter(ladder -> codename.ladder().equals(Optional.of(ladder.id())))
                .map(Ladder::label)
                .findFirst()
                .orElse("");
    }

    private Codename codename(Visit visit) {
        var id = new CodenameId(visit.number("id"));
        return tools.ladders().codenames().stream()
                .filter(codename -> codename.id().equals(id))
                .findFirst()
                .orElseThrow(Route.NotHere::new);
    }

    /// What stands in the form.
    ///
    /// @param seen the version that it was typed over
    private record Typed(long id, String name, String plan, long ladder, String seen) {
        /// The same typed over what stands there now.
        Typed over(Codename now) {
            return new Typed(id, name, plan, ladder, now.version());
        }
    }

    private Answer fresh(Visit visit) {
        return Answer.page(TEMPLATE, TITLE, view(new Typed(0, "", "", 0, ""), List.of()));
    }

    private Answer one(Visit visit) {
        Codename codename = codename(visit);
        long ladder = codename.ladder().map(LadderId::value).orElse(0L);
        var typed =
                new Typed(
                        codename.id().value(),
                        codename.name(),
                        codename.plan(),
                        ladder,
                        codename.version());
        return Answer.page(TEMPLATE, TITLE, view(typed, List.of()));
    }

    private CodenamesView.One view(Typed typed, List<Wrong> wrong) {
        return new CodenamesView.One(
                typed.id(),
                typed.name(),
                typed.plan(),
                typed.ladder(),
                tools.ladders().all().stream()
                        .map(ladder ->
                                new CodenamesView.LadderChoice(ladder.id().value(), ladder.label()))
                        .toList(),
                typed.seen(),
                ProofPages.countOf(
                        tools, Optional.of(typed.id()).filter(id -> id != 0).map(CodenameId::new)),
                wrong);
    }

    private Answer save(Visit visit, long id) {
        var form = visit.form();
        long ladder = GoingOn.number(form.text("ladder"));
        var typed =
                new Typed(
                        id,
                        form.line("name").orElse(""),
                        form.text("plan").orElse(""),
                        ladder,
                        form.text("seen").orElse(""));
        List<Wrong> wrong = wrong(typed);
        if (!wrong.isEmpty()) {
            return Answer.again(TEMPLATE, TITLE, view(typed, wrong));
        }
        if (form.has("count")) {
            return Answer.page(TEMPLATE, TITLE, view(typed, wrong));
        }
        LadderChanges.Named named = saved(visit, typed);
        return switch (named.saved()) {
            case Codename.Done _ -> Answer.goTo(named.waits() ? ChangePages.PATH : "/codenames");
            case Codename.Other(Codename now) ->
                    Answer.again(
                            TEMPLATE,
                            TITLE,
                            view(
                                    typed.over(now),
                                    List.of(
                                            new Wrong(
                                                    "plan",
                                                    Sentence.of("watch.codenames.changed")))));
            case Codename.Refused refused ->
                    Answer.again(
                            TEMPLATE,
                            TITLE,
                            view(typed, List.of(new Wrong("name", refused.why()))));
        };
    }

    private LadderChanges.Named saved(Visit visit, Typed typed) {
        Optional<LadderId> ladder =
                typed.ladder() == 0 ? Optional.empty() : Optional.of(new LadderId(typed.ladder()));
        return typed.id() == 0
                ? new LadderChanges.Named(
                        tools.ladders().addCodename(typed.name(), typed.plan(), ladder), false)
                : changes.codename(
                        visit.present().person(),
                        typed.seen(),
                        new Codename(
                                new CodenameId(typed.id()), typed.name(), typed.plan(), ladder));
    }

    private static List<Wrong> wrong(Typed typed) {
        var wrong = new ArrayList<Wrong>();
        if (typed.name().isEmpty()) {
            wrong.add(new Wrong("name", Sentence.of("watch.codenames.name-missing")));
        }
        if (typed.name().length() > Limits.NAME_CHARACTERS) {
            wrong.add(
                    new Wrong(
                            "name", Sentence.of("watch.too-long", "most", Limits.NAME_CHARACTERS)));
        }
        int used = typed.plan().codePointCount(0, typed.plan().length());
        if (used > Limits.PLAN_CHARACTERS) {
            wrong.add(
                    new Wrong(
                            "plan",
                            new Sentence(
                                    "watch.codenames.plan-too-long",
                                    Map.of("used", used, "most", Limits.PLAN_CHARACTERS))));
        }
        return wrong;
    }

    private Answer retire(Visit visit) {
        LadderChanges.Named named = changes.retire(visit.present().person(), codename(visit).id());
        return switch (named.saved()) {
            case Codename.Done _ -> Answer.goTo(named.waits() ? ChangePages.PATH : "/codenames");
            case Codename.Refused refused -> Answer.refused(refused.why(), "/codenames");
            case Codename.Other _ -> Answer.goTo("/codenames");
        };
    }
}
