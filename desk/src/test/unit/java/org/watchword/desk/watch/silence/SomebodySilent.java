package org.watchword.desk.watch.silence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.watch.silence.Vigil.ALDER;
import static org.watchword.desk.watch.silence.Vigil.KESTREL;
import static org.watchword.desk.watch.silence.Vigil.UTC;
import static org.watchword.desk.watch.silence.Vigil.at;
import static org.watchword.desk.watch.silence.Vigil.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SomebodySilent {
    private final Vigil one = Vigil.armed(plan(false, KESTREL));
    private final Vigil flat = Vigil.armed(plan(false, KESTREL, ALDER));

    private static WatchEffect.Silent silent(
            String due, org.watchword.desk.watch.CodenameId... who) {
        return new WatchEffect.Silent(List.of(who), at(due), at(due).plus(Duration.ofMinutes(30)));
    }

    @Test
    void is_reminded_first_and_missed_after_the_grace() {
        assertEquals(at("21:45"), one.timer());
        one.fires();
        assertEquals(
                List.of(new WatchEffect.Remind(List.of(KESTREL), at("22:00"))), one.reminders());
        assertEquals(at("22:30"), one.timer());
        one.fires();
        assertEquals(List.of(silent("22:00", KESTREL)), one.silences());
        assertTrue(one.watch.isLate());
    }

    @Test
    void is_awaited_again_at_once_for_the_next_time() {
        one.fires();
        one.fires();

        assertEquals(at("05 10:00"), one.due());
        one.fires();
        one.fires();
        assertEquals(
                List.of(silent("22:00", KESTREL), silent("05 10:00", KESTREL)), one.silences());
        assertEquals(at("22:00"), one.watch.ears().getFirst().missedSince().orElseThrow());
    }

    @Test
    void who_is_heard_after_the_alarm_is_late_no_more_and_due_next() {
        one.fires();
        one.fires();

        one.heard("22:41", KESTREL);

        assertFalse(one.watch.isLate());
        assertEquals(at("05 10:00"), one.due());
    }

    @Test
    void who_is_heard_in_time_rings_nobody_and_is_not_reminded() {
        one.heard("21:10", KESTREL);

        assertEquals(at("05 10:00"), one.due());
        one.fires();
        assertEquals(
                List.of(new WatchEffect.Remind(List.of(KESTREL), at("05 10:00"))), one.reminders());
        assertEquals(List.of(), one.silences());
    }

    @Test
    void who_is_heard_within_the_grace_rings_nobody() {
        one.fires();
        one.heard("22:29", KESTREL);

        assertEquals(at("05 10:00"), one.due());
        assertEquals(List.of(), one.silences());
    }

    @Test
    void a_word_too_early_counts_for_nothing_and_is_noted() {
        one.heard("19:59", KESTREL);

        assertEquals(at("22:00"), one.due());
        assertEquals(at("19:59"), one.watch.ears().getFirst().heardAt().orElseThrow());
    }

    @Test
    void a_word_extends_by_one_time_however_often_it_is_said() {
        one.heard("21:00", KESTREL);
        one.heard("21:01", KESTREL);
        one.heard("22:00", KESTREL);

        assertEquals(at("05 10:00"), one.due());
    }

    @Test
    void no_word_counts_before_half_of_the_way() {
        var every = new Schedule.Every(1, at("00:00"));
        var hourly = new Schedule(UTC, List.of(), Set.of(), Optional.of(every), List.of());
        var vigil = Vigil.armed(plan(hourly, false, KESTREL));

        vigil.heard("12:29", KESTREL);
        assertEquals(at("13:00"), vigil.due());
        vigil.heard("12:30", KESTREL);
        assertEquals(at("14:00"), vigil.due());
    }

    @Test
    void half_of_the_way_is_that_of_the_plan_though_the_desk_was_away_for_the_time_before() {
        var every = new Schedule.Every(1, at("00:00"));
        var hourly = new Schedule(UTC, List.of(), Set.of(), Optional.of(every), List.of());
        var soon = new Margins(Duration.ZERO, Duration.ofMinutes(5));
        var vigil =
                Vigil.armed(
                        new Plan(
                                "The flat",
                                List.of(KESTREL),
                                Optional.empty(),
                                hourly,
                                soon,
                                false,
                                false));
        vigil.fires();
        vigil.fires("13:09");
        assertEquals(at("14:00"), vigil.due());

        vigil.heard("13:31", KESTREL);

        assertEquals(at("15:00"), vigil.due());
    }

    @Test
    void of_a_flat_is_named_alone_when_the_others_were_heard() {
        flat.heard("21:30", ALDER);
        flat.fires();
        flat.fires();

        assertEquals(
                List.of(new WatchEffect.Remind(List.of(KESTREL), at("22:00"))), flat.reminders());
        assertEquals(List.of(silent("22:00", KESTREL)), flat.silences());
        assertEquals(Optional.empty(), flat.watch.ears().getLast().missedSince());
    }

    @Test
    void of_a_flat_in_which_one_speaks_for_all_is_not_missed() {
        var anyone = Vigil.armed(plan(true, KESTREL, ALDER));

        anyone.heard("22:10", ALDER);

        assertEquals(at("05 10:00"), anyone.due());
        anyone.fires();
        anyone.fires();
        assertEquals(List.of(silent("05 10:00", KESTREL, ALDER)), anyone.silences());
        anyone.heard("05 10:45", KESTREL);
        assertFalse(anyone.watch.isLate());
    }

    @Test
    void a_timer_of_an_older_generation_changes_nothing() {
        long before = one.watch.clockwork().generation();
        one.heard("21:50", KESTREL);
        OneWatch heard = one.watch;

        one.done("22:30", new WatchEvent.Due(before));

        assertEquals(heard, one.watch);
        assertEquals(List.of(), one.silences());
    }

    @Test
    void while_the_desk_was_down_rings_at_once_and_for_all_that_was_missed() {
        one.fires("07 15:00");

        assertEquals(List.of(silent("22:00", KESTREL)), one.silences());
        assertEquals(List.of(), one.reminders());
        assertEquals(at("07 22:00"), one.due());
    }

    @Test
    void when_the_desk_comes_back_within_the_grace_is_reminded_and_not_given_more_time() {
        one.fires("22:20");

        assertEquals(1, one.reminders().size());
        assertEquals(at("22:30"), one.timer());
    }

    @Test
    void waits_no_longer_when_the_clock_is_set_back() {
        one.fires();
        var back =
                new OneWatch.Clockwork(
                        one.watch.clockwork().generation(),
                        Optional.of(new OneWatch.Timer(OneWatch.TimerKind.REMIND, at("20:45"))),
                        Duration.ofHours(1));
        one.watch = one.watch.with(back);

        one.fires();

        assertEquals(at("21:30"), one.timer());
    }

    @Test
    void of_a_journey_is_missed_at_each_point_and_ends_with_the_last_word() {
        var points = List.of(at("14:00"), at("18:00"));
        var journey = new Schedule(UTC, List.of(), Set.of(), Optional.empty(), points);
        var vigil = Vigil.armed(plan(journey, false, KESTREL));

        vigil.heard("14:05", KESTREL);
        vigil.fires();
        vigil.fires();
        assertEquals(List.of(silent("18:00", KESTREL)), vigil.silences());
        assertEquals(Optional.empty(), vigil.watch.clockwork().timer());
        assertInstanceOf(OneWatch.Armed.class, vigil.watch.phase());

        vigil.heard("18:50", KESTREL);
        assertInstanceOf(OneWatch.Ended.class, vigil.watch.phase());
    }
}
