package org.watchword.desk.rota;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import org.watchword.desk.accounts.Capability;
import org.watchword.desk.accounts.People;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.rota.RotaDesk.Plan;
import org.watchword.desk.rota.RotaDesk.Planned;
import org.watchword.desk.store.Store;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Form;
import org.watchword.desk.web.Frame;
import org.watchword.desk.web.Gate;
import org.watchword.desk.web.Places;
import org.watchword.desk.web.Route;
import org.watchword.desk.web.Visit;
import org.watchword.desk.web.Wrong;

/// The page of the rota: who now, who next, take over, plan.
public final class RotaPages {
    static final String PATH = "/rota";

    /// What a browser's own field for date and time sends.
    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm")
                    .withResolverStyle(ResolverStyle.STRICT);

    private static final String NUMBER = "[0-9]{1,18}";

    private final Store store;
    private final People people;
    private final RotaDesk desk;
    private final RotaReading reading;

    public RotaPages(Store store, People people, Rota rota) {
        this.store = store;
        this.people = people;
        this.desk = new RotaDesk(store, rota);
        this.reading = new RotaReading(store, people, rota);
    }

    public List<Route> routes() {
        return List.of(
                Route.get(PATH, new Gate.May(""), this::show),
                Route.post(PATH, new Gate.Freshly(Capability.PEOPLE), this::plan),
                Route.post(PATH + "/take-over", new Gate.May(Capability.ANSWER), this::takeOver),
                Route.post(
                        PATH + "/{id}/remove", new Gate.Freshly(Capability.PEOPLE), this::remove));
    }

    /// Who is on duty, at the top of every page.
    public List<Places.Filler> fillers() {
        return List.of(new OnDutyAtTheTop(reading));
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
        var view =
                new RotaView.All(
                        reading.roles(visit),
                        may.contains(Capability.ANSWER),
                        may.contains(Capability.PEOPLE),
                        reading.plan(visit.form()),
                        wrong);
        var title = Sentence.of("rota.title");
        return wrong.isEmpty()
                ? Answer.page("rota/rota.jte", title, view)
                : Answer.again("rota/rota.jte", title, view);
    }

    private Answer wrong(Visit visit, String field, Sentence why) {
        return page(visit, List.of(new Wrong(field, why)));
    }

    private Answer plan(Visit visit) {
        var form = visit.form();
        var role = role(form);
        var person = person(form);
        if (role.isEmpty()) {
            return wrong(visit, "role", Sentence.of("rota.refused.no_role"));
        }
        if (person.isEmpty()) {
            return wrong(visit, "person", Sentence.of("rota.refused.no_person"));
        }
        var from = instant(form, "from", visit.times().zone());
        var to = instant(form, "to", visit.times().zone());
        if (from.isEmpty() || to.isEmpty()) {
            String field = from.isEmpty() ? "from" : "to";
            return wrong(visit, field, Sentence.of("rota.refused.no_time"));
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
        var role = role(visit.form());
        if (role.isEmpty()) {
            return wrong(visit, "role", Sentence.of("rota.refused.no_role"));
        }
        var hours = visit.form().text("hours");
        if (hours.isPresent() && !hours.get().matches("[0-9]{1,3}")) {
            return wrong(visit, "hours", Sentence.of("rota.refused.hours"));
        }
        var lasting = hours.map(Long::parseLong).map(Duration::ofHours);
        if (lasting.isPresent() && lasting.get().isZero()) {
            return wrong(visit, "hours", Sentence.of("rota.refused.hours"));
        }
        var person = visit.present().person();
        return answer(visit, desk.takeOver(role.get(), person, lasting, visit.now()));
    }

    private Answer remove(Visit visit) {
        return desk.remove(visit.number("id"))
                ? Answer.goTo(PATH)
                : Answer.refused(Sentence.of("rota.refused.gone"), PATH);
    }

    private Optional<RoleId> role(Form form) {
        var asked = form.text("role").orElse("");
        return store.read(people::roles).stream()
                .map(role -> role.id())
                .filter(id -> id.value().equals(asked))
                .findFirst();
    }

    private Optional<PersonId> person(Form form) {
        return form.text("person")
                .filter(text -> text.matches(NUMBER))
                .map(text -> new PersonId(Long.parseLong(text)))
                .filter(id ->
                        store.read(handle -> people.find(handle, id))
                                .filter(person -> person.active())
                                .isPresent());
    }

    /// Empty for what is no time, and for one that the clocks skip when they are put forward.
    private static Optional<Instant> instant(Form form, String field, ZoneId zone) {
        try {
            return form.text(field)
                    .map(text -> LocalDateTime.parse(text.replace(' ', 'T'), TYPED))
                    .filter(local -> !zone.getRules().getValidOffsets(local).isEmpty())
                    .map(local -> local.atZone(zone).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
