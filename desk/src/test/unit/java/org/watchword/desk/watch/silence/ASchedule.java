package org.watchword.desk.watch.silence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ASchedule {
    private static final ZoneId RIGA = ZoneId.of("Europe/Riga");
    private static final ZoneId APIA = ZoneId.of("Pacific/Apia");

    private static List<String> next(Schedule schedule, String from, int many) {
        var next = new ArrayList<String>();
        Optional<Instant> at = schedule.after(Instant.parse(from));
        while (at.isPresent() && next.size() < many) {
            next.add(at.get().toString());
            at = schedule.after(at.get());
        }
        return next;
    }

    @Test
    void keeps_its_local_hour_across_a_change_of_the_clocks() {
        assertEquals(
                List.of("2021-03-27T08:00:00Z", "2021-03-28T07:00:00Z", "2021-03-29T07:00:00Z"),
                next(Schedule.daily(RIGA, LocalTime.of(10, 0)), "2021-03-27T00:00:00Z", 3));
    }

    @Test
    void fires_a_time_that_does_not_exist_at_the_next_valid_instant_and_once() {
        var schedule = Schedule.daily(RIGA, LocalTime.of(3, 0), LocalTime.of(3, 30));

        assertEquals(
                List.of("2021-03-27T01:00:00Z", "2021-03-27T01:30:00Z", "2021-03-28T01:00:00Z"),
                next(schedule, "2021-03-27T00:00:00Z", 3));
        assertEquals(List.of("2021-03-29T00:00:00Z"), next(schedule, "2021-03-28T01:00:00Z", 1));
    }

    @Test
    void fires_a_time_that_comes_twice_the_first_time_only() {
        assertEquals(
                List.of("2021-10-31T00:30:00Z", "2021-11-01T01:30:00Z"),
                next(Schedule.daily(RIGA, LocalTime.of(3, 30)), "2021-10-30T12:00:00Z", 2));
    }

    @Test
    void fires_at_the_end_of_a_day_that_a_zone_left_out() {
        assertEquals(
                List.of("2011-12-29T20:00:00Z", "2011-12-30T10:00:00Z", "2011-12-30T20:00:00Z"),
                next(Schedule.daily(APIA, LocalTime.of(10, 0)), "2011-12-29T10:30:00Z", 3));
    }

    @Test
    void every_so_many_hours_counts_hours_that_pass() {
        var every = new Schedule.Every(6, Instant.parse("2021-03-27T22:00:00Z"));
        var schedule = new Schedule(RIGA, List.of(), Set.of(), Optional.of(every), List.of());

        assertEquals(
                List.of("2021-03-27T22:00:00Z", "2021-03-28T04:00:00Z", "2021-03-28T10:00:00Z"),
                next(schedule, "2021-03-01T00:00:00Z", 3));
        assertEquals(List.of("2021-03-28T10:00:00Z"), next(schedule, "2021-03-28T04:00:00Z", 1));
    }

    @Test
    void of_a_journey_ends_with_its_last_point() {
        var points =
                List.of(
                        Instant.parse("2021-02-05T14:00:00Z"),
                        Instant.parse("2021-02-05T11:00:00Z"));
        var schedule = new Schedule(RIGA, List.of(), Set.of(), Optional.empty(), points);

        assertEquals(
                List.of("2021-02-05T11:00:00Z", "2021-02-05T14:00:00Z"),
                next(schedule, "2021-02-05T10:00:00Z", 9));
    }

    @Test
    void on_chosen_weekdays_leaves_out_the_others() {
        var schedule =
                new Schedule(
                        RIGA,
                        List.of(LocalTime.of(22, 0)),
                        Set.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY),
                        Optional.empty(),
                        List.of());

        assertEquals(
                List.of("2021-02-04T20:00:00Z", "2021-02-08T20:00:00Z", "2021-02-11T20:00:00Z"),
                next(schedule, "2021-02-04T12:00:00Z", 3));
    }

    @Test
    void is_read_as_it_was_written() {
        var schedule =
                new Schedule(
                        RIGA,
                        List.of(LocalTime.of(22, 0), LocalTime.of(9, 5)),
                        Set.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY),
                        Optional.of(new Schedule.Every(6, Instant.ofEpochMilli(1))),
                        List.of(Instant.ofEpochMilli(3), Instant.ofEpochMilli(2)));

        assertEquals(schedule, WrittenSchedule.read(WrittenSchedule.of(schedule)));
    }

    @Test
    void that_cannot_be_read_is_never_due() {
        for (String broken : List.of("", "x", "Europe/Riga|25:00|1||", "Nowhere/None||||")) {
            assertEquals(Optional.empty(), WrittenSchedule.read(broken).after(Instant.EPOCH));
        }
    }
}
