package org.watchword.desk.forgetting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.watchword.desk.basis.DeskClock;

class ADayOfForgetting {
    private static final class Clocks implements DeskClock {
        private Instant wall = Instant.parse("2021-02-04T12:00:00Z");
        private long nanos = -5;

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
    }

    private final Clocks clock = new Clocks();
    private final Days days = new Days(clock);

    @Test
    void comes_at_the_start_and_every_day() {
        assertTrue(days.isDue());
        days.begin(Duration.ofDays(1));
        clock.pass(Duration.ofHours(23));
        assertFalse(days.isDue());
        clock.pass(Duration.ofHours(1));
        assertTrue(days.isDue());
    }

    @Test
    void a_clock_that_jumped_makes_nothing_old_for_a_day() {
        days.begin(Duration.ofDays(1));
        clock.pass(Duration.ofHours(23));
        clock.wall = clock.wall.plus(Duration.ofDays(4_000));
        assertFalse(days.isDue());
        clock.pass(Duration.ofHours(2));
        assertFalse(days.isDue(), "it would have been time by the other clock");
        clock.wall = clock.wall.minus(Duration.ofDays(4_000));
        assertFalse(days.isDue(), "somebody put it right");
        clock.pass(Duration.ofDays(1));
        assertTrue(days.isDue());
    }

    @Test
    void a_clock_that_is_put_right_by_seconds_holds_up_nothing() {
        days.begin(Duration.ofDays(1));
        clock.wall = clock.wall.plusSeconds(40);
        clock.pass(Duration.ofDays(1));
        assertTrue(days.isDue());
    }

    @Test
    void no_team_keeps_anything_longer_than_ninety_days() {
        assertEquals(Duration.ofDays(90), new Retention(90, 90).of(Forgetful.Term.TEXTS));
        assertThrows(IllegalArgumentException.class, () -> new Retention(91, 30));
        assertThrows(IllegalArgumentException.class, () -> new Retention(14, 0));
        assertEquals(Duration.ofDays(14), Retention.USUAL.of(Forgetful.Term.CHECK_INS));
        assertEquals(Duration.ofDays(30), Retention.USUAL.of(Forgetful.Term.TEXTS));
    }
}
