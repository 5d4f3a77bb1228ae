package org.watchword.desk.rota;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.accounts.People;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;

/// Who is on duty. What {@link #onDuty} answers is what is shown and what is rung: there is no
/// second way to find out.
///
/// The latest take-over that holds stands alone; without one, everybody whose planned shift holds
/// is on duty, single or weekly, or whoever stands in for him. Somebody who is no longer active, or
/// is shut out, is on duty nowhere and stands in for nobody.
public final class Rota {
    /// How far ahead the next change is looked for.
    static final Duration AHEAD = Duration.ofDays(14);

    private final People people;
    private final ZoneId zone;
    private final ShiftRows shifts = new ShiftRows();
    private final PlanRows plans = new PlanRows();

    /// @param zone in which weekly shifts come
    public Rota(People people, ZoneId zone) {
        this.people = people;
        this.zone = zone;
    }

    ZoneId zone() {
        return zone;
    }

    /// Who is on duty in a role at an instant; empty in a gap.
    public List<Duty> onDuty(Handle handle, RoleId role, Instant at) {
        return holding(stretches(handle, role, new Span(at, at.plusMillis(1))), at);
    }

    /// Whether somebody is on duty in any role at an instant.
    public boolean isOnDuty(Handle handle, PersonId person, Instant at) {
        return rolesWithShifts(handle).stream()
                .flatMap(role -> onDuty(handle, role, at).stream())
                .anyMatch(duty -> duty.person().equals(person));
    }

    /// The next change after an instant, within fourteen days; empty when nothing changes.
    public Optional<Next> next(Handle handle, RoleId role, Instant after) {
        var segments = between(handle, role, after, after.plus(AHEAD));
        var now = segments.getFirst();
        return segments.stream()
                .filter(segment -> !segment.hasSamePeople(now))
                .findFirst()
                .map(segment -> new Next(segment.time().from(), segment.people()));
    }

    /// When, between two instants, nobody is on duty in a role.
    public List<Hole> holesBetween(Handle handle, RoleId role, Instant from, Instant to) {
        return between(handle, role, from, to).stream()
                .filter(segment -> segment.duties().isEmpty())
                .map(segment -> new Hole(segment.time().from(), segment.time().to()))
                .toList();
    }

    /// Who is on duty from one instant to another, without a break: each segment ends where the
    /// next begins.
    public List<Segment> between(Handle handle, RoleId role, Instant from, Instant to) {
        var stretches = stretches(handle, role, new Span(from, to));
        var turns = new TreeSet<Instant>(List.of(from, to));
        for (Stretch one : stretches) {
            turns.add(one.time().from());
            turns.add(one.time().to());
        }
        var list = List.copyOf(turns.subSet(from, true, to, true));
        var segments = new ArrayList<Segment>();
        for (int i = 0; i + 1 < list.size(); i++) {
            var time = new Span(list.get(i), list.get(i + 1));
            join(segments, new Segment(time, holding(stretches, time.from())));
        }
        return segments;
    }

    private static void join(List<Segment> segments, Segment next) {
        if (!segments.isEmpty() && segments.getLast().isLike(next)) {
            Segment last = segments.removeLast();
            next = new Segment(new Span(last.time().from(), next.time().to()), last.duties());
        }
        segments.add(next);
    }

    /// The roles that have shifts, past ones too.
    public Set<RoleId> rolesWithShifts(Handle handle) {
        return shifts.roles(handle);
    }

    /// The plan and what was taken over, of those who act, as far as it touches a stretch of time.
    List<Stretch> stretches(Handle handle, RoleId role, Span window) {
        Set<PersonId> acting = people.acting(handle);
        var all = new ArrayList<>(standing(handle, role, window, acting));
        shifts.touching(handle, role, window.from(), window.to()).stream()
                .filter(shift -> shift.takenOver() && acting.contains(shift.person()))
                .map(Stretch::of)
                .forEach(all::add);
        return all;
    }

    /// The plan with its stand-ins.
    List<Stretch> standing(Handle handle, RoleId role, Span window) {
        return standing(handle, role, window, people.acting(handle));
    }

    private List<Stretch> standing(Handle handle, RoleId role, Span window, Set<PersonId> acting) {
        var planned =
                planned(handle, role, window).stream()
                        .filter(one -> acting.contains(one.person()))
                        .toList();
        if (planned.isEmpty()) {
            return planned;
        }
        // A stand-in outside the window still says until when somebody inside it is on duty.
        var times = planned.stream().map(Stretch::time).toList();
        var from = times.stream().map(Span::from).min(Comparator.naturalOrder()).orElseThrow();
        var to = times.stream().map(Span::to).max(Comparator.naturalOrder()).orElseThrow();
        for (StandIn one : plans.standIns(handle, role, new Span(from, to))) {
            if (acting.contains(one.person())) {
                planned = one.applied(planned);
            }
        }
        return planned.stream()
                .filter(stretch -> stretch.time().touches(window))
                .sorted(Stretch.BY_TIME)
                .toList();
    }

    /// What was planned, before anybody stood in or took over.
    List<Stretch> planned(Handle handle, RoleId role, Span window) {
        var planned = new ArrayList<Stretch>();
        shifts.touching(handle, role, window.from(), window.to()).stream()
                .filter(shift -> !shift.takenOver())
                .map(Stretch::of)
                .forEach(planned::add);
        plans.weekly(handle, role).forEach(one -> planned.addAll(one.touching(window, zone)));
        planned.sort(Stretch.BY_TIME);
        return planned;
    }

    private static List<Duty> holding(List<Stretch> stretches, Instant at) {
        var holding = stretches.stream().filter(one -> one.time().covers(at)).toList();
        var latest =
                holding.stream()
                        .filter(one -> one.origin() == Stretch.Origin.TAKEN_OVER)
                        .max(Comparator.comparingLong(Stretch::id));
        var duties = new LinkedHashMap<PersonId, Duty>();
        for (Stretch one : latest.map(List::of).orElse(holding)) {
            var duty = new Duty(one.person(), one.time().to(), latest.isPresent());
            duties.merge(one.person(), duty, (a, b) -> a.until().isBefore(b.until()) ? b : a);
        }
        return List.copyOf(duties.values());
    }
}
