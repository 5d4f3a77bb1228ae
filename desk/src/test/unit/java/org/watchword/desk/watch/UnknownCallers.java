package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.watch.Night.FINCH;
import static org.watchword.desk.watch.Night.HERON;
import static org.watchword.desk.watch.Night.WREN;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnknownCallers {
    private static final Event ANOTHER = new Event.SomethingAdded(Optional.of(WREN));

    private static Night incident() {
        return Night.of(AlarmKind.UNKNOWN_CALLERS).step(WREN).step(FINCH).step(HERON).raised();
    }

    private static Night heldIncident() {
        return incident().acknowledges(FINCH).after(Duration.ofMinutes(5));
    }

    @Test
    void the_first_one_rings_at_once() {
        assertEquals(List.of(FINCH), incident().rung());
    }

    @Test
    void a_later_one_rings_nobody_at_first() {
        assertEquals(List.of(), heldIncident().then(ANOTHER).rung());
    }

    @Test
    void a_later_one_rings_again_after_ten_minutes_when_nobody_has_looked() {
        var night = heldIncident().then(ANOTHER);
        assertEquals(night.now.plus(Duration.ofMinutes(10)), night.timer().at());

        night.timerFires();

        assertEquals(List.of(WREN), night.rung(), "the ladder begins anew, for everybody");
        assertTrue(night.logged().contains(LogKind.RINGS_AGAIN));
    }

    @Test
    void many_later_ones_wait_no_longer_than_the_first_of_them() {
        var night = heldIncident().then(ANOTHER);
        var due = night.timer().at();

        night.after(Duration.ofMinutes(4)).then(ANOTHER);

        assertEquals(due, night.timer().at());
    }

    @Test
    void a_look_is_enough_to_stay_quiet() {
        var night = heldIncident().then(ANOTHER).then(new Event.Looked(FINCH));

        assertEquals(Alarm.TimerKind.LAPSE, night.timer().kind());
        assertTrue(night.logged().contains(LogKind.LOOKED));
        assertEquals(List.of(), night.then(new Event.Looked(FINCH)).logged());
    }

    @Test
    void a_note_is_a_look() {
        var night = heldIncident().then(ANOTHER).then(new Event.Noted(FINCH));

        assertEquals(Alarm.TimerKind.LAPSE, night.timer().kind());
    }

    @Test
    void a_later_one_changes_nothing_while_the_ladder_climbs() {
        var night = incident();
        var before = night.timer();

        night.after(Duration.ofSeconds(30)).then(ANOTHER);

        assertEquals(before, night.timer());
        assertFalse(night.alarm.isHeld());
    }

    @Test
    void one_officer_ends_the_incident() {
        assertTrue(heldIncident().then(new Event.EndedBy(FINCH)).alarm.isClosed());
    }
}
