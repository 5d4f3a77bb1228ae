package org.watchword.desk.rota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.accounts.Person;
import org.watchword.desk.accounts.TeamOnDisk;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.rota.RotaDesk.Plan;

class DutyRota {
    private static final Instant EIGHT = Instant.parse("2021-02-04T08:00:00Z");

    @TempDir Path directory;
    private TeamOnDisk team;
    private Rota rota;
    private RotaDesk desk;
    private RoleId duty;
    private PersonId wren;
    private PersonId finch;

    @BeforeEach
    void twoShiftsWithAGapBetween() {
        team = new TeamOnDisk(directory, EIGHT);
        duty = team.role("duty", "answer");
        team.role("keeper", "people");
        wren = team.stub(1, "Wren", duty);
        finch = team.stub(2, "Finch", duty, new RoleId("keeper"));
        rota = new Rota(team.accounts.people(), ZoneId.of("UTC"));
        desk = new RotaDesk(team.store, rota);
        done(desk.plan(new Plan(duty, wren, hour(8), hour(14)), EIGHT));
        done(desk.plan(new Plan(duty, finch, hour(15), hour(20)), EIGHT));
    }

    @AfterEach
    void close() {
        team.close();
    }

    @Test
    void a_shift_holds_from_its_first_instant_to_just_before_its_last() {
        assertEquals(List.of(), onDuty(hour(8).minusMillis(1)));
        assertEquals(List.of(wren), onDuty(hour(8)));
        assertEquals(List.of(wren), onDuty(hour(14).minusMillis(1)));
        assertEquals(List.of(), onDuty(hour(14)));
        assertEquals(List.of(finch), onDuty(hour(15)));
    }

    @Test
    void says_who_comes_next_and_when_also_when_nobody_does() {
        assertEquals(Optional.of(new Next(hour(14), List.of())), next(hour(9)));
        assertEquals(Optional.of(new Next(hour(15), List.of(finch))), next(hour(14)));
        assertEquals(Optional.empty(), next(hour(20)));
    }

    @Test
    void the_latest_take_over_counts_at_once_and_alone() {
        done(desk.takeOver(duty, finch, Optional.empty(), hour(9)));
        assertEquals(List.of(wren), onDuty(hour(9).minusMillis(1)));
        assertEquals(List.of(new Duty(finch, hour(14), true)), duties(hour(9)));
        done(desk.takeOver(duty, wren, Optional.of(Duration.ofHours(1)), hour(10)));
        assertEquals(List.of(new Duty(wren, hour(11), true)), duties(hour(10)));
        assertEquals(List.of(finch), onDuty(hour(11)));
        assertEquals(List.of(), onDuty(hour(14)));
    }

    @Test
    void a_take_over_in_a_gap_has_to_say_how_long() {
        var refused = desk.takeOver(duty, wren, Optional.empty(), hour(14));
        assertEquals("rota.refused.how_long", refusal(refused));
        done(desk.takeOver(duty, wren, Optional.of(Duration.ofHours(2)), hour(14)));
        assertEquals(List.of(wren), onDuty(hour(15)));
        assertEquals(List.of(finch), onDuty(hour(16)));
    }

    @Test
    void two_people_whose_shifts_overlap_are_both_on_duty() {
        done(desk.plan(new Plan(duty, finch, hour(12), hour(15)), EIGHT));
        assertEquals(List.of(wren, finch), onDuty(hour(13)));
        assertEquals(List.of(), holes(hour(8), hour(20)));
    }

    @Test
    void holes_are_named_and_joined() {
        assertEquals(
                List.of(new Hole(hour(6), hour(8)), new Hole(hour(14), hour(15))),
                holes(hour(6), hour(20)));
        assertEquals(List.of(new Hole(hour(20), hour(30))), holes(hour(16), hour(30)));
        assertEquals(List.of(new Hole(hour(14), hour(15))), holes(hour(14), hour(15)));
        assertEquals(List.of(), holes(hour(8), hour(14)));
        var empty =
                team.store.read(h -> rota.holesBetween(h, new RoleId("keeper"), hour(1), hour(2)));
        assertEquals(List.of(new Hole(hour(1), hour(2))), empty);
    }

    @Test
    void somebody_who_left_the_team_leaves_a_hole() {
        var gone = new Person(wren, "Wren", TeamOnDisk.EN, Set.of(duty), false);
        team.accounts.founding().changePerson(gone);
        assertEquals(List.of(), onDuty(hour(9)));
        assertEquals(List.of(new Hole(hour(8), hour(15))), holes(hour(8), hour(20)));
    }

    @Test
    void what_makes_no_sense_is_refused_with_its_reason() {
        assertEquals("rota.refused.end_before_start", refused(finch, 12, 11));
        assertEquals("rota.refused.end_before_start", refused(finch, 12, 12));
        assertEquals("rota.refused.over_already", refused(finch, 1, 2));
        assertEquals("rota.refused.too_long", refused(finch, 21, 21 + 7 * 24 + 1));
        assertEquals("rota.refused.too_far", refused(finch, 401 * 24, 401 * 24 + 1));
        assertEquals("rota.refused.overlaps_itself", refused(wren, 13, 16));
        var endless = desk.takeOver(duty, wren, Optional.of(Duration.ofHours(25)), hour(9));
        assertEquals("rota.refused.take_over_too_long", refusal(endless));
    }

    @Test
    void a_shift_taken_away_is_gone() {
        long shift = done(desk.plan(new Plan(duty, finch, hour(21), hour(22)), EIGHT));
        assertTrue(desk.remove(shift, EIGHT));
        assertFalse(desk.remove(shift, EIGHT));
        assertEquals(List.of(), onDuty(hour(21)));
    }

    @Test
    void knows_whether_somebody_is_on_duty_anywhere() {
        assertTrue(isOnDuty(wren));
        assertFalse(isOnDuty(finch));
    }

    private boolean isOnDuty(PersonId person) {
        return team.store.read(h -> rota.isOnDuty(h, person, hour(9)));
    }

    private static Instant hour(int hour) {
        return EIGHT.plus(Duration.ofHours(hour - 8));
    }

    private List<Duty> duties(Instant at) {
        return team.store.read(h -> rota.onDuty(h, duty, at));
    }

    private List<PersonId> onDuty(Instant at) {
        return duties(at).stream().map(Duty::person).toList();
    }

    private Optional<Next> next(Instant after) {
        return team.store.read(h -> rota.next(h, duty, after));
    }

    private List<Hole> holes(Instant from, Instant to) {
        return team.store.read(h -> rota.holesBetween(h, duty, from, to));
    }

    private String refused(PersonId person, int from, int to) {
        return refusal(desk.plan(new Plan(duty, person, hour(from), hour(to)), EIGHT));
    }

    private static String refusal(Planned planned) {
        return assertInstanceOf(Planned.Refused.class, planned).why().key();
    }

    private static long done(Planned planned) {
        return assertInstanceOf(Planned.Done.class, planned).id();
    }
}
