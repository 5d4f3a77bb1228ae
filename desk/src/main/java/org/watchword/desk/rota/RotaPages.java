package org.watchword.desk.rota;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.watchword.desk.accounts.Capability;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.changes.ChangePages;
import org.watchword.desk.rota.RotaDesk.Plan;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Form;
import org.watchword.desk.web.Frame;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Places;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;

/// The page of the rota: who now, who next, gaps, take over, hand over, plan.
public final class RotaPages {
    static final String PATH = "/rota";
    static final Gate ANSWER = new Gate.May(Capability.ANSWER);
    static final Gate PLAN = new Gate.Freshly(Capability.PEOPLE);

    private final RotaTools tools;
    private final RotaDesk desk;
    private final RotaReading reading;
    private final ShiftChanges changes;

    public RotaPages(RotaTools tools) {
        this.tools = tools;
        this.desk = tools.desk();
        this.reading = new RotaReading(tools);
        this.changes = new ShiftChanges(tools);
    }

    public List<Route> routes() {
        var mine =
                List.of(
                        Route.get(PATH, new Gate.May(""), this::show),
                        Route.post(PATH, PLAN, this::plan),
                        Route.post(PATH + "/take-over", ANSWER, this::takeOver),
                        Route.post(PATH + "/note", ANSWER, this::note),
                        Route.post(PATH + "/{id}/remove", PLAN, this::remove));
        return Stream.of(
                        mine,
                        new WeeklyPages(tools, changes).routes(),
                        new StandInPages(tools, changes).routes(),
                        new SwapPages(tools).routes(),
                        new SheetPages(tools, reading).routes())
                .flatMap(List::stream)
                .toList();
    }

    /// Who is on duty, at the top of every page; hand-over notes on the board.
    public List<Places.Filler> fillers() {
        return List.of(new OnDutyAtTheTop(reading), new NotesOnBoard(reading));
    }

    /// What this room puts into the menu.
    public static List<Frame.MenuItem> menu() {
        return List.of(new Frame.MenuItem("rota.menu", PATH, ""));
    }

    private Answer show(Visit visit) {
        return page(visit, List.of());
    }

    private Answer page(Visit visit, List<Wrong> wrong) {
        var may = visit.present().may();
        boolean mayAnswer = may.contains(Capability.ANSWER);
        boolean mayPlan = may.contains(Capability.PEOPLE);
        var view =
                new RotaView.All(
                        reading.gaps(visit),
                        mayAnswer || mayPlan ? reading.unreachable() : List.of(),
                        reading.asked(visit),
                        reading.roles(visit),
                        !tools.store().read(tools.rota()::rolesWithShifts).isEmpty(),
                        mayPlan ? shifts(visit) : List.of(),
                        mayAnswer,
                        mayPlan,
                        typed(visit),
                        wrong);
        var title = Sentence.of("rota.title");
        return wrong.isEmpty()
                ? Answer.page("rota/rota.jte", title, view)
                : Answer.again("rota/rota.jte", title, view);
    }

    /// The form for planning, as typed so far.
    private RotaView.Plan typed(Visit visit) {
        Form form = visit.form();
        return new RotaView.Plan(
                tools.everyRole(form.text("role").orElse("")),
                tools.everybody(visit, "person"),
                form.text("from").orElse(""),
                form.text("to").orElse(""));
    }

    /// What was planned one by one or taken over, and is not over yet.
    private List<RotaView.Line> shifts(Visit visit) {
        var rows = new ShiftRows();
        return tools.store()
                .read(handle -> {
                    var names = tools.names(handle, visit.words());
                    return tools.people().roles(handle).stream()
                            .flatMap(role ->
                                    rows
                                            .touching(
                                                    handle,
                                                    role.id(),
                                                    visit.now(),
                                                    visit.now().plus(RotaDesk.FARTHEST))
                                            .stream()
                                            .map(shift -> line(shift, role.label(), names, visit)))
                            .toList();
                });
    }

    private static RotaView.Line line(Shift shift, String role, Map<?, String> names, Visit visit) {
        return new RotaView.Line(
                shift.id(),
                role,
                names.getOrDefault(shift.person(), "?"),
                Spoken.when(shift.starts(), visit),
                Spoken.end(shift.starts(), shift.ends(), visit),
                shift.takenOver());
    }

    private Answer wrong(Visit visit, String field, Sentence why) {
        return page(visit, List.of(new Wrong(field, Spoken.said(why, visit.times()))));
    }

    private Answer wrong(Visit visit, String field, String key) {
        return wrong(visit, field, Sentence.of(key));
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
        var from = typed.instant("from", visit.times().zone());
        var to = typed.instant("to", visit.times().zone());
        if (from.isEmpty() || to.isEmpty()) {
            return wrong(visit, from.isEmpty() ? "from" : "to", "rota.refused.no_time");
        }
        var plan = new Plan(role.get(), person.get(), from.get(), to.get());
        return answer(visit, desk.plan(plan, visit.now()));
    }

    private Answer answer(Visit visit, Planned planned) {
        return switch (planned) {
            case Planned.Done _ -> Answer.goTo(PATH);
            case Planned.Refused refused -> wrong(visit, refused.field(), refused.why());
        };
    }

    private Answer takeOver(Visit visit) {
        var role = new Typed(tools, visit.form()).role();
        if (role.isEmpty()) {
            return wrong(visit, "role", "rota.refused.no_role");
        }
        String field = "hours-" + role.get().value();
        var hours = visit.form().text("hours");
        if (hours.isPresent() && !hours.get().matches("[0-9]{1,3}")) {
            return wrong(visit, field, "rota.refused.hours");
        }
        var lasting = hours.map(Long::parseLong).map(Duration::ofHours);
        if (lasting.isPresent() && lasting.get().isZero()) {
            return wrong(visit, field, "rota.refused.hours");
        }
        var person = visit.present().person();
        return switch (desk.takeOver(role.get(), person, lasting, visit.now())) {
            case Planned.Done _ -> Answer.goTo(PATH);
            case Planned.Refused refused -> wrong(visit, field, refused.why());
        };
    }

    private Answer note(Visit visit) {
        var role = new Typed(tools, visit.form()).role();
        if (role.isEmpty()) {
            return wrong(visit, "role", "rota.refused.no_role");
        }
        String field = "note-" + role.get().value();
        var text = visit.form().text("note").orElse("");
        if (text.isEmpty()) {
            return wrong(visit, field, "rota.refused.no_note");
        }
        if (text.length() > Limits.TEXT_CHARACTERS) {
            var why = Sentence.of("rota.refused.note_too_long", "most", Limits.TEXT_CHARACTERS);
            return wrong(visit, field, why);
        }
        tools.handovers().write(role.get(), visit.present().person(), text, visit.now());
        return Answer.goTo(PATH);
    }

    private Answer remove(Visit visit) {
        return taken(changes.remove(visit.present().person(), visit.number("id")), PATH);
    }

    /// After something was taken off the rota, or waits for that.
    static Answer taken(ShiftChanges.Made made, String path) {
        return switch (made.planned()) {
            case Planned.Done _ -> Answer.goTo(made.waits() ? ChangePages.PATH : path);
            case Planned.Refused(_, Sentence why) -> Answer.refused(why, path);
        };
    }
}
