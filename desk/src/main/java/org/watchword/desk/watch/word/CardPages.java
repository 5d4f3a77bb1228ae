package org.watchword.desk.watch.word;

import java.util.ArrayList;
import java.util.List;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.Words;
import org.watchword.desk.watch.Codename;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;

/// Making a card, which is shown in the answer to the form and never again, and burning one.
final class CardPages {
    private static final Sentence TITLE = Sentence.of("word.words.title");
    private static final String ROOT = "/codenames/{id}/words";

    private final WordPages.Tools tools;
    private final CodenameWords shown;

    CardPages(WordPages.Tools tools, CodenameWords shown) {
        this.tools = tools;
        this.shown = shown;
    }

    List<Route> routes() {
        return List.of(
                Route.get(ROOT, WordPages.GATE, this::show),
                Route.post(ROOT + "/card", WordPages.GATE, this::make),
                Route.post(ROOT + "/burn", WordPages.GATE, this::burn),
                Route.post(ROOT + "/holds", WordPages.GATE, this::holds));
    }

    private Answer show(Visit visit) {
        return Answer.page(
                CodenameWords.TEMPLATE,
                TITLE,
                shown.view(visit, shown.codename(visit), shown.fresh(), List.of()));
    }

    private Answer make(Visit visit) {
        Codename codename = shown.codename(visit);
        var form = visit.form();
        var typed =
                new WordsView.Typed(
                        form.text("form").filter(id -> id.length() <= 64).orElse(""),
                        form.line("help").orElse(""),
                        form.line("duress").orElse(""),
                        form.has("list"),
                        form.has("print-all"),
                        "");
        if (typed.form().isEmpty()) {
            return Answer.again(
                    CodenameWords.TEMPLATE,
                    TITLE,
                    shown.view(visit, codename, shown.fresh(), List.of()));
        }
        return made(visit, codename, typed);
    }

    private Answer made(Visit visit, Codename codename, WordsView.Typed typed) {
        var order =
                new CardOrder(
                        typed.form(),
                        codename.id(),
                        shown.language(visit),
                        typed.listOn(),
                        typed.help(),
                        typed.duress(),
                        visit.present().person());
        return switch (tools.words().cards().make(order)) {
            case Cards.Printed(Card card) ->
                    Answer.page(
                            "watch/word/card.jte",
                            TITLE,
                            printed(codename, card, typed.printAll()));
            case Cards.MadeBefore(CardId id) ->
                    Answer.refused(
                            Sentence.of(
                                    "word.card.made-before", "number", Long.toString(id.value())),
                            path(codename));
            case Cards.Refused(String field, Sentence why) ->
                    Answer.again(
                            CodenameWords.TEMPLATE,
                            TITLE,
                            shown.view(visit, codename, typed, List.of(new Wrong(field, why))));
        };
    }

    /// All that is printed is in the language of the card and says nothing of what it is for.
    private WordsView.Printed printed(Codename codename, Card card, boolean printAll) {
        Words words = tools.book().in(card.language());
        var lines = new ArrayList<WordsView.Line>();
        lines.add(new WordsView.Line(words.say("word.print.first"), card.ok()));
        if (printAll) {
            lines.add(new WordsView.Line(words.say("word.print.second"), card.help()));
            lines.add(new WordsView.Line(words.say("word.print.third"), card.duress()));
        }
        var listed = new ArrayList<WordsView.Line>();
        for (String word : card.listed()) {
            listed.add(new WordsView.Line(Integer.toString(listed.size() + 1), word));
        }
        return new WordsView.Printed(
                card.language().tag(),
                words.say("word.print.title", "number", Long.toString(card.id().value())),
                card.sign(),
                words.say("word.print.sign"),
                lines,
                listed,
                listed.isEmpty() ? "" : words.say("word.print.listed"),
                new WordsView.Spoken(
                        codename.id().value(), codename.name(), card.help(), card.duress()));
    }

    private Answer burn(Visit visit) {
        Codename codename = shown.codename(visit);
        boolean burned = tools.words().cards().burn(codename.id(), visit.present().person());
        return burned
                ? Answer.goTo(path(codename))
                : Answer.refused(Sentence.of("word.card.none-to-burn"), path(codename));
    }

    private Answer holds(Visit visit) {
        Codename codename = shown.codename(visit);
        return tools.words().cards().holds(codename.id())
                ? Answer.goTo(path(codename))
                : Answer.refused(Sentence.of("word.card.not-in-doubt"), path(codename));
    }

    static String path(Codename codename) {
        return "/codenames/" + codename.id().value() + "/words";
    }
}
