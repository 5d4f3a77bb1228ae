package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.watch.Night.FINCH;
import static org.watchword.desk.watch.Night.HERON;
import static org.watchword.desk.watch.Night.SWIFT;

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
}
