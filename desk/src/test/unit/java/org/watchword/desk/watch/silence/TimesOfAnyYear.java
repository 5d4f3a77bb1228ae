package org.watchword.desk.watch.silence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Schedules in zones that change their clocks in every way, over years, against a slow reading of
/// the rule: a local time is due at the first instant at which the clocks on the wall have reached
/// it.
class TimesOfAnyYear {
    private static final List<String> ZONES =
            List.of(
                    "Europe/Riga", // an hour, at three in the morning
                    "Europe/Moscow", // changed its mind twice
                    "America/Havana", // at midnight
                    "America/Sao_Paulo", // at midnight, until it stopped
                    "Australia/Lord_Howe", // half an hour
                    "Africa/Casablanca", // in the middle of the year
                    "Asia/Tehran", // at midnight, and stopped
                    "Pacific/Apia", // lost a whole day
                    "Asia/Kathmandu", // never, and a quarter of an hour off
                    "UTC");

    private final long seed = new Random().nextLong();

    @Test
    void are_due_when_the_clocks_on_the_wall_first_reach_them() {
        var random = new Random(seed);
        for (String name : ZONES) {
            var zone = ZoneId.of(name);
            for (int round = 0; round < 3; round++) {
                var schedule = any(zone, random);
                for (LocalDate from : dates(zone, random)) {
                    compare(schedule, from);
                }
            }
        }
    }

    private void compare(Schedule schedule, LocalDate from) {
        var zone = schedule.zone();
        Instant begin = from.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = begin.plus(Duration.ofDays(4));
        var slow = new TreeSet<Instant>();
        for (int day = -2; day <= 6; day++) {
            LocalDate date = from.plusDays(day);
            if (schedule.days().contains(date.getDayOfWeek())) {
                schedule.times().forEach(time -> slow.add(reached(zone, date.atTime(time))));
            }
        }
        var expected = slow.stream().filter(at -> at.isAfter(begin) && !at.isAfter(end)).toList();
        assertEquals(
                expected,
                walk(schedule, begin, end),
                () -> "seed " + seed + ", " + schedule + " from " + from);
    }

    private static Instant reached(ZoneId zone, LocalDateTime local) {
        Instant at = local.toInstant(ZoneOffset.ofHours(15));
        while (LocalDateTime.ofInstant(at, zone).isBefore(local)) {
            at = at.plus(Duration.ofMinutes(1));
        }
        return at;
    }

    private static List<Instant> walk(Schedule schedule, Instant begin, Instant end) {
        var walked = new ArrayList<Instant>();
        Optional<Instant> at = schedule.after(begin);
        while (at.filter(due -> !due.isAfter(end)).isPresent()) {
            assertTrue(walked.isEmpty() || walked.getLast().isBefore(at.get()), "forward only");
            walked.add(at.get());
            at = schedule.after(at.get());
        }
        return walked;
    }

    private static Schedule any(ZoneId zone, Random random) {
        var times = new ArrayList<LocalTime>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            // Where clocks are changed, most of the time.
            int hour = random.nextInt(4) == 0 ? random.nextInt(24) : random.nextInt(4);
            times.add(LocalTime.of(hour, random.nextInt(4) * 15));
        }
        Set<DayOfWeek> days = EnumSet.allOf(DayOfWeek.class);
        days.removeIf(_ -> random.nextInt(3) == 0);
        days.add(DayOfWeek.SUNDAY);
        return new Schedule(zone, times, days, Optional.empty(), List.of());
    }

    /// Around every change of the clocks, and some dates without one.
    private static List<LocalDate> dates(ZoneId zone, Random random) {
        var dates = new ArrayList<LocalDate>();
        var at = Instant.parse("2010-01-01T00:00:00Z");
        for (int i = 0; i < 12; i++) {
            var change = zone.getRules().nextTransition(at);
            if (change == null) {
                break;
            }
            at = change.getInstant();
            dates.add(at.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(random.nextInt(3)));
        }
        dates.add(LocalDate.of(2011, 12, 28));
        dates.add(LocalDate.of(2020, 1, 1).plusDays(random.nextInt(3_000)));
        return dates;
    }
}
