package org.watchword.desk.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Form;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;

/// The questions of a code-name that only the person can answer. Answers are taken in and never
/// shown again.
final class ProofPages {
    private static final String TEMPLATE = "watch/proof.jte";
    private static final Sentence TITLE = Sentence.of("watch.proof.title");

    private final PageTools tools;

    ProofPages(PageTools tools) {
        this.tools = tools;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/codenames/{id}/proof", LadderPages.GATE, this::page),
                Route.post("/codenames/{id}/proof", LadderPages.GATE, this::save));
    }

    private Codename codename(Visit visit) {
        var id = new CodenameId(visit.number("id"));
        return tools.ladders().codenames().stream()
                .filter(codename -> codename.id().equals(id))
                .findFirst()
                .orElseThrow(Route.NotHere::new);
    }

    private Answer page(Visit visit) {
        Codename codename = codename(visit);
        List<String> set = tools.watch().proofs().questions(codename.id());
        return Answer.page(TEMPLATE, TITLE, view(codename, set, set, List.of()));
    }

    private Answer save(Visit visit) {
        Codename codename = codename(visit);
        List<Proofs.Typed> typed = typed(visit.form());
        return switch (tools.watch().proofs().set(codename.id(), typed)) {
            case Proofs.Done _ -> Answer.goTo("/codenames/" + codename.id().value());
            case Proofs.Refused refused -> again(codename, typed, refused);
        };
    }

    private Answer again(Codename codename, List<Proofs.Typed> typed, Proofs.Refused refused) {
        List<String> set = tools.watch().proofs().questions(codename.id());
        var shown = typed.stream().map(Proofs.Typed::question).toList();
        boolean question = shown.get(refused.nth() - 1).isEmpty();
        var wrong = new Wrong((question ? "question-" : "answer-") + refused.nth(), refused.why());
        return Answer.again(TEMPLATE, TITLE, view(codename, set, shown, List.of(wrong)));
    }

    private static List<Proofs.Typed> typed(Form form) {
        var typed = new ArrayList<Proofs.Typed>();
        for (int nth = 1; nth <= Limits.PROOF_QUESTIONS; nth++) {
            typed.add(
                    new Proofs.Typed(
                            nth,
                            form.line("question-" + nth).orElse(""),
                            form.line("answer-" + nth).orElse("")));
        }
        return typed;
    }

    private static CodenamesView.Proof view(
            Codename codename, List<String> set, List<String> shown, List<Wrong> wrong) {
        var places = new ArrayList<CodenamesView.Place>();
        for (int nth = 1; nth <= Limits.PROOF_QUESTIONS; nth++) {
            boolean isSet = !set.get(nth - 1).isEmpty();
            places.add(new CodenamesView.Place(nth, shown.get(nth - 1), isSet));
        }
        return new CodenamesView.Proof(codename.id().value(), codename.name(), places, wrong);
    }

    /// Empty where none is set.
    static int countOf(PageTools tools, Optional<CodenameId> who) {
        return who.map(id -> tools.watch().proofs().questions(id)).stream()
                .flatMap(List::stream)
                .mapToInt(question -> question.isEmpty() ? 0 : 1)
                .sum();
    }
}
