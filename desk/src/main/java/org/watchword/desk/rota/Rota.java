package org.watchword.desk.rota;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.accounts.People;
import org.watchword.desk.accounts.Person;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;

/// Who is on duty. What {@link #onDuty} answers is what is shown and what is rung: there is no
/// second way to find out.
///
/// The latest take-over that holds stands alone; without one, everybody whose planned shift holds
/// is on duty. Somebody who is no longer active is on duty nowhere.
public final class Rota {
    /// How far ahead the next change is looked for.
    static final Duration AHEAD = Duration.ofDays(14);

    private final People people;
    private final ShiftRows rows = new ShiftRows();

    public Rota(People people) {
        this.people = people;
    }

    /// Who is on duty in a role at an instant; empty in a gap.
    public List<Duty> onDuty(Handle handle, RoleId role, Instant at) {
        return holding(shifts(handle, role, at, at.plusMillis(1)), at);
    }

    /// Whether somebody is on duty in any role at an instant.
    public boolean isOnDuty(Handle handle, PersonId person, Instant at) {
        return rolesWithShifts(handle).stream()
                .flatMap(role -> onDuty(handle, role, at).stream())
                .anyMatch(duty -> duty.person().equals(person));
    }

    /// The next change after an instant, within fourteen days; empty when nothing changes.
    public Optional<Next> next(Handle handle, RoleId role, Instant after) {
        var shifts = shifts(handle, role, after, after.plus(AHEAD));
        var now = who(shifts, after);
        for (Instant turn : turns(shifts)) {
            if (turn.isAfter(after) && !who(shifts, turn).equals(now)) {
                return Optional.of(new Next(turn, who(shifts, turn)));
            }
        }
        return Optional.empty();
    }

    /// When, between two instants, nobody is on duty in a role.
    public List<Hole> holesBetween(Handle handle, RoleId role, Instant from, Instant to) {
        var shifts = shifts(handle, role, from, to);
        var turns = turns(shifts);
        turns.add(from);
        turns.add(to);
        var holes = new ArrayList<Hole>();
        var list = turns.stream().filter(t -> !t.isBefore(from) && !t.isAfter(to)).toList();
        for (int i = 0; i + 1 < list.size(); i++) {
            if (who(shifts, list.get(i)).isEmpty()) {
                join(holes, new Hole(list.get(i), list.get(i + 1)));
            }
        }
        return holes;
    }

    private static void join(List<Hole> holes, Hole next) {
        if (!holes.isEmpty() && holes.getLast().to().equals(next.from())) {
            next = new Hole(holes.removeLast().from(), next.to());
        }
        holes.add(next);
    }

    /// The roles that have shifts, past ones too.
    public Set<RoleId> rolesWithShifts(Handle handle) {
        return rows.roles(handle);
    }

    /// The shifts of a role that touch a stretch of time, earliest first, of active people.
    public List<Shift> shifts(Handle handle, RoleId role, Instant from, Instant to) {
        var found = rows.touching(handle, role, from, to);
        if (found.isEmpty()) {
            return found;
        }
        Predicate<PersonId> active =
                people.all(handle).stream()
                                .filter(Person::active)
                                .map(Person::id)
                                .collect(Collectors.toSet())
                        ::contains;
        return found.stream().filter(shift -> active.test(shift.person())).toList();
    }

    private static List<PersonId> who(List<Shift> shifts, Instant at) {
        return holding(shifts, at).stream().map(Duty::person).toList();
    }

    private static List<Duty> holding(List<Shift> shifts, Instant at) {
        var holding = shifts.stream().filter(shift -> shift.covers(at)).toList();
        var latest =
                holding.stream().filter(Shift::takenOver).max(Comparator.comparingLong(Shift::id));
        var standing =
                latest.map(List::of)
                        .orElseGet(() -> holding.stream().filter(s -> !s.takenOver()).toList());
        return standing.stream()
                .map(shift -> new Duty(shift.person(), shift.ends(), shift.takenOver()))
                .distinct()
                .toList();
    }

    private static NavigableSet<Instant> turns(List<Shift> shifts) {
        var turns = new TreeSet<Instant>();
        for (Shift shift : shifts) {
            turns.add(shift.starts());
            turns.add(shift.ends());
        }
        return turns;
    }
}
