package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.watch.Night.FINCH;
import static org.watchword.desk.watch.Night.HERON;
import static org.watchword.desk.watch.Night.MAIL;
import static org.watchword.desk.watch.Night.SMS;
import static org.watchword.desk.watch.Night.SWIFT;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class NobodyAnswers {
    @Test
    void rings_the_first_step_at_once() {
        var night = Night.alarm().step(FINCH).step(HERON).raised();

        assertEquals(List.of(FINCH), night.rung());
        assertEquals(Night.START.plus(Duration.ofMinutes(2)), night.timer().at());
    }

    @Test
    void rings_over_all_of_a_persons_channels_at_once() {
        var night = Night.alarm().step(FINCH).raised();

        assertEquals(
                List.of(SMS, MAIL),
                night.rings().stream().map(ring -> ring.way().channel()).toList());
    }

    @Test
    void rings_only_over_the_steps_channels_where_it_names_some() {
        var night = Night.alarm().stepOver(MAIL, FINCH).raised();

        assertEquals(
                List.of(MAIL), night.rings().stream().map(ring -> ring.way().channel()).toList());
    }

    @Test
    void rings_over_what_there_is_when_the_person_has_none_of_the_steps_channels() {
        var night = Night.alarm().stepOver(MAIL, FINCH);
        night.ways.put(FINCH, List.of(Night.way(FINCH, SMS)));

        assertEquals(List.of(FINCH), night.raised().rung());
    }

    @Test
    void goes_on_to_the_next_step_when_the_wait_is_over() {
        var night = Night.alarm().step(FINCH).step(HERON).raised().timerFires();

        assertEquals(List.of(HERON), night.rung());
        assertEquals(1, night.alarm.place().step());
    }

    @Test
    void begins_again_after_the_last_step_and_says_again() {
        var night = Night.alarm().step(FINCH).step(HERON).raised().timerFires();

        night.timerFires();

        assertEquals(List.of(FINCH), night.rung());
        assertEquals(2, night.alarm.place().round());
        assertTrue(night.rings().getFirst().again());
    }

    @Test
    void rings_for_as_many_rounds_as_it_takes() {
        var night = Night.alarm().step(FINCH).step(HERON).raised();
        for (int i = 0; i < 200; i++) {
            night.timerFires();
            assertEquals(1, night.rung().size());
        }
        assertEquals(101, night.alarm.place().round());
    }

    @Test
    void passes_over_a_step_that_reaches_nobody_and_says_so() {
        var night = Night.alarm().step(FINCH).step(HERON).unreachable(FINCH).raised();

        assertEquals(List.of(HERON), night.rung());
        assertTrue(night.logged().contains(LogKind.STEP_REACHES_NOBODY));
    }

    @Test
    void rings_those_of_a_step_that_can_be_rung() {
        var night = Night.alarm().step(FINCH, HERON).unreachable(FINCH).raised();

        assertEquals(List.of(HERON), night.rung());
    }

    @Test
    void waits_when_the_whole_ladder_reaches_nobody_and_says_it_once() {
        var night = Night.alarm().step(FINCH).step(HERON).unreachable(FINCH, HERON).raised();

        assertTrue(night.logged().contains(LogKind.LADDER_REACHES_NOBODY));
        assertEquals(Night.START.plus(Duration.ofMinutes(2)), night.timer().at());
        night.timerFires();
        assertEquals(List.of(), night.logged());
        assertTrue(night.timer().at().isAfter(night.now));
    }

    @Test
    void rings_as_soon_as_somebody_can_be_reached_again() {
        var night = Night.alarm().step(FINCH).unreachable(FINCH).raised();
        night.ways.put(FINCH, List.of(Night.way(FINCH, SMS)));

        night.then(new Event.MembersChanged());

        assertEquals(List.of(FINCH), night.rung());
    }

    @Test
    void stays_awake_over_a_ladder_without_steps() {
        var night = Night.alarm().raised();

        assertTrue(night.timer().at().isAfter(night.now));
        night.step(FINCH).then(new Event.LadderChanged(new LadderId(1)));
        assertEquals(List.of(FINCH), night.rung());
    }

    @Test
    void never_waits_for_less_than_a_few_seconds() {
        var night = Night.alarm();
        night.steps.add(new Situation.Step(Night.named(FINCH), List.of(), Duration.ZERO, false));

        assertEquals(Night.START.plus(Policy.SHORTEST_WAIT), night.raised().timer().at());
    }

    @Test
    void rings_everybody_who_holds_the_role_when_nobody_has_the_shift() {
        var night = Night.alarm().stepOfRole(false, "duty", true, FINCH, HERON, SWIFT).raised();

        assertEquals(List.of(FINCH, HERON, SWIFT), night.rung());
    }

    @Test
    void a_ring_takes_back_what_an_earlier_one_has_not_sent() {
        var night = Night.alarm().step(FINCH).raised();
        assertFalse(night.withdrawn().contains(FINCH));

        assertEquals(List.of(FINCH), night.timerFires().withdrawn());
    }
}
