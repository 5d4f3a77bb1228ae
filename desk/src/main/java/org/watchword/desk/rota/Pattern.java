package org.watchword.desk.rota;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// When a weekly shift comes, by the clock on the wall. It is kept as it was planned; when that is
/// in instants is asked each time, by the rules of the zone as they are known then.
///
/// @param everyWeeks 1 for every week, 2 for every other one, counted from the week of `first`
/// @param daysLater how many days after its start's a shift ends
/// @param first no shift begins before this day
/// @param last no shift begins after this day
public record Pattern(
        Set<DayOfWeek> days,
        int everyWeeks,
        LocalTime from,
        LocalTime to,
        int daysLater,
        LocalDate first,
        Optional<LocalDate> last) {
    /// The most weeks between two of its shifts.
    static final int MOST_WEEKS = 4;

    private static final int DAYS = 7;
    private static final int MINUTES_OF_A_DAY = 24 * 60;

    public Pattern {
        days = days.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(days));
    }

    /// Two shifts that follow one another, by the days on which they begin.
    record Clash(LocalDate one, LocalDate next) {}

    /// How long a shift lasts, on the wall.
    long minutes() {
        return (long) daysLater * MINUTES_OF_A_DAY
                + to.toSecondOfDay() / 60
                - from.toSecondOfDay() / 60;
    }

    /// Whether a shift begins on a day.
    boolean isOn(LocalDate day) {
        return days.contains(day.getDayOfWeek())
                && !day.isBefore(first)
                && last.filter(day::isAfter).isEmpty()
                && ChronoUnit.WEEKS.between(monday(first), monday(day)) % everyWeeks == 0;
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /// Whether it has any shift at all.
    boolean everComes() {
        return !beginnings(1).isEmpty();
    }

    /// The first of its own shifts that is not over when the next begins.
    Optional<Clash> overlapsItself() {
        List<LocalDate> days = beginnings(2);
        for (int i = 0; i + 1 < days.size(); i++) {
            if (days.get(i).atTime(from).plusMinutes(minutes()).isAfter(start(days.get(i + 1)))) {
                return Optional.of(new Clash(days.get(i), days.get(i + 1)));
            }
        }
        return Optional.empty();
    }

    /// The days on which it begins in its first rounds.
    private List<LocalDate> beginnings(int rounds) {
        return first.datesUntil(first.plusDays((long) DAYS * everyWeeks * rounds + DAYS))
                .filter(this::isOn)
                .toList();
    }

    private LocalDateTime start(LocalDate day) {
        return day.atTime(from);
    }

    /// Its shifts that touch a stretch of time, earliest first.
    List<Span> touching(Span window, ZoneId zone) {
        var found = new ArrayList<Span>();
        LocalDate day = dayOf(window.from(), zone).minusDays(daysLater + 1L);
        LocalDate end = dayOf(window.to(), zone).plusDays(1);
        day = day.isBefore(first) ? first : day;
        for (; !day.isAfter(end); day = day.plusDays(1)) {
            if (isOn(day)) {
                Span shift = shift(day, zone);
                if (shift.from().isBefore(shift.to()) && shift.touches(window)) {
                    found.add(shift);
                }
            }
        }
        return found;
    }

    /// One that lies whole in the hour that is skipped in spring lasts no time.
    private Span shift(LocalDate day, ZoneId zone) {
        return new Span(
                WallClock.reaches(start(day), zone),
                WallClock.reaches(day.plusDays(daysLater).atTime(to), zone));
    }

    private static LocalDate dayOf(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone);
    }
}
