package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.watchword.desk.watch.Night.ALDER;
import static org.watchword.desk.watch.Night.FINCH;
import static org.watchword.desk.watch.Night.HERON;
import static org.watchword.desk.watch.Night.SWIFT;
import static org.watchword.desk.watch.Night.TERN;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchword.desk.basis.PersonId;

/// Rings that are not sent yet are taken back as soon as nobody needs them, and not before.
class WhoIsLeftInPeace {
    private static List<PersonId> withdrawn(Night night) {
        return night.withdrawn().stream().distinct().sorted(Standing.BY_NUMBER).toList();
    }

    @Test
    void everybody_else_who_was_rung_when_one_takes_it() {
        var night = Night.alarm().step(FINCH, HERON).step(SWIFT).raised();

        night.acknowledges(FINCH);

        assertEquals(List.of(FINCH, HERON), withdrawn(night));
    }

    @Test
    void nobody_else_while_another_must_answer_too() {
        var night = Night.alarm().stepOfAll(FINCH, HERON).raised();

        assertEquals(List.of(FINCH), withdrawn(night.acknowledges(FINCH)));
        assertEquals(List.of(HERON), withdrawn(night.acknowledges(HERON)), "Finch has answered");
    }

    @Test
    void not_the_one_who_is_asked_to_take_over() {
        var night = Night.alarm().stepOfAll(FINCH, HERON).step(SWIFT).raised();
        night.acknowledges(FINCH).then(new Event.PassedOn(FINCH, SWIFT));

        assertEquals(List.of(HERON), withdrawn(night.acknowledges(HERON)));
    }

    @Test
    void not_the_leads_after_a_hidden_word() {
        var night =
                Night.about(AlarmKind.DURESS, ALDER).step(FINCH, HERON).leads(SWIFT, TERN).raised();

        assertEquals(List.of(FINCH, HERON), withdrawn(night.acknowledges(FINCH)));
    }

    @Test
    void whoever_looked_hears_no_second_ring_of_what_was_added() {
        for (Event look :
                List.of(
                        new Event.Looked(FINCH),
                        new Event.Noted(FINCH),
                        new Event.StillOnIt(FINCH),
                        new Event.PassedOn(FINCH, HERON))) {
            var night = heldWithSomethingNew();

            night.then(look);

            assertEquals(Optional.empty(), night.alarm.clockwork().joinDueAt(), look.toString());
        }
    }

    private static Night heldWithSomethingNew() {
        var night = Night.alarm().step(FINCH).raised().acknowledges(FINCH);
        night.then(new Event.SomethingAdded(Optional.empty()));
        assertEquals(Night.START.plus(Duration.ofMinutes(10)), night.timer().at());
        return night;
    }

    @Test
    void nobody_when_ten_minutes_passed_and_nobody_looked() {
        var night = heldWithSomethingNew().timerFires();

        assertEquals(List.of(FINCH), night.rung());
        assertEquals(LogKind.RINGS_AGAIN, night.logged().getFirst());
        assertEquals(Optional.empty(), night.alarm.clockwork().joinDueAt(), "once");
        assertFalse(night.alarm.isHeld());
    }

    @Test
    void the_first_wait_stands_however_much_is_added() {
        var night = heldWithSomethingNew().after(Duration.ofMinutes(9));

        night.then(new Event.SomethingAdded(Optional.of(HERON)));

        assertEquals(Night.START.plus(Duration.ofMinutes(10)), night.timer().at());
    }

    @Test
    void who_ends_it_and_everybody_by_the_end() {
        var night = heldWithSomethingNew();
        night.then(new Event.SeenSafe(FINCH, Seen.VIDEO))
                .then(new Event.SeenSafe(HERON, Seen.VIDEO));

        assertInstanceOf(Reply.Ended.class, night.reply);
        assertEquals(Optional.empty(), night.alarm.clockwork().joinDueAt());
        assertEquals(2, night.only(Effect.Tell.class).size(), "over both ways that rang Finch");
    }

    @Test
    void a_statement_is_a_sign_of_life_and_so_is_a_question_that_was_asked() {
        for (boolean right : new boolean[] {true, false}) {
            var night = silence();
            night.then(new Event.Asked(FINCH, ALDER, Seen.VIDEO, right));
            assertEquals(night.now.plus(Night.POLICY.lapse()), night.timer().at());
        }
        var seen = silence().then(new Event.SeenSafe(FINCH, Seen.VIDEO));
        assertEquals(seen.now.plus(Night.POLICY.lapse()), seen.timer().at());
        var led = silence().word(ALDER, Meaning.HELP).then(new Event.Looked(FINCH));
        led.leads(FINCH).then(new Event.SeenSafe(FINCH, Seen.VIDEO));
        assertEquals(led.now.plus(Night.POLICY.lapse()), led.timer().at());
    }

    private static Night silence() {
        return Night.about(AlarmKind.SILENCE, ALDER)
                .step(FINCH)
                .raised()
                .acknowledges(FINCH)
                .after(Duration.ofMinutes(7));
    }
}
