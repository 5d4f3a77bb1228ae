package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.watch.Night.FINCH;
import static org.watchword.desk.watch.Night.HERON;
import static org.watchword.desk.watch.Night.MAIL;
import static org.watchword.desk.watch.Night.SMS;
import static org.watchword.desk.watch.Night.SWIFT;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.watchword.desk.basis.PersonId;

class PassingOn {
    private static Night heronIsOnIt() {
        return Night.alarm().stepOver(MAIL, HERON).step(FINCH).raised().acknowledges(HERON);
    }

    @Test
    void rings_the_other_at_once_over_all_channels() {
        var night = heronIsOnIt().then(new Event.PassedOn(HERON, SWIFT));

        assertEquals(
                List.of(SMS, MAIL),
                night.rings().stream().map(ring -> ring.way().channel()).toList());
        assertEquals(Effect.Tune.PASSED_ON, night.rings().getFirst().tune());
        assertEquals(List.of(SWIFT), night.rung());
    }

    @Test
    void leaves_the_answer_standing_until_the_other_answers() {
        var night = heronIsOnIt().then(new Event.PassedOn(HERON, SWIFT));
        assertTrue(night.alarm.isHeld());

        night.acknowledges(SWIFT);

        assertTrue(night.alarm.isHeld());
        assertFalse(night.onIt(HERON));
        assertTrue(night.logged().contains(LogKind.HANDED_OVER));
    }

    @Test
    void lets_the_ladder_begin_again_when_the_other_never_answers() {
        var night = heronIsOnIt().then(new Event.PassedOn(HERON, SWIFT)).timerFires();

        assertFalse(night.alarm.isHeld());
        assertEquals(List.of(HERON), night.rung());
    }

    @Test
    void counts_as_a_sign_of_life() {
        var night =
                heronIsOnIt().after(Duration.ofMinutes(20)).then(new Event.PassedOn(HERON, SWIFT));

        assertEquals(night.now.plus(Night.POLICY.lapse()), night.timer().at());
    }

    @Test
    void to_somebody_who_is_on_it_already_rings_nobody() {
        var night = heronIsOnIt().acknowledges(SWIFT).then(new Event.PassedOn(HERON, SWIFT));

        assertEquals(List.of(), night.rung());
        assertFalse(night.onIt(HERON));
        assertTrue(night.alarm.isHeld());
    }

    @Test
    void the_other_answers_for_all_that_the_first_answered_for() {
        var night =
                Night.alarm()
                        .stepOfAll(HERON, FINCH)
                        .raised()
                        .acknowledges(HERON)
                        .acknowledges(FINCH)
                        .then(new Event.PassedOn(HERON, SWIFT))
                        .acknowledges(SWIFT);

        assertTrue(night.alarm.isHeld());
    }

    @Test
    void to_somebody_who_cannot_be_rung_is_refused_and_nothing_changes() {
        var night = heronIsOnIt().unreachable(SWIFT).then(new Event.PassedOn(HERON, SWIFT));

        assertInstanceOf(Reply.CannotBeRung.class, night.reply);
        assertTrue(night.alarm.isHeld());
        assertEquals(List.of(), night.effects);
    }

    @Test
    void to_a_stranger_or_to_oneself_is_refused() {
        var night = heronIsOnIt();

        assertInstanceOf(
                Reply.CannotBeRung.class,
                night.then(new Event.PassedOn(HERON, new PersonId(99))).reply);
        assertInstanceOf(
                Reply.NotToYourself.class, night.then(new Event.PassedOn(HERON, HERON)).reply);
    }

    @Test
    void needs_an_answer_that_stands() {
        assertInstanceOf(
                Reply.NotOnIt.class, heronIsOnIt().then(new Event.PassedOn(FINCH, SWIFT)).reply);
    }

    @Test
    void leaves_the_others_ring_alone_when_a_third_answers() {
        var night = Night.alarm().stepOfAll(HERON, FINCH).raised();
        night.acknowledges(HERON).then(new Event.PassedOn(HERON, SWIFT));

        night.acknowledges(FINCH);

        assertTrue(night.alarm.isHeld());
        assertFalse(night.withdrawn().contains(SWIFT));
    }
}
