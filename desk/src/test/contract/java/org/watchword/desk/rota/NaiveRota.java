package org.watchword.desk.rota;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.watchword.desk.basis.PersonId;

/// The rota thought through again in the plainest way: it asks of one minute who is on duty, and
/// knows nothing of stretches, cuts and offsets.
final class NaiveRota {
    private final ZoneId zone;
    final List<Time> shifts = new ArrayList<>();
    final List<Time> takeOvers = new ArrayList<>();
    final List<Again> weekly = new ArrayList<>();
    final List<In> standIns = new ArrayList<>();
    final Set<PersonId> gone = new HashSet<>();

    NaiveRota(ZoneId zone) {
        this.zone = zone;
    }

    /// @param id the number that the desk gave it
    record Time(long id, PersonId person, Instant from, Instant to) {
        boolean holds(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }

        Time endingAt(Instant at) {
            return new Time(id, person, from, at.isBefore(from) ? from : at);
        }
    }

    record Again(long id, PersonId person, Pattern pattern, Instant until) {}

    record In(long id, PersonId person, PersonId insteadOf, Instant from, Instant to) {}

    Set<PersonId> onDuty(Instant at) {
        for (Time one : takeOvers.reversed()) {
            if (one.holds(at) && !gone.contains(one.person())) {
                return Set.of(one.person());
            }
        }
        var there = new HashSet<PersonId>();
        shifts.stream().filter(one -> one.holds(at)).forEach(one -> there.add(one.person()));
        weekly.stream().filter(one -> holds(one, at)).forEach(one -> there.add(one.person()));
        there.removeAll(gone);
        for (In one : standIns) {
            boolean now = !at.isBefore(one.from()) && at.isBefore(one.to());
            if (now && !gone.contains(one.person()) && there.remove(one.insteadOf())) {
                there.add(one.person());
            }
        }
        return there;
    }

    private boolean holds(Again one, Instant at) {
        Pattern p = one.pattern();
        LocalDate today = LocalDate.ofInstant(at, zone);
        for (int back = -1; back <= 9; back++) {
            LocalDate day = today.minusDays(back);
            if (isOn(p, day)
                    && reached(at, day.atTime(p.from()))
                    && !reached(at, day.plusDays(p.daysLater()).atTime(p.to()))) {
                return at.isBefore(one.until());
            }
        }
        return false;
    }

    private static boolean isOn(Pattern p, LocalDate day) {
        LocalDate monday = p.first().minusDays(p.first().getDayOfWeek().getValue() - 1);
        long weeks = Math.floorDiv(ChronoUnit.DAYS.between(monday, day), 7);
        return p.days().contains(day.getDayOfWeek())
                && !day.isBefore(p.first())
                && (p.last().isEmpty() || !day.isAfter(p.last().get()))
                && weeks % p.everyWeeks() == 0;
    }

    /// Whether the clock on the wall has shown this time or a later one by now: minute by minute
    /// back through what two hours can hide.
    private boolean reached(Instant at, LocalDateTime local) {
        for (int minutes = 0; minutes <= 120; minutes++) {
            var wall = LocalDateTime.ofInstant(at.minus(Duration.ofMinutes(minutes)), zone);
            if (!wall.isBefore(local)) {
                return true;
            }
        }
        return false;
    }
}
