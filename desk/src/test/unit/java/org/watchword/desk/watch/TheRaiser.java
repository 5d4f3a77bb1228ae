package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.watch.Night.FINCH;
import static org.watchword.desk.watch.Night.HERON;
import static org.watchword.desk.watch.Night.WREN;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TheRaiser {
    @Test
    void is_awake_and_not_rung_so_that_the_next_step_begins_at_once() {
        var night = Night.call().step(WREN).step(HERON, FINCH).raised();

        assertEquals(List.of(HERON, FINCH), night.rung());
        assertTrue(night.logged().contains(LogKind.STEP_ALL_AWAKE));
    }

    @Test
    void is_not_rung_beside_others_of_a_step() {
        assertEquals(List.of(FINCH), Night.call().step(WREN, FINCH).raised().rung());
    }

    @Test
    void never_holds_the_alarm_even_by_saying_so() {
        var night = Night.call().step(WREN).step(HERON).raised();

        night.acknowledges(WREN);

        assertEquals(new Reply.OnIt(false), night.reply);
        assertFalse(night.alarm.isHeld());
        assertEquals(List.of(HERON), night.timerFires().rung());
    }

    @Test
    void has_answered_for_a_step_that_asks_for_all() {
        var night = Night.call().stepOfAll(WREN, HERON).raised();
        assertEquals(List.of(HERON), night.rung());

        assertTrue(night.acknowledges(HERON).alarm.isHeld());
    }

    @Test
    void is_rung_like_anybody_when_no_sign_came_for_too_long() {
        var night = Night.call().step(WREN, HERON).raised();
        var lapse = night.now.plus(Night.POLICY.lapse());
        while (night.now.isBefore(lapse)) {
            night.timerFires();
            assertFalse(night.rung().contains(WREN) && night.now.isBefore(lapse));
        }
        night.timerFires().timerFires();

        assertTrue(night.rung().contains(WREN));
    }

    @Test
    void waits_for_others_when_there_is_nobody_else() {
        var night = Night.call().step(WREN).raised();

        assertEquals(List.of(), night.rung());
        assertTrue(night.logged().contains(LogKind.LADDER_REACHES_NOBODY));
        assertTrue(night.timer().at().isAfter(night.now));
    }

    @Test
    void passes_on_to_somebody_who_then_holds_it() {
        var night = Night.call().step(WREN).step(HERON).raised().after(Duration.ofSeconds(10));

        night.then(new Event.PassedOn(WREN, FINCH));
        assertEquals(List.of(FINCH), night.rung());

        assertTrue(night.acknowledges(FINCH).alarm.isHeld());
    }

    @Test
    void does_not_release_whoever_passes_the_alarm_back() {
        var night = Night.call().step(HERON).raised().acknowledges(HERON);

        night.then(new Event.PassedOn(HERON, WREN)).acknowledges(WREN);

        assertTrue(night.alarm.isHeld());
    }

    @Test
    void begins_it_once() {
        var night = Night.alarm().step(FINCH).step(HERON).raised().then(new Event.Raised());

        assertEquals(List.of(), night.effects);
        assertEquals(0, night.alarm.place().step());
    }
}
