package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.watch.Night.FINCH;
import static org.watchword.desk.watch.Night.HERON;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StaleTimers {
    private final Night night = Night.alarm().step(FINCH).step(HERON).raised();

    @Test
    void change_nothing() {
        var old = night.timer();
        night.acknowledges(FINCH);
        var held = night.alarm;

        night.then(Engine.due(old));

        assertInstanceOf(Reply.Stale.class, night.reply);
        assertEquals(held, night.alarm);
        assertEquals(List.of(), night.effects);
    }

    @Test
    void that_fire_twice_ring_once() {
        var timer = night.timer();
        night.timerFires();
        assertEquals(List.of(HERON), night.rung());

        assertEquals(List.of(), night.then(Engine.due(timer)).rung());
    }

    @Test
    void of_another_kind_under_the_same_number_change_nothing() {
        night.then(new Event.LapseDue(night.timer().generation()));

        assertInstanceOf(Reply.Stale.class, night.reply);
    }

    @Test
    void every_new_timer_has_a_new_number() {
        long first = night.timer().generation();

        assertTrue(night.timerFires().timer().generation() > first);
    }

    @Test
    void a_late_one_says_how_late_it_is() {
        night.now = night.timer().at().plus(Duration.ofSeconds(42));
        night.then(Engine.due(night.timer()));

        var late =
                night.only(Effect.Log.class).stream()
                        .map(Effect.Log::entry)
                        .filter(entry -> entry.kind() == LogKind.FIRED_LATE)
                        .toList();
        assertEquals(42, late.getFirst().seconds());
        assertEquals(List.of(HERON), night.rung());
    }

    @Test
    void a_timer_that_stays_is_not_set_again_and_one_that_is_set_lasts_from_now() {
        var night = Night.alarm().step(FINCH).raised();
        assertEquals(List.of(Duration.ofMinutes(2)), lasts(night));

        night.after(Duration.ofSeconds(30)).then(new Event.MembersChanged());
        assertEquals(List.of(), lasts(night));

        night.acknowledges(FINCH);
        assertEquals(List.of(Night.POLICY.lapse()), lasts(night));
    }

    private static List<Duration> lasts(Night night) {
        return night.only(Effect.Arm.class).stream().map(Effect.Arm::lasts).toList();
    }
}
