package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.watch.Night.FINCH;
import static org.watchword.desk.watch.Night.HERON;
import static org.watchword.desk.watch.Night.MAIL;
import static org.watchword.desk.watch.Night.SMS;
import static org.watchword.desk.watch.Night.SWIFT;
import static org.watchword.desk.watch.Night.WREN;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.watchword.desk.basis.PersonId;

class AnUnprovenAnswer {
    private static final Duration STEP = Duration.ofMinutes(2);
    private static final Duration UNPROVEN = Night.POLICY.unproven();

    private static Event by(PersonId person) {
        return new Event.AnsweredUnproven(person, Standing.Way.REPLY);
    }

    private static Night night() {
        return Night.alarm().step(FINCH).step(HERON).step(SWIFT).raised();
    }

    private static Instant stepEnds(Night night) {
        return ((Alarm.Climbing) night.alarm.phase()).stepEndsAt();
    }

    @Test
    void stops_the_rings_to_that_person_and_holds_nothing() {
        var night = night().then(by(FINCH));

        assertEquals(new Reply.Unproven(night.now.plus(UNPROVEN)), night.reply);
        assertEquals(List.of(FINCH), night.withdrawn());
        assertFalse(night.alarm.isHeld());
        assertFalse(night.onIt(FINCH));
        assertEquals(List.of(LogKind.UNPROVEN_REPLY, LogKind.WAITS_ONCE_MORE), night.logged());
    }

    @Test
    void gives_the_running_step_its_wait_once_more_and_then_the_ladder_climbs_on() {
        var night = night().after(Duration.ofSeconds(30)).then(by(FINCH));

        assertEquals(Night.START.plus(STEP).plus(STEP), stepEnds(night));
        assertEquals(List.of(HERON), night.timerFires().rung());
        assertEquals(List.of(SWIFT), night.timerFires().rung());
        assertEquals(List.of(HERON), night.timerFires().rung(), "Finch is left in peace");
    }

    @Test
    void delays_the_ladder_once_in_the_life_of_an_alarm_whoever_gives_it() {
        var night = night().then(by(FINCH)).timerFires();
        var ends = stepEnds(night);

        night.then(by(HERON));

        assertEquals(ends, stepEnds(night));
        assertEquals(List.of(LogKind.UNPROVEN_REPLY), night.logged());
    }

    @Test
    void said_again_extends_nothing() {
        var night = night().then(by(FINCH));
        var until = night.now.plus(UNPROVEN);
        var before = night.alarm;

        night.after(Duration.ofSeconds(90)).then(by(FINCH));

        assertEquals(new Reply.SaidAlready(until), night.reply);
        assertEquals(before.people(), night.alarm.people());
        assertEquals(List.of(), night.effects);
    }

    @Test
    void lapses_after_a_quarter_of_an_hour_and_its_owner_is_rung_at_once_over_everything() {
        var night = Night.alarm().stepOver(SMS, FINCH).step(HERON).raised().then(by(FINCH));
        var until = night.now.plus(UNPROVEN);
        while (night.timer().kind() != Alarm.TimerKind.LAPSE) {
            night.timerFires();
            assertFalse(night.rung().contains(FINCH), "rung before it lapsed");
        }

        night.timerFires();

        assertEquals(until, night.now);
        assertTrue(night.logged().contains(LogKind.UNPROVEN_LAPSED));
        assertEquals(List.of(FINCH), night.rung(), "not waiting for the next round");
        assertEquals(
                List.of(SMS, MAIL), night.rings().stream().map(r -> r.way().channel()).toList());
    }

    @Test
    void is_not_taken_again_before_its_owner_was_rung_again() {
        var night = night().then(by(FINCH)).acknowledges(HERON);
        lapse(night);
        assertEquals(List.of(), night.rung(), "held by Heron");

        assertEquals(new Reply.NotTakenAgain(), night.then(by(FINCH)).reply);

        while (night.alarm.isHeld()) {
            night.timerFires();
        }
        assertTrue(night.rung().contains(FINCH));
        assertEquals(new Reply.Unproven(night.now.plus(UNPROVEN)), night.then(by(FINCH)).reply);
        assertFalse(night.logged().contains(LogKind.WAITS_ONCE_MORE));
    }

    private static void lapse(Night night) {
        while (!night.logged().contains(LogKind.UNPROVEN_LAPSED)) {
            night.timerFires();
        }
    }

    @Test
    void never_satisfies_a_step_that_wants_all() {
        var night = Night.alarm().stepOfAll(FINCH, HERON).step(SWIFT).raised();

        night.then(by(FINCH)).acknowledges(HERON);

        assertFalse(night.alarm.isHeld());
        night.then(new Event.Confirmed(FINCH, HERON));
        assertTrue(night.alarm.isHeld());
    }

    @Test
    void of_everybody_leaves_the_alarm_open_until_it_lapses() {
        var night = Night.alarm().step(FINCH).step(HERON).raised().timerFires();

        night.then(by(FINCH)).then(by(HERON));

        assertFalse(night.alarm.isHeld());
        lapse(night);
        assertEquals(Set.of(FINCH, HERON), Set.copyOf(night.rung()));
    }

    @Test
    void becomes_a_full_one_when_a_colleague_spoke_to_the_person() {
        var night = night().then(by(FINCH)).then(new Event.Confirmed(FINCH, HERON));

        assertEquals(new Reply.OnIt(true), night.reply);
        assertTrue(night.alarm.isHeld());
        assertTrue(night.onIt(FINCH));
        assertEquals(List.of(LogKind.CONFIRMED, LogKind.HELD), night.logged());
        assertEquals(night.now.plus(Night.POLICY.lapse()), night.timer().at());
    }

    @Test
    void becomes_a_full_one_in_its_owners_own_session() {
        var night = night().then(by(FINCH)).acknowledges(FINCH);

        assertTrue(night.alarm.isHeld());
        assertEquals(List.of(LogKind.ACKNOWLEDGED, LogKind.HELD), night.logged());
    }

    @Test
    void that_ran_out_cannot_be_confirmed_any_more() {
        var night = night().then(by(FINCH));
        lapse(night);

        assertEquals(
                new Reply.NothingToConfirm(), night.then(new Event.Confirmed(FINCH, HERON)).reply);
        assertFalse(night.alarm.isHeld());
    }

    @Test
    void after_a_proven_one_changes_nothing() {
        var night = night().acknowledges(FINCH);
        var before = night.alarm;

        night.after(Duration.ofMinutes(5)).then(by(FINCH));

        assertEquals(new Reply.OnItAlready(), night.reply);
        assertEquals(before.people(), night.alarm.people());
        assertEquals(before.clockwork().timer(), night.alarm.clockwork().timer());
    }

    @Test
    void of_whoever_was_never_rung_counts_for_nothing() {
        assertEquals(new Reply.NotConcerned(), night().then(by(SWIFT)).reply);
    }

    @Test
    void of_whoever_is_asked_to_take_over_releases_nobody() {
        var night = night().acknowledges(FINCH).then(new Event.PassedOn(FINCH, WREN));

        night.then(by(WREN));

        assertTrue(night.onIt(FINCH), "it is still Finch's");
        lapse(night);
        assertEquals(List.of(WREN), night.rung());
        assertEquals(Effect.Tune.PASSED_ON, night.rings().getFirst().tune());
    }

    @Test
    void does_not_keep_a_colleague_from_passing_the_alarm_on_to_that_person() {
        var night = night().then(by(FINCH)).timerFires().acknowledges(HERON);

        night.then(new Event.PassedOn(HERON, FINCH));

        assertEquals(List.of(FINCH), night.rung());
    }

    @Test
    void is_void_once_an_incident_rings_again() {
        var night =
                Night.of(AlarmKind.UNKNOWN_CALLERS)
                        .step(FINCH)
                        .step(HERON)
                        .raised()
                        .then(by(FINCH));
        night.acknowledges(HERON).then(new Event.SomethingAdded(Optional.empty()));

        night.timerFires();

        assertEquals(List.of(FINCH), night.rung());
    }

    @Test
    void is_not_followed_by_a_ring_when_a_channel_refuses_what_was_on_its_way() {
        var night = Night.alarm().stepOver(SMS, FINCH).raised().then(by(FINCH));

        night.then(new Event.Refused(FINCH, Night.way(FINCH, SMS).address(), 1));

        assertEquals(List.of(), night.rung());
    }

    @Test
    void lapses_no_later_for_a_clock_set_back() {
        var night = night().then(by(FINCH));
        var until = night.now.plus(UNPROVEN);
        night.after(Duration.ofHours(-1));

        night.then(new Event.ClockSetBack(Duration.ofHours(1), night.now));

        assertEquals(
                until.minus(Duration.ofHours(1)),
                night.alarm.standing(FINCH).orElseThrow().unproven().orElseThrow().until());
    }

    @Test
    void somebody_rung_over_one_way_in_vain_is_rung_over_all_the_next_time() {
        var night = Night.alarm().stepOver(SMS, FINCH).raised();
        night.then(new Event.AnsweredUnproven(FINCH, Standing.Way.LINK));
        for (int i = 0; i < 20 && !night.logged().contains(LogKind.UNPROVEN_LAPSED); i++) {
            night.timerFires();
        }

        assertEquals(
                List.of(SMS, MAIL),
                night.rings().stream().map(ring -> ring.way().channel()).toList());
    }
}
