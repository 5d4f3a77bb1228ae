package org.watchword.desk.casebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.Words;
import org.watchword.desk.casebook.reminder.Pointer;
import org.watchword.desk.watch.Ladder;
import org.watchword.desk.watch.LadderId;
import org.watchword.desk.watch.timer.NewTimer;
import org.watchword.desk.watch.timer.TimerText;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;
import org.watchword.formats.casefile.Saying;
import org.watchword.formats.membership.AccountNumber;

/// Reminders in a case: the form that sets one, and the press that ends it. Whoever may write in
/// its compartment may do both; the entry says who did.
final class ReminderPages {
    private static final String ALL = Tools.CASES + "/{id}/reminders";
    private static final Sentence TITLE = Sentence.of("casebook.reminder.title");

    private final Tools tools;

    ReminderPages(Tools tools) {
        this.tools = tools;
    }

    List<Route> routes() {
        return List.of(
                Route.get(ALL + "/new", Tools.READ, this::form),
                Route.writing(ALL, Tools.READ, TypedReminder.TEXT, this::set),
                Route.post(ALL + "/{reminder}/end", Tools.READ, this::end));
    }

    /// The way to end one.
    static String end(Tools tools, Pointer pointer) {
        return Tools.CASES
                + "/"
                + tools.addresses().of(pointer.entry().place().ofCase())
                + "/reminders/"
                + tools.addresses().of(pointer.timer())
                + "/end";
    }

    private Answer form(Visit visit) {
        return tools.reading(
                visit,
                (reading, of) ->
                        page(
                                visit,
                                reading,
                                of,
                                TypedReminder.fresh(tools.reminders().fresh()),
                                List.of()));
    }

    private Answer page(
            Visit visit, Reading reading, OneCase of, TypedReminder typed, List<Wrong> wrong) {
        Words words = visit.words();
        Team.Names names = tools.team().names();
        List<CaseView.Compartment> shown =
                of.compartments().stream()
                        .map(one -> tools.shown(one, reading, names, words))
                        .toList();
        var view =
                new CaseView.Remind(
                        tools.path(of),
                        of.codeName().orElse(""),
                        typed.timer().octets().hex(),
                        new WhereToWrite(tools, of)
                                .choices(reading.sources(of), shown, typed.compartment()),
                        typed.text(),
                        typed.at(),
                        before(words, typed),
                        ladders(names, typed),
                        says(words, typed),
                        wrong);
        String template = "casebook/reminder.jte";
        return wrong.isEmpty()
                ? Answer.page(template, TITLE, view)
                : Answer.again(template, TITLE, view);
    }

    private static List<CaseView.Choice> before(Words words, TypedReminder typed) {
        return Arrays.stream(TypedReminder.Before.values())
                .map(one ->
                        new CaseView.Choice(
                                one.word(),
                                words.say("casebook.reminder.before." + one.word()),
                                one.word().equals(typed.before())))
                .toList();
    }

    private static List<CaseView.Choice> says(Words words, TypedReminder typed) {
        return Arrays.stream(TimerText.values())
                .map(one ->
                        new CaseView.Choice(
                                one.word(), words.say(one.says()), one.word().equals(typed.says())))
                .toList();
    }

    /// Each with those whom it would ring now.
    private List<CaseView.Choice> ladders(Team.Names names, TypedReminder typed) {
        Map<LadderId, List<PersonId>> rungNow = tools.reminders().rungNow();
        return tools.reminders().ladders().stream()
                .map(one ->
                        new CaseView.Choice(
                                "" + one.id().value(),
                                label(one, rungNow.getOrDefault(one.id(), List.of()), names),
                                typed.ladder().isEmpty()
                                        ? one.isDefault()
                                        : typed.ladder().equals("" + one.id().value())))
                .toList();
    }

    private static String label(Ladder ladder, List<PersonId> rings, Team.Names names) {
        return Stream.concat(
                        Stream.of(ladder.label()),
                        Stream.of(
                                        rings.stream()
                                                .map(one ->
                                                        names.of(new AccountNumber(one.value())))
                                                .collect(Collectors.joining(", ")))
                                .filter(text -> !text.isEmpty()))
                .collect(Collectors.joining(" · "));
    }

    private Answer set(Visit visit) {
        var typed = TypedReminder.in(visit.form(), tools.reminders()::fresh);
        return tools.reading(
                visit,
                reading ->
                        reading.at(visit.part("id"), tools.addresses())
                                .map(of -> set(visit, reading, of, typed))
                                .orElseGet(() -> Tools.gone(typed.text())));
    }

    private Answer set(Visit visit, Reading reading, OneCase of, TypedReminder typed) {
        var where = new WhereToWrite(tools, of);
        var wrong = new ArrayList<Wrong>();
        where.wrong(typed.compartment()).ifPresent(why -> wrong.add(new Wrong("compartment", why)));
        TypedReminder.Read read = typed.read(visit.times().zone(), tools.reminders().ladders());
        wrong.addAll(read.wrong());
        if (wrong.isEmpty()) {
            planted(reading, of, where.chosen(typed.compartment()), read).ifPresent(wrong::add);
        }
        return wrong.isEmpty()
                ? Answer.goTo(tools.path(of))
                : page(visit, reading, of, typed, wrong);
    }

    /// What stands against it; empty when it is set, now or by the same form before.
    private Optional<Wrong> planted(
            Reading reading, OneCase of, OwnCompartment where, TypedReminder.Read read) {
        NewTimer timer = read.timer().orElseThrow();
        if (tools.reminders().isOpen(timer.id())) {
            return Optional.empty();
        }
        if (tools.reminders().of(of.id()).size() >= CaseLimits.REMINDERS_PER_CASE) {
            return Optional.of(
                    new Wrong(
                            "at",
                            Sentence.of(
                                    "casebook.reminder.many",
                                    "most",
                                    CaseLimits.REMINDERS_PER_CASE)));
        }
        Optional<Sentence> problem = tools.reminders().problem(timer);
        if (problem.isPresent()) {
            return problem.map(why -> new Wrong("at", why));
        }
        var says = new Saying.Reminder(timer.id().octets(), timer.at(), read.text());
        return tools.writes(
                        reading,
                        where.place(),
                        says,
                        tools.reminders().planting(where.place(), timer))
                .filter(_ -> !tools.reminders().isOpen(timer.id()))
                .map(why -> new Wrong("compartment", why));
    }

    /// Of several who press at once one writes; for the others it is done already.
    private Answer end(Visit visit) {
        return tools.reading(
                visit,
                (reading, of) ->
                        tools.reminders().of(of.id()).stream()
                                .filter(one ->
                                        tools.addresses()
                                                .of(one.timer())
                                                .equals(visit.part("reminder")))
                                .findFirst()
                                .flatMap(one -> ended(reading, one))
                                .map(why -> Answer.refused(why, tools.path(of)))
                                .orElseGet(() -> Answer.goTo(tools.path(of))));
    }

    private Optional<Sentence> ended(Reading reading, Pointer one) {
        return tools.writes(
                        reading,
                        one.entry().place(),
                        new Saying.ReminderEnded(one.timer().octets()),
                        tools.reminders().ending(one.timer()))
                .filter(_ -> tools.reminders().isOpen(one.timer()));
    }
}
