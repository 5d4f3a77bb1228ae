package org.watchword.desk.casebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.Words;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;
import org.watchword.formats.casefile.Saying;
import org.watchword.formats.membership.AccountNumber;

/// The compartments of a case: who reads in each, one more of them, a reader more or less.
final class CompartmentPages {
    private static final String ALL = Tools.CASES + "/{id}/compartments";
    private static final String ONE = ALL + "/{compartment}";

    private final Tools tools;

    CompartmentPages(Tools tools) {
        this.tools = tools;
    }

    List<Route> routes() {
        return List.of(
                Route.get(ALL, Tools.READ, this::all),
                Route.post(ALL, Tools.CHANGE, this::another),
                Route.post(ONE + "/name", Tools.CHANGE, this::name),
                Route.post(ONE + "/readers", Tools.CHANGE, this::add),
                Route.post(ONE + "/readers/{person}/remove", Tools.CHANGE, this::remove));
    }

    static String path(Addresses addresses, OwnCompartment one) {
        return Tools.CASES
                + "/"
                + addresses.of(one.place().ofCase())
                + "/compartments/"
                + addresses.of(one.place().compartment());
    }

    private Answer all(Visit visit) {
        return tools.reading(
                visit, (reading, of) -> page(visit, reading, of, Asked.NOTHING, List.of()));
    }

    /// What stands in the form for one more compartment.
    private record Asked(String word, String own, Set<AccountNumber> with, boolean alone) {
        static final Asked NOTHING = new Asked("", "", Set.of(), false);

        static Asked in(Visit visit) {
            return new Asked(
                    visit.form().line("name").orElse(""),
                    visit.form().line("own").orElse(""),
                    Tools.ticked(visit.form()),
                    visit.form().has("alone"));
        }

        String name() {
            return own.isEmpty() ? word : own;
        }
    }

    private Answer page(Visit visit, Reading reading, OneCase of, Asked asked, List<Wrong> wrong) {
        Words words = visit.words();
        Team.Names names = tools.team().names();
        var chosen = asked.with().stream().map(one -> String.valueOf(one.number())).toList();
        var people =
                Team.choices(
                        reading.membership().orElseThrow(), names, Set.of(reading.me()), chosen);
        var another =
                new CaseView.Another(unused(of, asked, words), asked.own(), people, asked.alone());
        var view =
                new CaseView.Rooms(
                        tools.path(of),
                        of.codeName().orElse(""),
                        of.compartments().stream()
                                .map(one -> shown(one, reading, names, words))
                                .toList(),
                        another,
                        wrong);
        String template = "casebook/compartments.jte";
        Sentence title = Sentence.of("casebook.compartments.title");
        return wrong.isEmpty()
                ? Answer.page(template, title, view)
                : Answer.again(template, title, view);
    }

    private CaseView.Compartment shown(
            OwnCompartment one, Reading reading, Team.Names names, Words words) {
        return tools.shown(one, reading, names, words)
                .with(
                        Team.choices(
                                reading.membership().orElseThrow(),
                                names,
                                one.standing().now().members(),
                                List.of()));
    }

    private List<CaseView.Choice> unused(OneCase of, Asked asked, Words words) {
        return tools.vocabulary().names().stream()
                .filter(name -> !isThere(of, name))
                .map(name ->
                        new CaseView.Choice(
                                name,
                                tools.vocabulary().say(name, words),
                                name.equals(asked.word())))
                .toList();
    }

    private static boolean isThere(OneCase of, String name) {
        return of.compartments().stream()
                .flatMap(one -> one.name().stream())
                .anyMatch(name::equalsIgnoreCase);
    }

    private Answer another(Visit visit) {
        Asked asked = Asked.in(visit);
        return tools.reading(visit, (reading, of) -> another(visit, reading, of, asked));
    }

    private Answer another(Visit visit, Reading reading, OneCase of, Asked asked) {
        Set<AccountNumber> with = new HashSet<>(asked.with());
        with.remove(reading.me());
        var wrong = new ArrayList<Wrong>(Typed.name("own", asked.name()));
        if (wrong.isEmpty() && isThere(of, asked.name())) {
            wrong.add(new Wrong("own", Sentence.of("casebook.compartments.taken")));
        }
        if (of.codeName().isEmpty()) {
            wrong.add(new Wrong("own", Sentence.of("casebook.compartments.no-name")));
        }
        if (of.compartments().size() >= CaseLimits.COMPARTMENTS_PER_CASE) {
            wrong.add(new Wrong("own", Sentence.of("casebook.compartments.many")));
        }
        Typed.alone(with, asked.alone()).ifPresent(wrong::add);
        if (wrong.isEmpty()) {
            var place = reading.compartments().beside(of.id());
            var says = new Saying.CompartmentOpened(asked.name(), of.codeName().orElseThrow());
            tools.opens(reading, place, with, says)
                    .ifPresent(why -> wrong.add(new Wrong("own", why)));
        }
        return wrong.isEmpty() ? back(of) : page(visit, reading, of, asked, wrong);
    }

    private Answer back(OneCase of) {
        return Answer.goTo(tools.path(of) + "/compartments");
    }

    /// Of one that its opener did not come to name.
    private Answer name(Visit visit) {
        String typed = visit.form().line("name").orElse("");
        String codeName = visit.form().line("code-name").orElse("");
        return inOne(
                visit,
                (reading, of, one) -> {
                    if (!(one.label() instanceof Label.Unnamed)) {
                        return back(of);
                    }
                    String called = of.codeName().orElse(codeName);
                    String at = visit.part("compartment");
                    var wrong = new ArrayList<Wrong>(Typed.name("name-" + at, typed));
                    wrong.addAll(Typed.name("code-name-" + at, called));
                    if (wrong.isEmpty()) {
                        var says = new Saying.CompartmentOpened(typed, called);
                        tools.writes(reading, one.place(), says)
                                .ifPresent(why -> wrong.add(new Wrong("name-" + at, why)));
                    }
                    return done(visit, reading, of, wrong);
                });
    }

    private Answer done(Visit visit, Reading reading, OneCase of, List<Wrong> wrong) {
        return wrong.isEmpty() ? back(of) : page(visit, reading, of, Asked.NOTHING, wrong);
    }

    /// What is done with one of the compartments.
    @FunctionalInterface
    private interface Doing {
        Answer in(Reading reading, OneCase of, OwnCompartment one);
    }

    private Answer inOne(Visit visit, Doing what) {
        return tools.reading(
                visit,
                (reading, of) ->
                        tools.compartment(of, visit.part("compartment"))
                                .map(one -> what.in(reading, of, one))
                                .orElseThrow(Route.NotHere::new));
    }

    private Answer add(Visit visit) {
        Set<AccountNumber> who = Tools.ticked(visit.form());
        return inOne(
                visit,
                (reading, of, one) -> {
                    String field = "readers-" + visit.part("compartment");
                    var wrong = new ArrayList<Wrong>();
                    if (who.isEmpty()) {
                        wrong.add(new Wrong(field, Sentence.of("casebook.readers.choose")));
                    }
                    for (AccountNumber each : who) {
                        Told.of(reading.compartments().add(one.place(), each, reading.keys()))
                                .ifPresent(why -> wrong.add(new Wrong(field, why)));
                    }
                    return done(visit, reading, of, wrong);
                });
    }

    private Answer remove(Visit visit) {
        long number = visit.number("person");
        if (number > AccountNumber.MOST) {
            throw new Route.NotHere();
        }
        var who = new AccountNumber(number);
        return inOne(
                visit,
                (reading, of, one) -> {
                    String field = "readers-" + visit.part("compartment");
                    Optional<Sentence> refused = removed(reading, one, who);
                    List<Wrong> wrong =
                            refused.map(why -> List.of(new Wrong(field, why))).orElse(List.of());
                    boolean left = wrong.isEmpty() && who.equals(reading.me());
                    return left ? Answer.goTo(Tools.CASES) : done(visit, reading, of, wrong);
                });
    }

    private static Optional<Sentence> removed(
            Reading reading, OwnCompartment one, AccountNumber who) {
        var now = reading.membership().orElseThrow();
        boolean isLast =
                now.readers(one.place()).keySet().stream().allMatch(each -> each.equals(who));
        return isLast
                ? Optional.of(Sentence.of("casebook.readers.last"))
                : Told.of(reading.compartments().remove(one.place(), who, reading.keys()));
    }
}
