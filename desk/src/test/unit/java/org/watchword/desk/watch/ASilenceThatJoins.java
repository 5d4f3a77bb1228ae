package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.watch.Night.ALDER;
import static org.watchword.desk.watch.Night.BIRCH;
import static org.watchword.desk.watch.Night.HERON;
import static org.watchword.desk.watch.Night.WREN;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ASilenceThatJoins {
    private static Night ringing() {
        return Night.about(AlarmKind.CALL, ALDER).step(WREN).step(HERON).raised();
    }

    private static Event silent(Night night, CodenameId who) {
        return new Event.SilenceJoined(List.of(Signs.About.of(who, night.now)));
    }

    @Test
    void rings_nobody_and_says_when_the_word_was_due() {
        var night = ringing();
        var before = night.timer();

        night.then(silent(night, ALDER));

        assertEquals(List.of(), night.rung());
        assertEquals(before, night.timer());
        assertEquals(List.of(LogKind.SILENCE_JOINED), night.logged());
        assertEquals(
                night.now,
                night.only(Effect.Log.class)
                        .getFirst()
                        .entry()
                        .word()
                        .orElseThrow()
                        .due()
                        .orElseThrow());
    }

    @Test
    void makes_the_alarm_one_about_both() {
        var night = ringing();

        night.then(silent(night, BIRCH)).then(silent(night, BIRCH));

        assertEquals(
                List.of(ALDER, BIRCH),
                night.alarm.signs().about().stream().map(Signs.About::who).toList());
    }

    @Test
    void rings_again_after_ten_minutes_where_somebody_is_on_it_and_nobody_looked() {
        var night = ringing().acknowledges(WREN).after(Duration.ofMinutes(1));
        night.then(silent(night, ALDER));

        assertEquals(night.now.plus(Duration.ofMinutes(10)), night.timer().at());
        assertTrue(night.timerFires().rung().contains(WREN));
    }

    @Test
    void rings_nobody_again_once_somebody_has_looked() {
        var night = ringing().acknowledges(WREN);
        night.then(silent(night, ALDER)).then(new Event.Looked(WREN));

        assertFalse(night.alarm.clockwork().joinDueAt().isPresent());
    }

    @Test
    void of_one_who_has_an_alarm_of_its_own_by_now_is_not_asked_for_here() {
        var night = Night.about(AlarmKind.MANY_SILENT, ALDER, BIRCH).step(WREN).raised();

        night.then(new Event.Parted(ALDER));

        assertEquals(
                List.of(BIRCH),
                night.alarm.signs().about().stream().map(Signs.About::who).toList());
        assertEquals(List.of(LogKind.OWN_ALARM), night.logged());
    }
}
