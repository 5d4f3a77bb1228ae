package org.watchword.desk.casebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.Words;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;
import org.watchword.formats.casefile.Saying;
import org.watchword.formats.membership.AccountNumber;

/// My cases, and a new one.
final class CasePages {
    private static final Sentence TITLE = Sentence.of("casebook.title");
    private static final Sentence NEW = Sentence.of("casebook.new.title");

    private final Tools tools;

    CasePages(Tools tools) {
        this.tools = tools;
    }

    List<Route> routes() {
        return List.of(
                Route.get(Tools.CASES, Tools.READ, this::all),
                Route.get(Tools.CASES + "/new", Tools.CHANGE, this::fresh),
                Route.post(Tools.CASES, Tools.CHANGE, this::open));
    }

    private Answer all(Visit visit) {
        return tools.reading(visit, reading -> all(visit, reading));
    }

    private Answer all(Visit visit, Reading reading) {
        Reading.Some some = reading.cases(Typed.before(visit));
        Team.Names names = tools.team().names();
        List<CaseView.Listed> listed =
                some.cases().stream()
                        .map(one -> listed(one, reading, names, visit.words()))
                        .sorted(
                                Comparator.comparing((CaseView.Listed one) ->
                                        one.name().toLowerCase(Locale.ROOT)))
                        .toList();
        String older =
                some.more() && !some.cases().isEmpty()
                        ? Tools.CASES + "?before=" + reading.lastNumber(some.cases().getLast())
                        : "";
        return Answer.page(
                "casebook/cases.jte",
                TITLE,
                new CaseView.All(reading.shut().map(Told::of), listed, older));
    }

    private CaseView.Listed listed(OneCase one, Reading reading, Team.Names names, Words words) {
        return new CaseView.Listed(
                tools.path(one),
                one.codeName().orElse(""),
                reading.last(one),
                one.compartments().stream()
                        .map(each -> tools.shown(each, reading, names, words))
                        .toList());
    }

    private Answer fresh(Visit visit) {
        return tools.reading(visit, reading -> page(reading, "", Set.of(), false, List.of()));
    }

    private Answer page(
            Reading reading, String name, Set<AccountNumber> with, boolean alone, List<Wrong> no) {
        Optional<Sentence> shut = reading.shut().map(Told::of);
        if (shut.isPresent()) {
            return Answer.refused(shut.get(), Tools.CASES);
        }
        var chosen = with.stream().map(one -> String.valueOf(one.number())).toList();
        List<CaseView.Choice> people =
                Team.choices(
                        reading.membership().orElseThrow(),
                        tools.team().names(),
                        Set.of(reading.me()),
                        chosen);
        var view = new CaseView.Fresh(name, people, alone, no);
        String template = "casebook/case_new.jte";
        return no.isEmpty() ? Answer.page(template, NEW, view) : Answer.again(template, NEW, view);
    }

    private Answer open(Visit visit) {
        String name = visit.form().line("name").orElse("");
        Set<AccountNumber> with = new HashSet<>(Tools.ticked(visit.form()));
        boolean alone = visit.form().has("alone");
        return tools.reading(visit, reading -> open(reading, name, with, alone));
    }

    private Answer open(Reading reading, String name, Set<AccountNumber> with, boolean alone) {
        with.remove(reading.me());
        var wrong = new ArrayList<Wrong>(Typed.name("name", name));
        if (wrong.isEmpty() && isTaken(reading, name)) {
            wrong.add(new Wrong("name", Sentence.of("casebook.new.taken")));
        }
        Typed.alone(with, alone).ifPresent(wrong::add);
        if (wrong.isEmpty()) {
            var place = reading.compartments().ofANewCase();
            var says = new Saying.CompartmentOpened(Vocabulary.CORE, name);
            Optional<Sentence> refused = tools.opens(reading, place, with, says);
            if (refused.isEmpty()) {
                return Answer.goTo(Tools.CASES + "/" + tools.addresses().of(place.ofCase()));
            }
            wrong.add(new Wrong("name", refused.get()));
        }
        return page(reading, name, with, alone, wrong);
    }

    /// Among those he reads: of others nobody may learn their names here.
    private static boolean isTaken(Reading reading, String name) {
        return reading.codeNames().anyMatch(name::equalsIgnoreCase);
    }
}
