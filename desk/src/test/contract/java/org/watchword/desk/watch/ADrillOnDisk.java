package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.basis.Patience.await;
import static org.watchword.desk.watch.NightDesk.FINCH;
import static org.watchword.desk.watch.NightDesk.HERON;
import static org.watchword.desk.watch.NightDesk.WREN;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.delivery.MessageState;
import org.watchword.desk.watch.Drilling.What;

class ADrillOnDisk {
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

    private OpenAlarm head(AlarmId alarm) {
        return night.room(alarm).head();
    }

    private CodenameId about(AlarmId drill) {
        return assertInstanceOf(Who.Named.class, head(drill).who()).id();
    }

    @Test
    void rings_the_real_ladder_about_a_twin_but_not_whoever_began_it() {
        AlarmId drill = night.drill(What.CALL, "alder");

        assertTrue(head(drill).drill());
        assertEquals(List.of(FINCH), night.desk.waiting(drill));
        assertNotEquals(night.alder, about(drill));
        assertEquals(Optional.of("Send Heron."), night.room(drill).plan());
        assertEquals(Optional.empty(), night.openAbout(night.alder));
    }

    @Test
    void says_in_every_message_that_it_is_one() {
        var line = new PhoneLine(night.desk);
        line.number(FINCH, "+999 555 0102");

        AlarmId drill = night.drill(What.SILENCE, "ALDER");
        String ring = line.next("+999 555 0102");
        night.endDrill(drill, WREN);
        String over = line.next("+999 555 0102");

        assertTrue(ring.startsWith("Drill. ALDER IN A DRILL"), ring);
        assertTrue(over.startsWith("Drill. ALDER IN A DRILL"), over);
    }

    @Test
    void uses_one_twin_again_with_the_plan_of_today() {
        AlarmId first = night.drill(What.CALL, "ALDER");
        night.endDrill(first, FINCH);
        var now = new Codename(night.alder, "Alder", "Send Finch.", Optional.empty());
        assertInstanceOf(Codename.Done.class, night.desk.watch.ladders().changeCodename("", now));

        AlarmId second = night.drill(What.CALL, "ALDER in a drill");

        assertEquals(about(first), about(second));
        assertEquals(Optional.of("Send Finch."), night.room(second).plan());
    }

    @Test
    void about_an_invented_name_is_about_nobody_real() {
        AlarmId drill = night.drill(What.CALL, "Heath");

        assertTrue(head(drill).drill());
        assertEquals(
                List.of("Alder", "Birch"),
                night.desk.watch.ladders().realCodenames().stream().map(Codename::name).toList());
        night.endDrill(drill, WREN);
        assertEquals(about(drill), about(night.drill(What.CALL, "HEATH")));
    }

    @Test
    void begins_with_a_name_only() {
        assertEquals(new Drilling.Begun.NoName(), night.begin(What.CALL, "  "));
        assertEquals(new Drilling.Begun.NoName(), night.begin(What.CALL, "x".repeat(61)));
        assertEquals(0, night.open());
    }

    @Test
    void is_the_only_one() {
        night.drill(What.CALL, "ALDER");

        assertEquals(new Drilling.Begun.AnotherRuns(), night.begin(What.CALL, "BIRCH"));
        assertEquals(1, night.open());
    }

    @Test
    void does_not_begin_while_anything_real_is_open() {
        AlarmId call = night.call("ALDER");
        assertEquals(new Drilling.Begun.SomethingReal(), night.begin(What.CALL, "BIRCH"));

        night.desk.watch.acknowledge(call, FINCH);

        assertEquals(new Drilling.Begun.SomethingReal(), night.begin(What.CALL, "BIRCH"));
        assertEquals(1, night.open());
    }

    @Test
    void is_ended_by_any_one_person_and_only_once() {
        AlarmId drill = night.drill(What.CALL, "ALDER");

        assertEquals(new Reply.Kept(), night.endDrill(drill, HERON));

        assertFalse(night.isOpen(drill));
        assertEquals(LogKind.DRILL_ENDED, night.room(drill).log().getLast().kind());
        assertEquals(new Reply.AlreadyClosed(), night.endDrill(drill, HERON));
    }

    @Test
    void is_the_only_alarm_that_one_person_ends_so() {
        AlarmId call = night.call("ALDER");

        assertEquals(new Reply.NoDrill(), night.endDrill(call, HERON));

        assertTrue(night.isOpen(call));
    }

    @Test
    void ends_by_itself_after_half_an_hour_also_when_the_desk_was_started_again() {
        AlarmId drill = night.drill(What.CALL, "ALDER");
        night.desk.pass(Duration.ofMinutes(20));
        night = night.again(dir);
        assertTrue(night.isOpen(drill));

        night.desk.pass(Duration.ofMinutes(10));

        assertFalse(night.isOpen(drill));
        assertEquals(LogKind.DRILL_TIME_OVER, night.room(drill).log().getLast().kind());
    }

    @Test
    void ends_when_somebody_logs_a_call() {
        AlarmId drill = night.drill(What.CALL, "ALDER");

        AlarmId call = night.call("BIRCH");

        assertFalse(night.isOpen(drill));
        assertEquals(LogKind.DRILL_OVER, night.room(drill).log().getLast().kind());
        assertFalse(head(call).drill());
    }

    @Test
    void ends_when_the_desk_itself_rings() {
        AlarmId drill = night.drill(What.CALL, "ALDER");

        night.desk.watch.ring(Sentence.of("watch.trouble.clock-too-early"));

        await(() -> !night.isOpen(drill), () -> "the drill goes on");
    }

    @Test
    void leaves_nothing_of_itself_waiting_before_the_first_ring_of_a_real_alarm() {
        AlarmId drill = night.drill(What.CALL, "ALDER");
        night.desk.watch.acknowledge(drill, FINCH);
        night.desk.watch.passOn(drill, FINCH, HERON);

        AlarmId call = night.call("ALDER");

        assertTrue(
                night.desk.messages(drill).stream()
                        .filter(message -> message.state() == MessageState.QUEUED)
                        .allMatch(message -> MessageKey.read(message.key()).orElseThrow().over()));
        assertEquals(List.of(FINCH), night.desk.waiting(call), "who took the drill is rung");
    }

    @Test
    void of_a_silence_ends_with_a_real_help_word_of_that_very_person() {
        AlarmId drill = night.drill(What.SILENCE, "ALDER");

        night.word(night.alder, Meaning.HELP);

        assertFalse(night.isOpen(drill));
        AlarmId help = night.openAbout(night.alder).orElseThrow();
        assertEquals(AlarmKind.HELP, head(help).kind());
        assertEquals(List.of(WREN, FINCH), night.desk.waiting(help));
    }

    @Test
    void hears_the_words_of_its_own_card_and_no_real_ones() {
        AlarmId drill = night.drill(What.SILENCE, "ALDER");

        night.word(night.alder, Meaning.OK);
        assertFalse(head(drill).signs().aLateWordCame());
        night.word(about(drill), Meaning.OK, true);

        assertTrue(head(drill).signs().aLateWordCame());
    }

    @Test
    void practises_a_help_word_of_its_own_card() {
        AlarmId drill = night.drill(What.SILENCE, "ALDER");

        night.word(about(drill), Meaning.HELP, true);

        assertTrue(night.isOpen(drill));
        assertTrue(head(drill).isTheLeads());
        assertEquals(1, night.open());
    }

    @Test
    void that_is_over_makes_a_help_word_of_its_card_a_real_one() {
        AlarmId drill = night.drill(What.SILENCE, "ALDER");
        night.endDrill(drill, WREN);

        night.word(about(drill), Meaning.HELP, true);

        AlarmId help = night.openAbout(night.alder).orElseThrow();
        assertFalse(head(help).drill());
        assertEquals(List.of(WREN, FINCH), night.desk.waiting(help));
    }

    @Test
    void is_begun_by_no_call_even_about_a_name_of_drills() {
        night.endDrill(night.drill(What.CALL, "ALDER"), WREN);

        AlarmId call = night.call("alder in a drill");

        assertFalse(head(call).drill());
        assertEquals(Optional.of(call), night.openAbout(night.alder));
    }

    @Test
    void stays_one_whoever_is_named_in_it() {
        AlarmId drill = night.drill(What.CALL, "ALDER");
        CallId call = night.room(drill).calls().getFirst().id();

        var reply = night.desk.watch.addToCall(drill, call, CallField.WHO, "Birch", WREN);

        assertEquals(new Reply.StaysADrill(), reply);
        assertTrue(head(drill).drill());
        assertEquals(Optional.empty(), night.openAbout(night.birch));
    }
}
