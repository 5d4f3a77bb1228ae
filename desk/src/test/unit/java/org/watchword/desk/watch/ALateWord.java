package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.watch.Night.ALDER;
import static org.watchword.desk.watch.Night.BIRCH;
import static org.watchword.desk.watch.Night.FINCH;
import static org.watchword.desk.watch.Night.HERON;
import static org.watchword.desk.watch.Night.WREN;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ALateWord {
    /// The first step asks for two, so that one alone does not hold the alarm.
    private static Night silence(CodenameId... who) {
        return Night.about(AlarmKind.SILENCE, who).stepOfAll(WREN, FINCH).step(HERON).raised();
    }

    private static Duration toTheNextStep(Night night) {
        return Duration.between(night.now, night.timer().at());
    }

    @Test
    void lets_the_ladder_climb_on_while_nobody_has_answered() {
        var night = silence(ALDER).word(ALDER, Meaning.OK);

        assertEquals(List.of(LogKind.LATE_WORD), night.logged());
        assertEquals(Duration.ofMinutes(2), toTheNextStep(night));
        assertEquals(List.of(HERON), night.timerFires().rung());
    }

    @Test
    void holds_the_ladder_once_somebody_is_on_it_for_a_quarter_of_an_hour() {
        var night = silence(ALDER).acknowledges(WREN).word(ALDER, Meaning.OK);

        assertEquals(Duration.ofMinutes(15), toTheNextStep(night));
        night.timerFires();
        assertEquals(List.of(HERON), night.rung());
    }

    @Test
    void holds_it_from_the_answer_on_where_the_word_came_before() {
        var night = silence(ALDER).word(ALDER, Meaning.OK).after(Duration.ofMinutes(1));

        night.acknowledges(WREN);

        assertEquals(Duration.ofMinutes(15), toTheNextStep(night));
    }

    @Test
    void holds_it_only_once() {
        var night = silence(ALDER).acknowledges(WREN).word(ALDER, Meaning.OK).timerFires();

        night.word(ALDER, Meaning.OK);

        assertEquals(List.of(LogKind.WORD_NOTED), night.logged());
        assertEquals(Duration.ofMinutes(2), toTheNextStep(night));
    }

    @Test
    void is_not_held_for_by_an_answer_that_nobody_proved() {
        var night = silence(ALDER).then(new Event.AnsweredUnproven(WREN, Standing.Way.REPLY));

        night.word(ALDER, Meaning.OK);

        assertTrue(night.alarm.signs().holdsUntil().isEmpty());
    }

    @Test
    void is_held_for_no_longer_than_the_answer_stands() {
        var night = silence(ALDER).acknowledges(WREN).after(Duration.ofMinutes(1));
        night.word(ALDER, Meaning.OK);

        night.members.remove(WREN);
        night.then(new Event.MembersChanged());

        assertTrue(night.logged().contains(LogKind.HOLD_OVER));
        assertEquals(Duration.ofMinutes(1), toTheNextStep(night));
    }

    @Test
    void is_held_for_no_longer_when_a_word_comes_that_asks_for_help() {
        for (Meaning meaning : List.of(Meaning.HELP, Meaning.DURESS)) {
            var night = silence(ALDER).acknowledges(WREN).word(ALDER, Meaning.OK);

            night.after(Duration.ofMinutes(5)).word(ALDER, meaning);

            assertTrue(night.logged().contains(LogKind.HOLD_OVER), meaning.toString());
            assertEquals(Duration.ZERO, toTheNextStep(night));
        }
    }

    @Test
    void of_one_says_nothing_of_the_others() {
        var night = silence(ALDER, BIRCH).acknowledges(WREN).word(ALDER, Meaning.OK);
        assertTrue(night.alarm.signs().holdsUntil().isEmpty());

        night.word(BIRCH, Meaning.OK);

        assertEquals(
                Optional.of(night.now.plus(Duration.ofMinutes(15))),
                night.alarm.signs().holdsUntil());
    }

    @Test
    void in_an_alarm_that_was_not_born_of_silence_is_a_note() {
        for (AlarmKind kind : List.of(AlarmKind.CALL, AlarmKind.HELP, AlarmKind.DURESS)) {
            var night = Night.about(kind, ALDER).stepOfAll(WREN, FINCH).step(HERON).raised();

            night.acknowledges(WREN).word(ALDER, Meaning.OK);

            assertEquals(List.of(LogKind.WORD_NOTED), night.logged());
            assertTrue(night.alarm.signs().holdsUntil().isEmpty());
            assertFalse(night.alarm.signs().aLateWordCame());
        }
    }

    @Test
    void that_proves_nothing_is_written_down_and_holds_nothing() {
        var night = silence(ALDER).acknowledges(WREN).word(ALDER, Meaning.CONTACT);

        assertEquals(List.of(LogKind.CONTACT), night.logged());
        assertTrue(night.alarm.signs().somethingCame());
        assertEquals(Duration.ofMinutes(2), toTheNextStep(night));
    }
}
