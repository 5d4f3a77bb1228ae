package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.watch.Night.FINCH;
import static org.watchword.desk.watch.Night.HERON;
import static org.watchword.desk.watch.Night.WREN;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ADrillHasAnEnd {
    private static final Instant END = Night.START.plus(Policy.DRILL_LASTS);

    private static Night begun() {
        return Night.drill().step(FINCH).step(HERON).raised();
    }

    /// Fires timers until it is over, or for an hour.
    private static void wait(Night night) {
        Instant enough = night.now.plus(Duration.ofHours(1));
        while (!night.alarm.isClosed() && night.now.isBefore(enough)) {
            night.timerFires();
        }
    }

    @Test
    void comes_by_itself_when_nobody_answers() {
        var night = begun();

        wait(night);

        assertTrue(night.alarm.isClosed());
        assertEquals(END, night.now);
        assertEquals(List.of(LogKind.DRILL_TIME_OVER), night.logged());
        assertEquals(List.of(FINCH, HERON), told(night));
    }

    private static List<?> told(Night night) {
        return night.only(Effect.Tell.class).stream().map(Effect.Tell::person).distinct().toList();
    }

    @Test
    void comes_by_itself_when_somebody_is_on_it() {
        var night = begun().acknowledges(FINCH);
        assertTrue(night.alarm.isHeld());

        wait(night);

        assertTrue(night.alarm.isClosed());
        assertEquals(END, night.now);
    }

    @Test
    void comes_no_later_when_the_clock_is_set_back() {
        var night = begun().acknowledges(FINCH);
        night.now = night.now.plus(Duration.ofMinutes(10)).minus(Duration.ofHours(1));
        night.then(new Event.ClockSetBack(Duration.ofHours(1), night.now));

        wait(night);

        assertTrue(night.alarm.isClosed());
        assertEquals(END.minus(Duration.ofHours(1)), night.now);
    }

    @Test
    void is_given_by_one_person_at_once_and_the_others_are_told() {
        var night = begun();

        night.after(Duration.ofSeconds(20)).then(new Event.DrillEndedBy(WREN));

        assertTrue(night.alarm.isClosed());
        assertEquals(List.of(LogKind.DRILL_ENDED), night.logged());
        assertEquals(List.of(FINCH), told(night));
        assertEquals(List.of(FINCH), night.withdrawn());
    }

    @Test
    void like_that_comes_to_no_alarm_that_is_none() {
        var night = Night.call().step(FINCH).raised();

        night.then(new Event.DrillEndedBy(FINCH));
        assertEquals(new Reply.NoDrill(), night.reply);
        night.then(new Event.DrillOver());
        wait(night);

        assertFalse(night.alarm.isClosed());
    }
}
