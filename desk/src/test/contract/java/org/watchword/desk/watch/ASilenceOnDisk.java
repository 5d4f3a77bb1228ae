package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
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

class ASilenceOnDisk {
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

    @Test
    void rings_everybody_on_duty_about_whom_and_since_when() {
        AlarmId alarm = night.silent("watch-1/1", night.alder);

        assertEquals(List.of(WREN, FINCH), night.desk.waiting(alarm));
        assertEquals(new Who.Named(night.alder, "Alder"), night.room(alarm).head().who());
        assertEquals(night.due, night.room(alarm).head().since());
        assertEquals(Optional.of("Send Heron."), night.room(alarm).plan());
    }

    @Test
    void raises_once_for_one_key_ever() {
        AlarmId first = night.silent("watch-1/1", night.alder);
        assertEquals(first, night.silent("watch-1/1", night.alder));
        end(first);

        assertEquals(first, night.silent("watch-1/1", night.alder));

        assertEquals(0, night.open());
        assertNotEquals(first, night.silent("watch-1/2", night.alder));
    }

    private void end(AlarmId alarm) {
        night.desk.watch.sayEnding(alarm, WREN, Seen.FACE_TO_FACE, "Sat with me.");
        night.desk.watch.sayEnding(alarm, FINCH, Seen.VIDEO, "Spoke, and I know the face.");
        assertFalse(night.isOpen(alarm));
    }

    @Test
    void joins_a_call_about_the_same_person_and_rings_nobody_for_it() {
        AlarmId call = night.call("ALDER");
        int messages = night.desk.messages(call).size();

        assertEquals(call, night.silent("watch-1/1", night.alder));

        assertEquals(1, night.open());
        assertEquals(messages, night.desk.messages(call).size());
        var line = night.room(call).log().getLast();
        assertEquals(LogKind.SILENCE_JOINED, line.kind());
        assertEquals(Optional.of(night.due), line.due());
    }

    @Test
    void of_a_flat_brings_the_others_into_the_alarm_that_runs() {
        AlarmId call = night.call("ALDER");

        night.silent("watch-1/1", night.alder, night.birch);

        assertEquals(List.of("Alder", "Birch"), night.about(call));
        assertEquals(Optional.of(call), night.openAbout(night.birch));
    }

    @Test
    void stays_in_the_alarm_it_joined_when_the_call_is_about_somebody_else() {
        AlarmId call = night.call("ALDER");
        night.silent("watch-1/1", night.birch, night.alder);
        CallId id = night.room(call).calls().getFirst().id();

        night.desk.watch.addToCall(call, id, CallField.WHO, "Somebody Else", WREN);

        assertEquals(List.of("Alder", "Birch"), night.about(call));
    }

    @Test
    void of_many_is_one_incident_with_a_list() {
        CodenameId rowan = night.desk.codename("Rowan", "");
        AlarmId call = night.call("ALDER");

        AlarmId incident =
                night.many(
                        "many-1",
                        List.of(
                                night.silence("w1/1", false, night.alder),
                                night.silence("w2/1", false, night.birch),
                                night.silence("w3/1", false, rowan)));

        assertEquals(2, night.open());
        assertEquals(List.of("Birch", "Rowan"), night.about(incident));
        assertEquals(LogKind.SILENCE_JOINED, night.room(call).log().getLast().kind());
        assertEquals(incident, night.silent("w2/1", night.birch));
    }

    @Test
    void of_more_joins_the_incident_as_long_as_it_is_open() {
        AlarmId incident = night.many("many-1", List.of(night.silence("w1/1", false, night.alder)));

        assertEquals(
                incident, night.many("many-1", List.of(night.silence("w2/1", false, night.birch))));
        assertEquals(List.of("Alder", "Birch"), night.about(incident));
        assertEquals(
                incident, night.many("many-1", List.of(night.silence("w2/1", false, night.birch))));
        assertEquals(1, night.open());
    }

    @Test
    void survives_a_restart_with_its_hold() {
        AlarmId alarm = night.silent("watch-1/1", night.alder);
        night.word(night.alder, Meaning.OK);
        Signs before = night.room(alarm).head().signs();
        assertTrue(before.allSpoke());

        night = night.again(dir);

        assertEquals(before, night.room(alarm).head().signs());
        night.desk.pass(Duration.ofMinutes(2));
        assertEquals(List.of(WREN, FINCH, HERON), night.desk.waiting(alarm));
    }

    @Test
    void of_a_drill_never_meets_a_real_alarm() {
        AlarmId call = night.call("ALDER");
        CodenameId twin = night.twin(night.alder);

        AlarmId drill = night.silentInDrill("drill-1/1", twin);

        assertNotEquals(call, drill);
        assertTrue(night.room(drill).head().drill());
        assertEquals(Optional.empty(), night.openAbout(twin));
        night.word(twin, Meaning.OK, true);
        assertFalse(night.room(call).head().signs().aLateWordCame());
    }

    @Test
    void that_is_real_ends_the_drill_and_tells_whoever_it_rang() {
        CodenameId twin = night.twin(night.alder);
        AlarmId drill = night.silentInDrill("drill-1/1", twin);

        night.word(night.alder, Meaning.HELP);

        assertFalse(night.isOpen(drill));
        assertEquals(LogKind.DRILL_OVER, night.room(drill).log().getLast().kind());
        assertTrue(night.openAbout(night.alder).isPresent());
    }

    @Test
    void of_a_drill_ends_no_drill() {
        CodenameId twin = night.twin(night.alder);
        AlarmId drill = night.silentInDrill("drill-1/1", twin);

        night.silentInDrill("drill-2/1", night.birch);
        night.word(twin, Meaning.HELP, true);

        assertTrue(night.isOpen(drill));
    }

    @Test
    void of_a_drill_rings_nobody_while_something_real_is_open() {
        night.call("ALDER");

        AlarmId drill = night.silentInDrill("drill-1/1", night.twin(night.alder));

        assertFalse(night.isOpen(drill));
        assertEquals(List.of(), night.desk.messages(drill));
    }
}
