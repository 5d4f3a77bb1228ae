package org.watchword.desk.rota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.watchword.desk.accounts.Person;
import org.watchword.desk.accounts.TeamOnDisk;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.store.Writer.Lane;

/// What is just possible and what is just not.
class WhatTheRotaRefuses extends ThreeOnARota {
    private static final LocalDate TODAY = LocalDate.parse("2021-02-04");

    private Planned standIn(PersonId who, PersonId instead, Span time) {
        return desk.standIn(new RotaDesk.Instead(duty, who, instead, time, who), NOW);
    }

    private Planned weekly(int weeks, String from, String to, int later, LocalDate first) {
        return weekly(weeks, from, to, later, first, Optional.empty());
    }

    private Planned weekly(
            int weeks,
            String from,
            String to,
            int later,
            LocalDate first,
            Optional<LocalDate> last) {
        var pattern =
                new Pattern(
                        Set.of(DayOfWeek.FRIDAY),
                        weeks,
                        LocalTime.parse(from),
                        LocalTime.parse(to),
                        later,
                        first,
                        last);
        return desk.repeat(new RotaDesk.Repeat(duty, heron, pattern), NOW);
    }

    @Test
    void a_shift_is_as_long_and_as_far_away_as_it_may_be_and_no_more() {
        done(plan(wren, span(1, 1 + 7 * 24)));
        assertEquals("rota.refused.over_already", refused(plan(finch, span(-2, 0))));
        done(plan(finch, new Span(hour(400 * 24), hour(400 * 24 + 1))));
        var tooFar = new Span(hour(400 * 24).plusMillis(1), hour(400 * 24 + 1));
        assertEquals("rota.refused.too_far", refused(plan(heron, tooFar)));
    }

    @Test
    void a_take_over_is_as_long_as_it_may_be_and_no_more() {
        done(desk.takeOver(duty, wren, Optional.of(Duration.ofHours(24)), NOW));
        assertEquals(List.of(wren), onDuty(23));
        var longer =
                desk.takeOver(duty, finch, Optional.of(Duration.ofHours(24).plusMillis(1)), NOW);
        assertEquals("rota.refused.take_over_too_long", refused(longer));
    }

    @Test
    void nobody_is_planned_twice_at_one_time_and_the_time_is_named() {
        done(plan(wren, span(4, 8)));
        done(plan(wren, span(12, 16)));
        done(plan(wren, span(8, 12)));
        var twice = assertInstanceOf(Planned.Refused.class, plan(wren, span(9, 13)));
        assertEquals(hour(8), twice.why().gaps().get("from"));
        assertEquals(hour(12), twice.why().gaps().get("to"));
        done(plan(finch, span(9, 13)));
    }

    @Test
    void a_weekly_shift_repeats_each_to_every_fourth_week() {
        assertEquals("rota.refused.weeks", refused(weekly(0, "10:00", "11:00", 0, TODAY)));
        assertEquals("rota.refused.weeks", refused(weekly(5, "10:00", "11:00", 0, TODAY)));
        done(weekly(1, "10:00", "11:00", 0, TODAY));
        done(weekly(4, "12:00", "13:00", 0, TODAY));
    }

    @Test
    void a_weekly_shift_lasts_more_than_nothing_and_a_week_at_most() {
        String backwards = "rota.refused.end_before_start";
        assertEquals(backwards, refused(weekly(1, "10:00", "10:00", 0, TODAY)));
        assertEquals(backwards, refused(weekly(1, "10:00", "09:00", 0, TODAY)));
        assertEquals("rota.refused.too_long", refused(weekly(2, "10:00", "10:01", 7, TODAY)));
        done(weekly(2, "10:00", "10:00", 7, TODAY));
    }

    @Test
    void a_weekly_shift_begins_in_a_year_or_so_and_comes_at_least_once() {
        var after = TODAY.plusDays(400);
        var before = TODAY.minusDays(400);
        assertEquals(
                "rota.refused.too_far", refused(weekly(1, "10:00", "11:00", 0, after.plusDays(1))));
        assertEquals(
                "rota.refused.too_old",
                refused(weekly(1, "10:00", "11:00", 0, before.minusDays(1))));
        done(weekly(1, "10:00", "11:00", 0, after));
        done(weekly(1, "13:00", "14:00", 0, before, Optional.of(TODAY)));
        var yesterday = Optional.of(TODAY.minusDays(1));
        assertEquals(
                "rota.refused.over_already",
                refused(weekly(1, "13:00", "14:00", 0, before, yesterday)));
        assertEquals(
                "rota.refused.never",
                refused(weekly(1, "13:00", "14:00", 0, TODAY, Optional.of(TODAY))));
    }

    @Test
    void a_weekly_shift_is_over_before_its_own_next_begins() {
        var pattern =
                new Pattern(
                        Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY),
                        1,
                        LocalTime.of(10, 0),
                        LocalTime.of(10, 1),
                        1,
                        TODAY,
                        Optional.empty());
        var refused = desk.repeat(new RotaDesk.Repeat(duty, heron, pattern), NOW);

        assertEquals("rota.refused.overlaps_its_next", refused(refused));
    }

    /// Fifty weeks, in each of them one day, at four hours of it: no two of them meet.
    @Test
    void weekly_shifts_have_a_limit_that_can_be_reached() {
        for (int i = 0; i < Limits.WEEKLY_SHIFTS; i++) {
            LocalDate day = TODAY.plusDays(1 + 7L * (i % 50));
            int hour = 10 + i / 50;
            done(weekly(1, hour + ":00", hour + ":30", 0, day, Optional.of(day)));
        }
        assertEquals(
                "rota.refused.too_many_weekly", refused(weekly(1, "20:00", "21:00", 0, TODAY)));
    }

    @Test
    void a_weekly_shift_is_stopped_once_and_holds_no_more() {
        long id = done(weekly(1, "10:00", "11:00", 0, TODAY));
        assertEquals(List.of(heron), onDuty(26));
        assertTrue(desk.stop(id, NOW));
        assertFalse(desk.stop(id, NOW));
        assertFalse(desk.stop(id + 1, NOW));
        assertEquals(List.of(), onDuty(26));
    }

    @Test
    void somebody_stands_in_for_whom_he_is_not_himself_where_that_one_is_planned() {
        done(plan(wren, span(4, 8)));
        done(plan(finch, span(6, 7)));
        assertEquals("rota.refused.himself", refused(standIn(wren, wren, span(4, 8))));
        assertEquals(
                "rota.refused.nothing_to_stand_in", refused(standIn(heron, wren, span(8, 12))));
        assertEquals("rota.refused.there_anyway", refused(standIn(finch, wren, span(4, 8))));
        assertEquals("rota.refused.end_before_start", refused(standIn(heron, wren, span(5, 5))));
        done(standIn(finch, wren, span(4, 6)));
        assertEquals(List.of(finch), onDuty(5));
        assertEquals(List.of(wren), onDuty(7).subList(0, 1));
    }

    @Test
    void a_stand_in_is_taken_away_once() {
        done(plan(wren, span(4, 8)));
        long id = done(standIn(finch, wren, span(4, 8)));
        assertEquals(List.of(finch), onDuty(5));
        assertTrue(removedStandIn(id));
        assertFalse(removedStandIn(id));
        assertEquals(List.of(wren), onDuty(5));
    }

    private boolean removedStandIn(long id) {
        return team.store
                .writer()
                .write(Lane.ORDINARY, turn -> desk.removeStandInIn(turn, id, NOW));
    }

    @Test
    void who_left_stands_in_for_nobody_and_the_one_who_was_planned_comes() {
        done(plan(wren, span(4, 8)));
        done(standIn(finch, wren, span(4, 8)));
        team.accounts
                .founding()
                .changePerson(new Person(finch, "Finch", TeamOnDisk.EN, Set.of(duty), false));

        assertEquals(List.of(wren), onDuty(5));
    }

    @Test
    void a_take_over_is_told_apart_from_a_plan_of_the_same_person() {
        done(plan(wren, span(0, 8)));
        done(desk.takeOver(duty, wren, Optional.of(Duration.ofHours(2)), hour(1)));

        List<Segment> segments = team.store.read(h -> rota.between(h, duty, hour(0), hour(8)));

        assertEquals(
                List.of(false, true, false), segments.stream().map(Segment::tookOver).toList());
        assertEquals(
                List.of(span(0, 1), span(1, 3), span(3, 8)),
                segments.stream().map(Segment::time).toList());
    }

    @Test
    void who_is_planned_over_two_shifts_is_there_until_the_later_ends() {
        done(plan(wren, span(0, 4)));
        done(plan(finch, span(1, 6)));
        done(standIn(heron, wren, span(0, 4)));
        done(standIn(heron, finch, span(4, 6)));

        var planned = team.store.read(h -> rota.planned(h, duty, span(0, 6)));
        assertEquals(List.of(wren, finch), planned.stream().map(Stretch::person).toList());
        var duties = team.store.read(h -> rota.onDuty(h, duty, hour(2)));
        assertEquals(
                List.of(new Duty(heron, hour(4), false), new Duty(finch, hour(4), false)), duties);
    }
}
