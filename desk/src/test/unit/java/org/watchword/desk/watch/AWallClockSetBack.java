package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.watchword.desk.watch.Night.FINCH;
import static org.watchword.desk.watch.Night.HERON;
import static org.watchword.desk.watch.Night.TERN;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AWallClockSetBack {
    private static final Duration HOUR = Duration.ofHours(1);
    private final Night night = Night.alarm().step(FINCH).step(HERON).raised();

    private static Duration left(Night night) {
        return Duration.between(night.now, night.timer().at());
    }

    @Test
    void does_not_delay_the_running_step() {
        night.after(Duration.ofSeconds(30)).after(HOUR.negated());

        night.then(new Event.ClockSetBack(HOUR, night.now));

        assertEquals(Duration.ofSeconds(90), left(night));
    }

    @Test
    void does_not_delay_an_answers_end() {
        night.acknowledges(FINCH).after(Duration.ofMinutes(10)).after(HOUR.negated());

        night.then(new Event.ClockSetBack(HOUR, night.now));

        assertEquals(Duration.ofMinutes(20), left(night));
    }

    @Test
    void that_nobody_has_reported_yet_does_not_delay_either() {
        night.after(HOUR.negated()).then(new Event.Noted(TERN));

        assertEquals(Duration.ofMinutes(2), left(night));
    }

    @Test
    void is_not_taken_off_twice() {
        night.after(HOUR.negated());
        var after = night.now;
        night.after(Duration.ofMillis(500)).then(new Event.Noted(TERN));

        night.after(Duration.ofMillis(500)).then(new Event.ClockSetBack(HOUR, after));

        assertEquals(Duration.ofSeconds(119).plusMillis(500), left(night));
    }

    @Test
    void does_not_stop_a_timer_whose_time_has_come_on_the_other_clock() {
        var timer = night.timer();
        night.after(Duration.ofMinutes(2)).after(HOUR.negated());

        assertEquals(List.of(HERON), night.then(Engine.due(timer)).rung());
    }
}
