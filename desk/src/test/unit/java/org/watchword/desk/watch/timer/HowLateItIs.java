package org.watchword.desk.watch.timer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.watchword.desk.basis.DeskClock;

/// How late it is at least, by two clocks.
class HowLateItIs {
    private static final Instant NOON = Instant.parse("2021-02-04T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final Hands clock = new Hands();
    private final Furthest furthest = new Furthest(clock);

    /// Two clocks in hand.
    private static final class Hands implements DeskClock {
        private Instant wall = NOON;
        private long nanos = 5;

        @Override
        public Instant instant() {
            return wall;
        }

        @Override
        public long monotonicNanos() {
            return nanos;
        }

        void pass(Duration time) {
            wall = wall.plus(time);
            nanos += time.toNanos();
        }

        void jump(Duration by) {
            wall = wall.plus(by);
        }
    }

    private void is(Instant wall, Instant late) {
        assertEquals(new Furthest.Now(wall, late), furthest.now());
    }

    @Test
    void is_what_the_wall_clock_says_while_nobody_moves_it() {
        is(NOON, NOON);
        clock.pass(HOUR);
        is(NOON.plus(HOUR), NOON.plus(HOUR));
    }

    @Test
    void runs_on_when_that_clock_is_set_back() {
        clock.pass(HOUR);
        is(NOON.plus(HOUR), NOON.plus(HOUR));
        clock.jump(HOUR.multipliedBy(-3));
        clock.pass(HOUR);
        is(NOON.minus(HOUR), NOON.plus(HOUR.multipliedBy(2)));
        assertEquals(HOUR.multipliedBy(3), furthest.now().behind());
    }

    @Test
    void is_what_it_says_again_once_it_has_come_so_far() {
        clock.jump(HOUR.negated());
        is(NOON.minus(HOUR), NOON);
        clock.jump(HOUR.multipliedBy(5));
        is(NOON.plus(HOUR.multipliedBy(4)), NOON.plus(HOUR.multipliedBy(4)));
    }

    @Test
    void is_no_earlier_than_what_was_written_before() {
        furthest.knowing(NOON.plus(HOUR));
        is(NOON, NOON.plus(HOUR));
        furthest.knowing(NOON);
        is(NOON, NOON.plus(HOUR));
        clock.pass(HOUR);
        is(NOON.plus(HOUR), NOON.plus(HOUR.multipliedBy(2)));
    }
}
