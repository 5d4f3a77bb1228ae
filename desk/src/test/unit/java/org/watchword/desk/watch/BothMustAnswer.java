package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.watch.Night.FINCH;
import static org.watchword.desk.watch.Night.HERON;
import static org.watchword.desk.watch.Night.SWIFT;

import java.util.List;
import org.junit.jupiter.api.Test;

class BothMustAnswer {
    @Test
    void one_of_two_is_not_enough() {
        var night = Night.alarm().stepOfAll(HERON, FINCH).step(SWIFT).raised();

        night.acknowledges(HERON);

        assertEquals(new Reply.OnIt(false), night.reply);
        assertEquals(List.of(SWIFT), night.timerFires().rung());
    }

    @Test
    void both_are_enough() {
        var night = Night.alarm().stepOfAll(HERON, FINCH).step(SWIFT).raised();

        night.acknowledges(HERON).acknowledges(FINCH);

        assertEquals(new Reply.OnIt(true), night.reply);
        assertEquals(Alarm.TimerKind.LAPSE, night.timer().kind());
    }

    @Test
    void whoever_has_answered_is_not_rung_again_while_the_other_is() {
        var night = Night.alarm().stepOfAll(HERON, FINCH).raised().acknowledges(HERON);

        assertEquals(List.of(FINCH), night.timerFires().rung());
    }

    @Test
    void an_answer_from_a_later_step_does_not_stand_in_for_the_missing_one() {
        var night = Night.alarm().stepOfAll(HERON, FINCH).step(SWIFT).raised();

        night.acknowledges(HERON).timerFires().acknowledges(SWIFT);

        assertFalse(night.alarm.isHeld());
        assertEquals(List.of(FINCH), night.timerFires().rung());
    }

    @Test
    void a_step_not_yet_reached_asks_for_nobody() {
        var night = Night.alarm().step(SWIFT).stepOfAll(HERON, FINCH).raised();

        assertTrue(night.acknowledges(SWIFT).alarm.isHeld());
    }

    @Test
    void one_answer_for_a_role_is_enough_when_all_who_hold_it_are_rung() {
        var night = Night.alarm();
        night.steps.add(
                new Situation.Step(
                        List.of(
                                Night.role("duty", true, FINCH, SWIFT),
                                Night.role("lawyer", false, HERON)),
                        List.of(),
                        java.time.Duration.ofMinutes(2),
                        true));
        night.raised().acknowledges(FINCH);

        assertEquals(List.of(HERON), night.timerFires().rung());
        assertTrue(night.acknowledges(HERON).alarm.isHeld());
    }

    @Test
    void a_role_that_nobody_holds_is_not_waited_for() {
        var night = Night.alarm();
        night.steps.add(
                new Situation.Step(
                        List.of(Night.role("duty", true), Night.role("lawyer", false, HERON)),
                        List.of(),
                        java.time.Duration.ofMinutes(2),
                        true));

        assertTrue(night.raised().acknowledges(HERON).alarm.isHeld());
    }

    @Test
    void an_answer_for_a_role_stands_when_the_shift_changes() {
        var night = Night.alarm().stepOfRole(true, "duty", false, FINCH).raised();
        night.acknowledges(FINCH);
        night.steps.clear();
        night.stepOfRole(true, "duty", false, SWIFT);

        night.then(new Event.MembersChanged());

        assertTrue(night.alarm.isHeld());
    }

    @Test
    void two_answers_in_one_turn_both_count() {
        var night = Night.alarm().stepOfAll(HERON, FINCH).raised();

        night.acknowledges(HERON).acknowledges(FINCH).acknowledges(HERON);

        assertTrue(night.alarm.isHeld());
        assertTrue(night.logged().contains(LogKind.STILL_ON_IT));
    }
}
