package org.watchword.desk.rota;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.accounts.People;
import org.watchword.desk.accounts.Person;
import org.watchword.desk.accounts.Role;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.TimeWords;
import org.watchword.desk.store.Store;
import org.watchword.desk.web.Form;
import org.watchword.desk.web.Visit;

/// Puts the rota into the words of a page.
final class RotaReading {
    private final Store store;
    private final People people;
    private final Rota rota;

    RotaReading(Store store, People people, Rota rota) {
        this.store = store;
        this.people = people;
        this.rota = rota;
    }

    /// The roles that have shifts, in the order in which they were added.
    List<RotaView.OneRole> roles(Visit visit) {
        return store.read(handle -> {
            var names = names(handle);
            var withShifts = rota.rolesWithShifts(handle);
            return people.roles(handle).stream()
                    .filter(role -> withShifts.contains(role.id()))
                    .map(role -> one(handle, role, names, visit))
                    .toList();
        });
    }

    private Map<PersonId, String> names(Handle handle) {
        var names = new HashMap<PersonId, String>();
        people.all(handle).forEach(person -> names.put(person.id(), person.name()));
        return names;
    }

    private RotaView.OneRole one(
            Handle handle, Role role, Map<PersonId, String> names, Visit visit) {
        Instant now = visit.now();
        var duties = rota.onDuty(handle, role.id(), now);
        var onDuty =
                duties.stream()
                        .map(duty ->
                                new RotaView.Now(
                                        name(names, duty.person()),
                                        when(duty.until(), visit),
                                        duty.tookOver()))
                        .toList();
        String next =
                rota.next(handle, role.id(), now).map(n -> sentence(n, names, visit)).orElse("");
        return new RotaView.OneRole(
                role.id().value(),
                role.label(),
                onDuty,
                next,
                !duties.isEmpty(),
                lines(handle, role, names, visit));
    }

    private static String sentence(Next next, Map<PersonId, String> names, Visit visit) {
        String from = when(next.from(), visit);
        return next.people().isEmpty()
                ? visit.words().say("rota.next.nobody", "from", from)
                : visit.words()
                        .say("rota.next", Map.of("from", from, "who", who(next.people(), names)));
    }

    private List<RotaView.Line> lines(
            Handle handle, Role role, Map<PersonId, String> names, Visit visit) {
        Instant now = visit.now();
        Instant to = now.plus(Rota.AHEAD);
        var lines = new ArrayList<Timed>();
        for (Shift shift : rota.shifts(handle, role.id(), now, to)) {
            lines.add(new Timed(shift.starts(), line(shift, names, visit)));
        }
        Optional<Instant> last =
                rota.shifts(handle, role.id(), now, to).stream()
                        .map(Shift::ends)
                        .max(Comparator.naturalOrder());
        if (last.isPresent()) {
            for (Hole hole : rota.holesBetween(handle, role.id(), now, last.get())) {
                lines.add(new Timed(hole.from(), line(hole, visit)));
            }
        }
        return lines.stream().sorted(Comparator.comparing(Timed::from)).map(Timed::line).toList();
    }

    private record Timed(Instant from, RotaView.Line line) {}

    private static RotaView.Line line(Shift shift, Map<PersonId, String> names, Visit visit) {
        return new RotaView.Line(
                shift.id(),
                name(names, shift.person()),
                when(shift.starts(), visit),
                when(shift.ends(), visit),
                shift.takenOver(),
                shift.covers(visit.now()));
    }

    private static RotaView.Line line(Hole hole, Visit visit) {
        boolean now = hole.from().equals(visit.now());
        return new RotaView.Line(
                0, "", when(hole.from(), visit), when(hole.to(), visit), false, now);
    }

    /// The form for planning, as typed so far.
    RotaView.Plan plan(Form form) {
        String role = form.text("role").orElse("");
        String person = form.text("person").orElse("");
        var roles =
                store.read(people::roles).stream()
                        .map(r -> choice(r.id().value(), r.label(), role))
                        .toList();
        var persons =
                store.read(people::all).stream()
                        .filter(Person::active)
                        .map(p -> choice(Long.toString(p.id().value()), p.name(), person))
                        .toList();
        return new RotaView.Plan(
                roles, persons, form.text("from").orElse(""), form.text("to").orElse(""));
    }

    private static RotaView.Choice choice(String value, String label, String chosen) {
        return new RotaView.Choice(value, label, value.equals(chosen));
    }

    /// For the top of every page: the first role that has shifts; empty when none has.
    Optional<RotaView.Top> top(Visit visit) {
        return store.read(handle -> {
            var withShifts = rota.rolesWithShifts(handle);
            return people.roles(handle).stream()
                    .filter(role -> withShifts.contains(role.id()))
                    .findFirst()
                    .map(role -> top(handle, role, visit));
        });
    }

    private RotaView.Top top(Handle handle, Role role, Visit visit) {
        var names = names(handle);
        var duties = rota.onDuty(handle, role.id(), visit.now());
        String then =
                rota.next(handle, role.id(), visit.now())
                        .map(next -> then(next, names, visit))
                        .orElse("");
        if (duties.isEmpty()) {
            return new RotaView.Top("", then);
        }
        var until = duties.stream().map(Duty::until).min(Comparator.naturalOrder()).orElseThrow();
        var now = who(duties.stream().map(Duty::person).toList(), names);
        return new RotaView.Top(
                visit.words().say("rota.top.now", Map.of("who", now, "until", when(until, visit))),
                then);
    }

    private static String then(Next next, Map<PersonId, String> names, Visit visit) {
        return next.people().isEmpty()
                ? visit.words().say("rota.top.then-nobody")
                : visit.words().say("rota.top.then", "who", who(next.people(), names));
    }

    private static String who(List<PersonId> people, Map<PersonId, String> names) {
        return people.stream().map(p -> name(names, p)).collect(Collectors.joining(", "));
    }

    private static String name(Map<PersonId, String> names, PersonId person) {
        return names.getOrDefault(person, "?");
    }

    /// Hour and minute today, with the day on another.
    private static String when(Instant at, Visit visit) {
        TimeWords times = visit.times();
        var today = LocalDate.ofInstant(visit.now(), times.zone());
        return LocalDate.ofInstant(at, times.zone()).equals(today)
                ? times.minute(at)
                : times.dayAndMinute(at);
    }
}
