package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.watch.Night.ALDER;
import static org.watchword.desk.watch.Night.FINCH;
import static org.watchword.desk.watch.Night.HERON;
import static org.watchword.desk.watch.Night.SWIFT;
import static org.watchword.desk.watch.Night.TERN;
import static org.watchword.desk.watch.Night.WREN;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AWordThatAsksForHelp {
    private static Night ringing() {
        return Night.about(AlarmKind.CALL, ALDER)
                .step(WREN)
                .step(HERON)
                .leads(SWIFT, TERN)
                .raised();
    }

    private static Night hidden() {
        return ringing().acknowledges(WREN).word(ALDER, Meaning.DURESS);
    }

    private static List<Effect.Tune> tunes(Night night) {
        return night.rings().stream().map(Effect.Ring::tune).distinct().toList();
    }

    @Test
    void tells_whoever_is_on_it_at_once_and_begins_no_step() {
        var night = ringing().acknowledges(WREN).word(ALDER, Meaning.HELP);

        assertEquals(List.of(WREN), night.rung());
        assertEquals(List.of(Effect.Tune.WORD), tunes(night));
        assertTrue(night.alarm.isHeld());
    }

    @Test
    void hidden_rings_the_lead_although_somebody_is_on_it() {
        var night = hidden();

        assertEquals(List.of(WREN, SWIFT), night.rung());
        assertTrue(night.alarm.isHeld());
    }

    @Test
    void hidden_rings_everybody_who_leads_until_one_answers() {
        var night = hidden().timerFires();
        assertEquals(List.of(SWIFT, TERN), night.rung());

        night.timerFires();
        assertEquals(List.of(SWIFT, TERN), night.rung());

        night.acknowledges(TERN);
        assertTrue(night.logged().contains(LogKind.LEAD_ANSWERED));
        assertTrue(night.alarm.signs().lead().orElseThrow().ringsAt().isEmpty());
    }

    @Test
    void hidden_is_not_answered_by_what_nobody_proved() {
        var night = hidden().then(new Event.AnsweredUnproven(SWIFT, Standing.Way.REPLY));

        assertTrue(night.alarm.signs().lead().orElseThrow().wanted());
        assertEquals(List.of(TERN), night.timerFires().rung());
    }

    @Test
    void hidden_is_not_answered_by_what_a_lead_said_before() {
        var night = ringing().acknowledges(SWIFT).word(ALDER, Meaning.DURESS);
        assertEquals(List.of(SWIFT), night.rung());
        assertTrue(night.alarm.signs().lead().orElseThrow().wanted());

        night.then(new Event.StillOnIt(SWIFT));

        assertFalse(night.alarm.signs().lead().orElseThrow().wanted());
    }

    /// What he answered was another ring: that somebody is in danger he does not know yet.
    @Test
    void hidden_rings_a_lead_who_answered_unproven_before() {
        var night =
                Night.about(AlarmKind.CALL, ALDER)
                        .step(SWIFT, TERN)
                        .step(HERON)
                        .leads(SWIFT, TERN)
                        .raised()
                        .then(new Event.AnsweredUnproven(SWIFT, Standing.Way.LINK))
                        .then(new Event.AnsweredUnproven(TERN, Standing.Way.LINK))
                        .word(ALDER, Meaning.DURESS);

        assertEquals(Set.of(SWIFT, TERN), Set.copyOf(night.rung()));
        assertEquals(Set.of(SWIFT, TERN), Set.copyOf(night.timerFires().rung()));
        night.then(new Event.AnsweredUnproven(TERN, Standing.Way.LINK)).timerFires();
        assertTrue(night.rung().contains(SWIFT));
        assertFalse(night.rung().contains(TERN));
    }

    @Test
    void hidden_rings_leads_again_when_the_one_on_it_is_gone() {
        var night = hidden().acknowledges(SWIFT);
        night.members.remove(SWIFT);

        night.then(new Event.MembersChanged());

        assertTrue(night.logged().contains(LogKind.LEAD_GONE));
        assertEquals(List.of(TERN), night.timerFires().rung());
    }

    @Test
    void hidden_rings_the_leads_next_address_when_one_is_refused_although_held() {
        var night = hidden();
        night.ways.put(SWIFT, List.of(Night.way(SWIFT, Night.SMS)));
        night.timerFires();
        long generation = night.alarm.generation();
        night.ways.put(SWIFT, List.of(Night.way(SWIFT, Night.SMS), Night.way(SWIFT, Night.MAIL)));

        night.then(new Event.Refused(SWIFT, Night.way(SWIFT, Night.SMS).address(), generation));

        assertEquals(List.of(SWIFT), night.rung());
    }

    @Test
    void hidden_rings_everybody_anew_where_nobody_leads() {
        var night = Night.about(AlarmKind.CALL, ALDER).step(WREN).step(HERON).raised();

        night.acknowledges(WREN).word(ALDER, Meaning.DURESS);

        assertEquals(List.of(WREN), night.rung());
        assertFalse(night.alarm.isHeld());
    }

    @Test
    void is_told_once_however_often_it_comes() {
        for (Meaning meaning : List.of(Meaning.HELP, Meaning.DURESS)) {
            var night = ringing().acknowledges(WREN).word(ALDER, meaning);

            night.word(ALDER, meaning);

            assertEquals(List.of(), night.rung(), meaning.toString());
        }
    }

    @Test
    void rings_again_after_ten_minutes_when_nobody_has_looked() {
        var night = ringing().acknowledges(WREN).word(ALDER, Meaning.HELP);

        night.timerFires();

        assertEquals(night.alarm.origin().since().plus(Duration.ofMinutes(10)), night.now);
        assertEquals(List.of(WREN), night.rung());
    }

    @Test
    void leaves_the_end_to_the_lead_and_a_second_person() {
        for (Meaning meaning : List.of(Meaning.HELP, Meaning.DURESS)) {
            var night = ringing().word(ALDER, meaning);

            night.then(new Event.SeenSafe(WREN, Seen.FACE_TO_FACE));
            assertInstanceOf(Reply.LeadFirst.class, night.reply);
            night.then(new Event.SeenSafe(SWIFT, Seen.FACE_TO_FACE));
            assertInstanceOf(Reply.SecondPersonNeeded.class, night.reply);
            night.then(new Event.SeenSafe(SWIFT, Seen.VIDEO));
            assertInstanceOf(Reply.SaidBefore.class, night.reply);
            night.then(new Event.SeenSafe(WREN, Seen.VIDEO));
            assertInstanceOf(Reply.Ended.class, night.reply);
        }
    }

    @Test
    void makes_void_what_was_said_before() {
        var night = ringing().then(new Event.SeenSafe(SWIFT, Seen.FACE_TO_FACE));

        night.word(ALDER, Meaning.DURESS).then(new Event.SeenSafe(WREN, Seen.VIDEO));

        assertInstanceOf(Reply.LeadFirst.class, night.reply);
    }

    @Test
    void is_proved_away_by_no_question() {
        var night = ringing().word(ALDER, Meaning.HELP);

        night.then(new Event.Asked(SWIFT, ALDER, Seen.OTHER_LINE, true));

        assertInstanceOf(Reply.LeadFirst.class, night.reply);
        assertEquals(List.of(), night.alarm.statements());
    }

    @Test
    void is_ended_by_two_people_where_nobody_leads() {
        var night = Night.about(AlarmKind.HELP, ALDER).step(WREN).raised();

        night.then(new Event.SeenSafe(WREN, Seen.VIDEO));
        assertInstanceOf(Reply.SecondPersonNeeded.class, night.reply);
        night.then(new Event.SeenSafe(FINCH, Seen.VIDEO));

        assertInstanceOf(Reply.Ended.class, night.reply);
    }

    @Test
    void that_raised_the_alarm_rings_the_lead_with_the_first_step() {
        var night = Night.about(AlarmKind.DURESS, ALDER).step(WREN).leads(SWIFT, TERN).raised();

        assertEquals(List.of(WREN, SWIFT), night.rung());
        assertEquals(
                Optional.of(ALDER),
                night.alarm.signs().about().stream().map(Signs.About::who).findFirst());
    }

    @Test
    void that_raised_the_alarm_leaves_its_end_to_the_lead() {
        for (AlarmKind kind : List.of(AlarmKind.HELP, AlarmKind.DURESS)) {
            var night = Night.about(kind, ALDER).step(WREN).leads(SWIFT, TERN).raised();

            night.then(new Event.SeenSafe(WREN, Seen.VIDEO));

            assertInstanceOf(Reply.LeadFirst.class, night.reply, kind.toString());
        }
    }
}
