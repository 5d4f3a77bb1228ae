package org.watchword.desk.rota;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Form;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;

/// Weekly shifts: which there are, and planning one.
final class WeeklyPages {
    static final String PATH = RotaPages.PATH + "/weekly";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");

    private final RotaTools tools;
    private final ShiftChanges changes;
    private final PlanRows rows = new PlanRows();

    WeeklyPages(RotaTools tools, ShiftChanges changes) {
        this.tools = tools;
        this.changes = changes;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, RotaPages.PLAN, visit -> page(visit, List.of())),
                Route.post(PATH, RotaPages.PLAN, this::plan),
                Route.post(PATH + "/{id}/stop", RotaPages.PLAN, this::stop));
    }

    private Answer page(Visit visit, List<Wrong> wrong) {
        var view = new RotaView.WeeklyShifts(all(visit), typed(visit), wrong);
        var title = Sentence.of("rota.weekly.title");
        return wrong.isEmpty()
                ? Answer.page("rota/weekly.jte", title, view)
                : Answer.again("rota/weekly.jte", title, view);
    }

    private List<RotaView.Row> all(Visit visit) {
        LocalDate today = today(visit);
        return tools.store()
                .read(handle -> {
                    var names = tools.names(handle, visit.words());
                    return tools.people().roles(handle).stream()
                            .flatMap(role ->
                                    rows.weekly(handle, role.id()).stream()
                                            .filter(one -> comesAgain(one, today))
                                            .map(one -> row(one, role.label(), names, visit)))
                            .toList();
                });
    }

    private static LocalDate today(Visit visit) {
        return LocalDate.ofInstant(visit.now(), visit.times().zone());
    }

    private static boolean comesAgain(Weekly one, LocalDate today) {
        return one.stoppedAt().isEmpty()
                && one.pattern()
                        .last()
                        .filter(last -> last.plusDays(one.pattern().daysLater()).isBefore(today))
                        .isEmpty();
    }

    private static RotaView.Row row(
            Weekly one, String role, Map<PersonId, String> names, Visit visit) {
        return new RotaView.Row(
                one.id(), role, RotaTools.name(names, one.person()), inWords(one, visit));
    }

    private static String inWords(Weekly one, Visit visit) {
        Pattern pattern = one.pattern();
        var words = visit.words();
        var language = words.language();
        var days =
                Stream.of(DayOfWeek.values())
                        .filter(pattern.days()::contains)
                        .map(day -> day.getDisplayName(TextStyle.SHORT, language.locale()))
                        .toList();
        String times =
                words.say(
                        "rota.weekly.times",
                        Map.of(
                                "days", String.join(", ", days),
                                "from", MINUTE.format(pattern.from()),
                                "to", MINUTE.format(pattern.to()),
                                "later", pattern.daysLater(),
                                "weeks", pattern.everyWeeks()));
        String first = Spoken.day(pattern.first(), language);
        String since =
                pattern.last()
                        .map(last ->
                                words.say(
                                        "rota.weekly.from-to",
                                        Map.of("first", first, "last", Spoken.day(last, language))))
                        .orElseGet(() -> words.say("rota.weekly.since", "first", first));
        return times + " · " + since;
    }

    private RotaView.Repeat typed(Visit visit) {
        Form form = visit.form();
        var chosen = form.texts("day");
        return new RotaView.Repeat(
                tools.everyRole(form.text("role").orElse("")),
                tools.everybody(visit, "person"),
                Stream.of(DayOfWeek.values())
                        .map(day -> choice(day, visit.words().language(), chosen))
                        .toList(),
                form.text("from").orElse(""),
                form.text("end").orElse(""),
                form.text("later").orElse(""),
                form.text("weeks").orElse(""),
                form.text("first").orElseGet(() -> today(visit).toString()),
                form.text("last").orElse(""));
    }

    private static RotaView.Choice choice(DayOfWeek day, Language language, List<String> chosen) {
        String value = Integer.toString(day.getValue());
        String label = day.getDisplayName(TextStyle.FULL_STANDALONE, language.locale());
        return new RotaView.Choice(value, label, chosen.contains(value));
    }

    private Answer wrong(Visit visit, String field, String key) {
        return wrong(visit, field, Sentence.of(key));
    }

    private Answer wrong(Visit visit, String field, Sentence why) {
        return page(visit, List.of(new Wrong(field, Spoken.said(why, visit.times()))));
    }

    private Answer plan(Visit visit) {
        var typed = new Typed(tools, visit.form());
        var role = typed.role();
        var person = typed.person("person");
        if (role.isEmpty()) {
            return wrong(visit, "role", "rota.refused.no_role");
        }
        if (person.isEmpty()) {
            return wrong(visit, "person", "rota.refused.no_person");
        }
        var from = typed.time("from");
        var end = typed.time("end");
        if (from.isEmpty() || end.isEmpty()) {
            return wrong(visit, from.isEmpty() ? "from" : "end", "rota.refused.no_clock");
        }
        var first = typed.day("first");
        if (first.isEmpty()) {
            return wrong(visit, "first", "rota.refused.no_such_day");
        }
        if (visit.form().has("last")
                && visit.form().text("last").isPresent()
                && typed.day("last").isEmpty()) {
            return wrong(visit, "last", "rota.refused.no_such_day");
        }
        return planned(
                visit,
                new Half(role.get(), person.get(), from.get(), end.get(), first.get()),
                typed);
    }

    /// What is given without doubt.
    private record Half(
            RoleId role, PersonId person, LocalTime from, LocalTime end, LocalDate first) {}

    private Answer planned(Visit visit, Half half, Typed typed) {
        var weeks = number(typed, "weeks", 1);
        if (weeks.isEmpty()) {
            var why = Sentence.of("rota.refused.weeks", "most", Pattern.MOST_WEEKS);
            return wrong(visit, "weeks", why);
        }
        // An end that is not later on the clock is meant for the next day.
        var later = number(typed, "later", half.end().isAfter(half.from()) ? 0 : 1);
        if (later.isEmpty()) {
            return wrong(visit, "later", "rota.refused.later");
        }
        var pattern =
                new Pattern(
                        days(visit.form()),
                        weeks.get(),
                        half.from(),
                        half.end(),
                        later.get(),
                        half.first(),
                        typed.day("last"));
        var repeat = new RotaDesk.Repeat(half.role(), half.person(), pattern);
        return switch (tools.desk().repeat(repeat, visit.now())) {
            case Planned.Done _ -> Answer.goTo(PATH);
            case Planned.Refused refused -> wrong(visit, refused.field(), refused.why());
        };
    }

    /// A small number; the usual one where nothing was typed.
    private static Optional<Integer> number(Typed typed, String field, int usual) {
        if (typed.form().text(field).isEmpty()) {
            return Optional.of(usual);
        }
        var number = typed.small(field);
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }

    private static Set<DayOfWeek> days(Form form) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        form.texts("day").stream()
                .filter(value -> value.matches("[1-7]"))
                .map(Integer::parseInt)
                .map(DayOfWeek::of)
                .forEach(days::add);
        return days;
    }

    private Answer stop(Visit visit) {
        long id = visit.number("id");
        return RotaPages.taken(changes.stop(visit.present().person(), id), PATH);
    }
}
