package org.watchword.desk.rota;

import java.util.List;
import java.util.Map;
import org.watchword.desk.accounts.Role;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.changes.ChangePages;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;

/// Stand-ins: somebody comes instead of somebody else, for a time.
final class StandInPages {
    static final String PATH = RotaPages.PATH + "/stand-ins";

    private final RotaTools tools;
    private final ShiftChanges changes;
    private final PlanRows rows = new PlanRows();

    StandInPages(RotaTools tools, ShiftChanges changes) {
        this.tools = tools;
        this.changes = changes;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, RotaPages.PLAN, visit -> page(visit, List.of())),
                Route.post(PATH, RotaPages.PLAN, this::plan),
                Route.post(PATH + "/{id}/remove", RotaPages.PLAN, this::remove));
    }

    private Answer page(Visit visit, List<Wrong> wrong) {
        var form = visit.form();
        var view =
                new RotaView.StandIns(
                        all(visit),
                        tools.everyRole(form.text("role").orElse("")),
                        tools.everybody(visit, "person"),
                        tools.everybody(visit, "instead"),
                        form.text("from").orElse(""),
                        form.text("to").orElse(""),
                        wrong);
        var title = Sentence.of("rota.stand-ins.title");
        return wrong.isEmpty()
                ? Answer.page("rota/stand_ins.jte", title, view)
                : Answer.again("rota/stand_ins.jte", title, view);
    }

    private List<RotaView.Row> all(Visit visit) {
        return tools.store()
                .read(handle -> {
                    var names = tools.names(handle, visit.words());
                    var roles = tools.people().roles(handle);
                    return rows.standInsAfter(handle, visit.now()).stream()
                            .map(one -> row(one, roles, names, visit))
                            .toList();
                });
    }

    private static RotaView.Row row(
            StandIn one, List<Role> roles, Map<PersonId, String> names, Visit visit) {
        String who =
                visit.words()
                        .say(
                                "rota.stand-ins.who",
                                Map.of(
                                        "who", RotaTools.name(names, one.person()),
                                        "instead", RotaTools.name(names, one.insteadOf())));
        return new RotaView.Row(
                one.id(), label(roles, one.role()), who, Spoken.span(one.time(), visit));
    }

    static String label(List<Role> roles, RoleId id) {
        return roles.stream()
                .filter(role -> role.id().equals(id))
                .map(Role::label)
                .findFirst()
                .orElse("?");
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
        var instead = typed.person("instead");
        if (role.isEmpty()) {
            return wrong(visit, "role", "rota.refused.no_role");
        }
        if (person.isEmpty() || instead.isEmpty()) {
            return wrong(visit, person.isEmpty() ? "person" : "instead", "rota.refused.no_person");
        }
        var from = typed.instant("from", visit.times().zone());
        var to = typed.instant("to", visit.times().zone());
        if (from.isEmpty() || to.isEmpty()) {
            return wrong(visit, from.isEmpty() ? "from" : "to", "rota.refused.no_time");
        }
        var wish =
                new RotaDesk.Instead(
                        role.get(),
                        person.get(),
                        instead.get(),
                        new Span(from.get(), to.get()),
                        visit.present().person());
        ShiftChanges.Made made = changes.standIn(wish);
        return switch (made.planned()) {
            case Planned.Done _ -> Answer.goTo(made.waits() ? ChangePages.PATH : PATH);
            case Planned.Refused refused -> wrong(visit, refused.field(), refused.why());
        };
    }

    private Answer remove(Visit visit) {
        long id = visit.number("id");
        return RotaPages.taken(changes.removeStandIn(visit.present().person(), id), PATH);
    }
}
