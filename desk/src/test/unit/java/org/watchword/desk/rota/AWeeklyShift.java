package org.watchword.desk.rota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AWeeklyShift {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Set<DayOfWeek> EVERY_DAY = EnumSet.allOf(DayOfWeek.class);
    private static final LocalDate MONDAY = LocalDate.parse("2021-02-01");

    @Test
    void keeps_to_the_clock_on_the_wall_when_the_clocks_are_put_forward() {
        var nights = pattern(EVERY_DAY, 1, "22:00", "06:00", 1);
        var around = spans(nights, "2021-03-27T12:00:00Z", "2021-03-29T12:00:00Z");
        assertEquals(span("2021-03-27T21:00:00Z", "2021-03-28T04:00:00Z"), around.getFirst());
        assertEquals(span("2021-03-28T20:00:00Z", "2021-03-29T04:00:00Z"), around.get(1));
        assertEquals(Duration.ofHours(7), lasting(around.getFirst()));
    }

    @Test
    void lasts_an_hour_longer_in_the_night_that_has_one_more() {
        var nights = pattern(EVERY_DAY, 1, "22:00", "06:00", 1);
        var around = spans(nights, "2021-10-30T12:00:00Z", "2021-10-31T12:00:00Z");
        assertEquals(Duration.ofHours(9), lasting(around.getFirst()));
    }

    @Test
    void begins_the_first_time_that_the_clock_shows_its_hour() {
        var early = pattern(EVERY_DAY, 1, "02:30", "10:00", 0);
        var night = spans(early, "2021-10-30T22:00:00Z", "2021-10-31T12:00:00Z");
        assertEquals(span("2021-10-31T00:30:00Z", "2021-10-31T09:00:00Z"), night.getFirst());
        var skipped = spans(early, "2021-03-27T22:00:00Z", "2021-03-28T12:00:00Z");
        assertEquals(span("2021-03-28T01:00:00Z", "2021-03-28T08:00:00Z"), skipped.getFirst());
    }

    @Test
    void leaves_no_hole_where_two_meet_in_the_hour_that_is_skipped_or_comes_twice() {
        for (String night : List.of("2021-03-27", "2021-10-30")) {
            String noon = night + "T12:00:00Z";
            String next = LocalDate.parse(night).plusDays(1) + "T04:00:00Z";
            var first = spans(pattern(EVERY_DAY, 1, "18:00", "02:30", 1), noon, next);
            var second = spans(pattern(EVERY_DAY, 1, "02:30", "10:00", 0), noon, next);
            assertEquals(first.getFirst().to(), second.getFirst().from(), night);
        }
    }

    @Test
    void does_not_come_in_a_night_that_skips_it_whole() {
        var short_ = pattern(EVERY_DAY, 1, "02:10", "02:50", 0);
        assertEquals(1, spans(short_, "2021-03-26T12:00:00Z", "2021-03-28T12:00:00Z").size());
    }

    @Test
    void comes_every_other_week_counted_from_its_first() {
        var every = pattern(EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY), 2, "08:00", "16:00", 0);
        var days =
                spans(every, "2021-01-20T00:00:00Z", "2021-03-02T00:00:00Z").stream()
                        .map(span -> LocalDate.ofInstant(span.from(), BERLIN).toString())
                        .toList();
        assertEquals(
                List.of("2021-02-01", "2021-02-07", "2021-02-15", "2021-02-21", "2021-03-01"),
                days);
    }

    @Test
    void begins_on_its_first_day_and_ends_with_the_shift_of_its_last() {
        var ends =
                new Pattern(
                        EVERY_DAY,
                        1,
                        LocalTime.parse("22:00"),
                        LocalTime.parse("06:00"),
                        1,
                        MONDAY,
                        Optional.of(MONDAY.plusDays(1)));
        assertEquals(2, spans(ends, "2021-01-01T00:00:00Z", "2021-12-31T00:00:00Z").size());
        assertTrue(ends.everComes());
        assertFalse(
                new Pattern(
                                EnumSet.of(DayOfWeek.FRIDAY),
                                1,
                                ends.from(),
                                ends.to(),
                                1,
                                MONDAY,
                                ends.last())
                        .everComes());
    }

    @Test
    void says_which_of_its_own_overlap() {
        var days = EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY);
        assertEquals(
                Optional.of(new Pattern.Clash(MONDAY, MONDAY.plusDays(1))),
                pattern(days, 1, "08:00", "08:01", 1).overlapsItself());
        assertEquals(Optional.empty(), pattern(days, 1, "08:00", "08:00", 1).overlapsItself());
        var sunday = EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY);
        assertEquals(
                Optional.of(new Pattern.Clash(MONDAY.plusDays(6), MONDAY.plusDays(7))),
                pattern(sunday, 1, "08:00", "09:00", 1).overlapsItself());
        assertEquals(Optional.empty(), pattern(sunday, 2, "08:00", "09:00", 1).overlapsItself());
        assertEquals(
                Optional.empty(),
                pattern(EnumSet.of(DayOfWeek.MONDAY), 1, "08:00", "08:00", 7).overlapsItself());
    }

    private static Pattern pattern(
            Set<DayOfWeek> days, int weeks, String from, String to, int later) {
        return new Pattern(
                days,
                weeks,
                LocalTime.parse(from),
                LocalTime.parse(to),
                later,
                MONDAY,
                Optional.empty());
    }

    private static List<Span> spans(Pattern pattern, String from, String to) {
        return pattern.touching(span(from, to), BERLIN);
    }

    private static Span span(String from, String to) {
        return new Span(Instant.parse(from), Instant.parse(to));
    }

    private static Duration lasting(Span span) {
        return Duration.between(span.from(), span.to());
    }
}
