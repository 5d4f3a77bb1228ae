package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.watch.NightDesk.FINCH;
import static org.watchword.desk.watch.NightDesk.HERON;
import static org.watchword.desk.watch.NightDesk.WREN;
import static org.watchword.desk.watch.SilentNight.SWIFT;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AWordOnDisk {
    private static final String WRENS = "+999 555 0101";
    private static final String SWIFTS = "+999 555 0104";

    @TempDir Path dir;
    private SilentNight night;

    @BeforeEach
    void found() {
        night = SilentNight.founded(dir);
    }

    @AfterEach
    void close() {
        night.close();
    }

    private PhoneLine phones() {
        var line = new PhoneLine(night.desk);
        line.number(WREN, WRENS);
        line.number(SWIFT, SWIFTS);
        return line;
    }

    private AlarmId only() {
        return night.desk.watch.openAlarms().getFirst().id();
    }

    @Test
    void that_forbids_to_call_back_says_that_and_nothing_else() {
        var line = phones();

        night.word(night.alder, Meaning.DURESS);

        String wrens = line.next(WRENS);
        assertTrue(wrens.contains("Do not call back. Speak to the case lead."), wrens);
        assertTrue(wrens.contains("ALDER"), wrens);
        assertTrue(line.next(SWIFTS).contains("Do not call back. You lead"), "to the lead");
        assertTrue(night.room(only()).head().doNotCall());
    }

    @Test
    void that_forbids_to_call_back_rings_the_lead_although_somebody_is_on_it() {
        AlarmId call = night.call("ALDER");
        night.desk.watch.acknowledge(call, FINCH);

        night.word(night.alder, Meaning.DURESS);

        assertEquals(call, only());
        assertTrue(night.desk.waiting(call).contains(SWIFT));
        assertEquals(OpenAlarm.State.HELD, night.room(call).head().state());
        night.desk.watch.acknowledge(call, SWIFT);
        assertFalse(night.desk.waiting(call).contains(SWIFT));
    }

    @Test
    void that_forbids_to_call_back_is_not_forgotten_by_a_restart() {
        AlarmId call = night.call("ALDER");
        night.desk.watch.acknowledge(call, FINCH);
        night.word(night.alder, Meaning.DURESS);
        int messages = night.desk.messages(call).size();

        night = night.again(dir);
        night.desk.pass(Duration.ofMinutes(2));

        assertTrue(night.room(call).head().doNotCall());
        assertTrue(night.desk.messages(call).size() > messages, "the lead is rung again");
    }

    @Test
    void refuses_the_end_to_anybody_but_the_lead_and_a_second_person() {
        AlarmId call = night.call("ALDER");
        night.word(night.alder, Meaning.DURESS);

        var refused = night.desk.watch.sayEnding(call, WREN, Seen.OTHER_LINE, "All is well.");
        assertInstanceOf(Reply.LeadFirst.class, refused);
        night.desk.watch.sayEnding(call, SWIFT, Seen.FACE_TO_FACE, "Seen.");
        assertTrue(night.isOpen(call));
        night.desk.watch.sayEnding(call, WREN, Seen.FACE_TO_FACE, "Seen, too.");

        assertFalse(night.isOpen(call));
    }

    @Test
    void that_asks_for_help_takes_one_of_many_into_an_alarm_of_its_own() {
        AlarmId incident =
                night.many(
                        "many-1",
                        List.of(
                                night.silence("w1/1", false, night.alder),
                                night.silence("w2/1", false, night.birch)));

        night.word(night.alder, Meaning.DURESS);

        assertEquals(List.of("Birch"), night.about(incident));
        assertFalse(night.room(incident).head().doNotCall());
        AlarmId own = night.openAbout(night.alder).orElseThrow();
        assertTrue(night.room(own).head().doNotCall());
    }

    @Test
    void that_is_late_stands_in_every_message_from_then_on() {
        var line = phones();
        night.silent("watch-1/1", night.alder);
        assertFalse(line.next(WRENS).contains("late word"));

        night.word(night.alder, Meaning.OK);
        night.desk.pass(Duration.ofMinutes(2));
        night.desk.pass(Duration.ofMinutes(2));

        assertTrue(line.next(WRENS).contains("A late word came: call back and ask."));
    }

    @Test
    void that_proves_nothing_stands_in_the_messages_too() {
        var line = phones();
        night.silent("watch-1/1", night.alder);
        line.next(WRENS);

        night.word(night.alder, Meaning.CONTACT);
        night.desk.pass(Duration.ofMinutes(4));
        night.desk.pass(Duration.ofMinutes(4));

        assertTrue(line.next(WRENS).contains("A word came that proves nothing."));
    }

    @Test
    void about_nobody_with_an_alarm_raises_none_unless_it_asks_for_help() {
        night.word(night.alder, Meaning.OK);
        night.word(night.alder, Meaning.CONTACT);
        assertEquals(0, night.open());

        night.word(night.alder, Meaning.HELP);

        assertEquals(1, night.open());
        assertEquals(List.of(WREN, FINCH), night.desk.waiting(only()));
    }

    @Test
    void of_a_drill_says_first_that_it_is_one() {
        var line = phones();
        night.silentInDrill("drill-1/1", night.twin(night.alder));
        assertTrue(line.next(WRENS).startsWith("Drill. "));

        night.word(night.twin(night.alder), Meaning.DURESS, true);

        assertTrue(line.next(WRENS).startsWith("Drill. "));
    }

    @Test
    void keeps_the_ladder_at_its_step_while_somebody_is_on_it() {
        night.desk.ladder(NightDesk.step(new Duty.OfPerson(HERON)));
        AlarmId alarm = night.silent("watch-1/1", night.alder);
        night.word(night.alder, Meaning.OK);

        night.desk.watch.acknowledge(alarm, WREN);

        assertEquals(OpenAlarm.State.HELD, night.room(alarm).head().state());
        assertTrue(night.room(alarm).head().signs().holdsUntil().isEmpty(), "held already");
    }
}
