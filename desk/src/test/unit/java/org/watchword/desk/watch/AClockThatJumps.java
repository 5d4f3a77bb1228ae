package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.watchword.desk.accounts.HandClock;
import org.watchword.desk.basis.Sentence;

class AClockThatJumps {
    private final List<String> found = new ArrayList<>();

    private ClockWatch watching(HandClock clock) {
        return new ClockWatch(
                clock,
                new ClockWatch.Found() {
                    @Override
                    public void jumpedAhead(Sentence what) {
                        found.add("ahead " + what.gaps().get("seconds"));
                    }

                    @Override
                    public void setBack(Sentence what, Duration by, Instant to) {
                        assertEquals(by.toSeconds(), what.gaps().get("seconds"));
                        found.add("back " + by + " to " + to);
                    }

                    @Override
                    public void cannotBe(Sentence what) {
                        found.add(what.key());
                    }
                });
    }

    private List<String> look(ClockWatch watch) {
        found.clear();
        watch.look();
        return List.copyOf(found);
    }

    @Test
    void is_found_ahead_from_more_than_half_a_minute_on_and_once() {
        var clock = new HandClock(Night.START);
        var watch = watching(clock);
        clock.pass(Duration.ofHours(3));
        assertEquals(List.of(), look(watch), "time that passes is no jump");
        clock.jump(Duration.ofSeconds(30));
        assertEquals(List.of(), look(watch));
        clock.jump(Duration.ofSeconds(31));
        assertEquals(List.of("ahead 31"), look(watch));
        assertEquals(List.of(), look(watch));
    }

    @Test
    void is_found_set_back_from_more_than_two_seconds_on_and_says_whereto() {
        var clock = new HandClock(Night.START);
        var watch = watching(clock);
        clock.jump(Duration.ofSeconds(-2));
        assertEquals(List.of(), look(watch));
        clock.jump(Duration.ofSeconds(-3));
        assertEquals(List.of("back PT3S to " + Night.START.minusSeconds(5)), look(watch));
        assertEquals(List.of(), look(watch));
    }

    @Test
    void is_told_to_be_impossible_once_until_it_was_right_again() {
        var clock = new HandClock(ClockWatch.EARLIEST.minusSeconds(1));
        var watch = watching(clock);
        assertEquals(List.of("watch.trouble.clock-too-early"), look(watch));
        assertEquals(List.of(), look(watch));
        clock.pass(Duration.ofSeconds(1));
        assertEquals(List.of(), look(watch), "the first instant that can be");
        clock.jump(Duration.ofSeconds(-1));
        assertEquals(List.of("watch.trouble.clock-too-early"), look(watch));
    }
}
