package org.watchword.desk.rota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.watchword.desk.accounts.Person;
import org.watchword.desk.accounts.TeamOnDisk;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;

class DutyRota extends ThreeOnARota {
    @BeforeEach
    void twoShiftsWithAGapBetween() {
        done(plan(wren, shift(8, 14)));
        done(plan(finch, shift(15, 20)));
    }

    @Test
    void a_shift_holds_from_its_first_instant_to_just_before_its_last() {
        assertEquals(List.of(), onDuty(at(8).minusMillis(1)));
        assertEquals(List.of(wren), onDuty(at(8)));
        assertEquals(List.of(wren), onDuty(at(14).minusMillis(1)));
        assertEquals(List.of(), onDuty(at(14)));
        assertEquals(List.of(finch), onDuty(at(15)));
    }

    @Test
    void says_who_comes_next_and_when_also_when_nobody_does() {
        assertEquals(Optional.of(new Next(at(14), List.of())), next(at(9)));
        assertEquals(Optional.of(new Next(at(15), List.of(finch))), next(at(14)));
        assertEquals(Optional.empty(), next(at(20)));
    }

    @Test
    void the_latest_take_over_counts_at_once_and_alone() {
        done(desk.takeOver(duty, finch, Optional.empty(), at(9)));
        assertEquals(List.of(wren), onDuty(at(9).minusMillis(1)));
        assertEquals(List.of(new Duty(finch, at(14), true)), duties(at(9)));
        done(desk.takeOver(duty, wren, Optional.of(Duration.ofHours(1)), at(10)));
        assertEquals(List.of(new Duty(wren, at(11), true)), duties(at(10)));
        assertEquals(List.of(finch), onDuty(at(11)));
        assertEquals(List.of(), onDuty(at(14)));
    }

    @Test
    void a_take_over_in_a_gap_has_to_say_how_long() {
        var refused = desk.takeOver(duty, wren, Optional.empty(), at(14));
        assertEquals("rota.refused.how_long", refused(refused));
        done(desk.takeOver(duty, wren, Optional.of(Duration.ofHours(2)), at(14)));
        assertEquals(List.of(wren), onDuty(at(15)));
        assertEquals(List.of(finch), onDuty(at(16)));
    }

    @Test
    void two_people_whose_shifts_overlap_are_both_on_duty() {
        done(plan(finch, shift(12, 15)));
        assertEquals(List.of(wren, finch), onDuty(at(13)));
        assertEquals(List.of(), holes(at(8), at(20)));
    }

    @Test
    void holes_are_named_and_joined() {
        assertEquals(
                List.of(new Hole(at(6), at(8)), new Hole(at(14), at(15))), holes(at(6), at(20)));
        assertEquals(List.of(new Hole(at(20), at(30))), holes(at(16), at(30)));
        assertEquals(List.of(new Hole(at(14), at(15))), holes(at(14), at(15)));
        assertEquals(List.of(), holes(at(8), at(14)));
        var empty = team.store.read(h -> rota.holesBetween(h, new RoleId("keeper"), at(1), at(2)));
        assertEquals(List.of(new Hole(at(1), at(2))), empty);
    }

    @Test
    void somebody_who_left_the_team_leaves_a_hole() {
        var gone = new Person(wren, "Wren", TeamOnDisk.EN, Set.of(duty), false);
        team.accounts.founding().changePerson(gone);
        assertEquals(List.of(), onDuty(at(9)));
        assertEquals(List.of(new Hole(at(8), at(15))), holes(at(8), at(20)));
    }

    @Test
    void what_makes_no_sense_is_refused_with_its_reason() {
        assertEquals("rota.refused.end_before_start", refused(finch, 12, 11));
        assertEquals("rota.refused.end_before_start", refused(finch, 12, 12));
        assertEquals("rota.refused.over_already", refused(finch, 1, 2));
        assertEquals("rota.refused.too_long", refused(finch, 21, 21 + 7 * 24 + 1));
        assertEquals("rota.refused.too_far", refused(finch, 401 * 24, 401 * 24 + 1));
        assertEquals("rota.refused.overlaps_itself", refused(wren, 13, 16));
        var endless = desk.takeOver(duty, wren, Optional.of(Duration.ofHours(25)), at(9));
        assertEquals("rota.refused.take_over_too_long", refused(endless));
    }

    @Test
    void a_shift_taken_away_is_gone() {
        long shift = done(plan(finch, shift(21, 22)));
        assertTrue(desk.remove(shift, NOW));
        assertFalse(desk.remove(shift, NOW));
        assertEquals(List.of(), onDuty(at(21)));
    }

    @Test
    void knows_whether_somebody_is_on_duty_anywhere() {
        assertTrue(isOnDuty(wren));
        assertFalse(isOnDuty(finch));
    }

    private boolean isOnDuty(PersonId person) {
        return team.store.read(h -> rota.isOnDuty(h, person, at(9)));
    }

    /// By the clock of that day.
    private static Instant at(int hour) {
        return hour(hour - 8);
    }

    private static Span shift(int from, int to) {
        return new Span(at(from), at(to));
    }

    private Optional<Next> next(Instant after) {
        return team.store.read(h -> rota.next(h, duty, after));
    }

    private List<Hole> holes(Instant from, Instant to) {
        return team.store.read(h -> rota.holesBetween(h, duty, from, to));
    }

    private String refused(PersonId person, int from, int to) {
        return refused(plan(person, shift(from, to)));
    }
}
