package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.watch.Night.FINCH;
import static org.watchword.desk.watch.Night.HERON;
import static org.watchword.desk.watch.Night.SWIFT;
import static org.watchword.desk.watch.Night.TERN;
import static org.watchword.desk.watch.Night.WREN;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ALadderEditedWhileItRings {
    private static final Event EDITED = new Event.LadderChanged(new LadderId(1));
    private final Night night = Night.alarm().step(FINCH).step(HERON).raised();

    @Test
    void rings_whoever_was_added_to_the_running_step_at_once() {
        night.steps.clear();
        var before = night.timer().at();
        night.step(FINCH, SWIFT).step(HERON).after(Duration.ofSeconds(30)).then(EDITED);

        assertEquals(List.of(SWIFT), night.rung());
        assertEquals(before, night.timer().at(), "the running step does not wait longer");
    }

    @Test
    void rings_nobody_twice_for_being_edited_twice() {
        night.then(EDITED);

        assertEquals(List.of(), night.rung());
    }

    @Test
    void goes_on_from_the_last_step_when_it_became_shorter() {
        night.timerFires();
        night.steps.removeLast();

        night.then(EDITED);
        assertEquals(0, night.alarm.place().step());
        assertEquals(List.of(FINCH), night.timerFires().rung());
    }

    @Test
    void begins_at_the_first_step_of_another_ladder() {
        night.timerFires();
        night.steps.clear();

        night.step(SWIFT).then(new Event.LadderChanged(new LadderId(2)));

        assertEquals(List.of(SWIFT), night.rung());
        assertEquals(new LadderId(2), night.alarm.origin().ladder());
    }

    @Test
    void keeps_the_answer_that_stands_when_another_ladder_takes_over() {
        night.acknowledges(FINCH);
        night.steps.clear();

        night.step(SWIFT).then(new Event.LadderChanged(new LadderId(2)));

        assertTrue(night.alarm.isHeld());
        assertEquals(List.of(), night.rung());
    }

    @Test
    void rings_who_takes_the_shift_now() {
        var night = Night.alarm().stepOfRole(false, "duty", false, FINCH).raised();
        night.steps.clear();
        night.stepOfRole(false, "duty", false, SWIFT).then(new Event.MembersChanged());

        assertEquals(List.of(SWIFT), night.rung());
    }

    @Test
    void whoever_leaves_the_team_holds_nothing_any_more() {
        night.acknowledges(FINCH);
        night.members.remove(FINCH);
        night.unreachable(FINCH);

        night.then(new Event.MembersChanged());

        assertFalse(night.alarm.isHeld());
        assertEquals(List.of(HERON), night.rung());
        assertTrue(night.withdrawn().contains(FINCH));
    }

    @Test
    void goes_on_at_once_when_all_whom_the_step_rang_have_left() {
        night.members.remove(FINCH);
        night.unreachable(FINCH);

        night.then(new Event.MembersChanged());

        assertEquals(List.of(HERON), night.rung());
    }

    @Test
    void asks_all_whom_the_first_step_of_another_ladder_asks_for() {
        night.acknowledges(FINCH);
        night.steps.clear();

        night.stepOfAll(FINCH, SWIFT).then(new Event.LadderChanged(new LadderId(2)));

        assertFalse(night.alarm.isHeld());
        assertEquals(List.of(SWIFT), night.rung());
        assertTrue(night.acknowledges(SWIFT).alarm.isHeld());
    }

    @Test
    void on_another_ladder_those_of_the_first_step_are_rung_and_the_old_steps_count_no_more() {
        var night = Night.alarm().step(FINCH).stepOfAll(HERON, SWIFT).raised().timerFires();
        night.steps.clear();
        night.step(TERN).stepOfAll(WREN, SWIFT);

        night.then(new Event.LadderChanged(new LadderId(2)));

        assertEquals(List.of(TERN), night.rung());
        assertEquals(0, night.alarm.place().reached());
        assertTrue(night.acknowledges(TERN).alarm.isHeld(), "the second step has not begun");
    }

    @Test
    void who_comes_to_a_running_step_is_rung_and_who_was_rung_in_it_is_not_again() {
        var night = Night.alarm().step(FINCH).step(HERON).raised();
        night.steps.set(
                0,
                new Situation.Step(
                        Night.named(FINCH, SWIFT), List.of(), Duration.ofMinutes(2), false));

        night.then(new Event.MembersChanged());
        assertEquals(List.of(SWIFT), night.rung());
        assertEquals(0, night.alarm.place().step());

        assertEquals(List.of(), night.then(new Event.MembersChanged()).rung());
    }

    @Test
    void the_next_step_begins_when_all_whom_this_one_rang_have_left() {
        var night = Night.alarm().step(FINCH).step(HERON).step(SWIFT).raised().timerFires();
        night.members.remove(HERON);
        night.ways.remove(HERON);

        assertEquals(List.of(SWIFT), night.then(new Event.MembersChanged()).rung());
    }

    @Test
    void a_ladder_that_lost_all_its_steps_is_waited_for_and_nobody_is_rung_until_it_has_some() {
        var night = Night.alarm().step(FINCH).raised();
        night.steps.clear();
        night.then(new Event.MembersChanged());
        assertTrue(night.logged().contains(LogKind.LADDER_REACHES_NOBODY));
        assertEquals(night.now.plus(Policy.EMPTY_WAIT), night.timer().at());

        assertEquals(List.of(), night.then(new Event.MembersChanged()).effects);
        assertEquals(List.of(HERON), night.step(HERON).then(new Event.MembersChanged()).rung());
    }
}
