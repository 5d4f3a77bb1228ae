package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.watch.Night.FINCH;
import static org.watchword.desk.watch.Night.HERON;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnAnswerThatLapses {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void stops_the_ladder_while_it_stands() {
        var night = Night.alarm().step(FINCH).step(HERON).raised().acknowledges(FINCH);

        assertTrue(night.alarm.isHeld());
        assertEquals(night.now.plus(Night.POLICY.lapse()), night.timer().at());
    }

    @Test
    void lets_the_ladder_begin_again_at_its_first_step() {
        var night = Night.alarm().step(FINCH).step(HERON).raised().timerFires();
        night.acknowledges(HERON).timerFires();

        assertEquals(List.of(FINCH), night.rung());
        assertEquals(0, night.alarm.place().step());
        assertEquals(2, night.alarm.place().round());
        assertTrue(night.logged().contains(LogKind.LAPSED));
    }

    @Test
    void lets_its_owner_be_rung_again() {
        var night = Night.alarm().step(FINCH).raised().acknowledges(FINCH);

        assertEquals(List.of(FINCH), night.timerFires().rung());
    }

    @Test
    void stands_for_another_while_after_a_note() {
        var night = Night.alarm().step(FINCH).raised().acknowledges(FINCH);

        night.after(MINUTE.multipliedBy(20)).then(new Event.Noted(FINCH));

        assertEquals(night.now.plus(Night.POLICY.lapse()), night.timer().at());
    }

    @Test
    void stands_for_another_while_after_still_on_it() {
        var night = Night.alarm().step(FINCH).raised().acknowledges(FINCH);

        night.after(MINUTE.multipliedBy(20)).then(new Event.StillOnIt(FINCH));

        assertEquals(night.now.plus(Night.POLICY.lapse()), night.timer().at());
    }

    @Test
    void comes_back_by_still_on_it_said_too_late() {
        var night = Night.alarm().step(FINCH).raised().acknowledges(FINCH).timerFires();
        assertFalse(night.alarm.isHeld());

        assertTrue(night.then(new Event.StillOnIt(FINCH)).alarm.isHeld());
    }

    @Test
    void is_not_renewed_by_somebody_elses_note() {
        var night = Night.alarm().step(FINCH).raised().acknowledges(FINCH);
        var before = night.timer();

        night.after(MINUTE).then(new Event.Noted(HERON));

        assertEquals(before, night.timer());
        assertTrue(night.alarm.isHeld());
    }

    @Test
    void leaves_the_alarm_held_when_another_stands() {
        var night = Night.alarm().step(FINCH, HERON).raised().acknowledges(FINCH);
        night.after(MINUTE).acknowledges(HERON).timerFires();

        assertTrue(night.alarm.isHeld());
        assertEquals(List.of(), night.rung());
        assertTrue(night.timerFires().rung().containsAll(List.of(FINCH, HERON)));
    }

    @Test
    void of_one_who_had_to_answer_too_lets_the_ladder_begin_again() {
        var night = Night.alarm().stepOfAll(FINCH, HERON).raised().acknowledges(FINCH);
        night.after(MINUTE).acknowledges(HERON).timerFires();

        assertFalse(night.alarm.isHeld());
        assertEquals(List.of(FINCH), night.rung());
    }

    @Test
    void does_not_throw_a_climbing_ladder_back() {
        var night = Night.alarm().stepOfAll(FINCH, HERON).raised();
        for (int i = 0; i < 20; i++) {
            night.step(new org.watchword.desk.basis.PersonId(100 + i));
            var one = new org.watchword.desk.basis.PersonId(100 + i);
            night.members.add(one);
            night.ways.put(one, List.of(Night.way(one, Night.SMS)));
        }
        night.acknowledges(FINCH);
        while (night.timer().kind() != Alarm.TimerKind.LAPSE) {
            night.timerFires();
        }
        int step = night.alarm.place().step();

        night.timerFires();

        assertEquals(step, night.alarm.place().step());
        assertEquals(1, night.alarm.place().round());
    }
}
