package org.watchword.desk.basis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchword.desk.accounts.HandClock;

/// At noon, unless somebody sets the wall clock.
class DeadlinesOnTwoClocks {
    private static final Instant NOON = Instant.parse("2021-02-04T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration TEN_YEARS = Duration.ofDays(3_653);

    private final HandClock clock = new HandClock(NOON);
    private final Deadlines deadlines = new Deadlines(clock);

    private long in(Duration wait) {
        Instant at = clock.instant().plus(wait);
        return deadlines.of(at, wait);
    }

    /// In how long a deadline comes for that instant, reckoned before the clock was moved.
    private Duration afterLeap(long before, Instant at) {
        long instant = Deadlines.nanos(at);
        long after = deadlines.follow().map(leap -> leap.deadline(before, instant)).orElse(before);
        return Duration.ofNanos(after - deadlines.now());
    }

    @Test
    void come_when_their_wait_is_over() {
        long deadline = in(HOUR);

        clock.pass(HOUR);

        assertEquals(deadline, deadlines.now());
    }

    @Test
    void are_one_for_one_instant_whenever_they_were_reckoned() {
        Instant at = NOON.plus(HOUR);
        long once = deadlines.of(at, HOUR);
        clock.pass(Duration.ofMinutes(7));

        assertEquals(once, deadlines.of(at, HOUR));
    }

    @Test
    void are_delayed_by_no_clock_that_is_set_back() {
        long deadline = in(HOUR);
        clock.jump(HOUR.multipliedBy(-3));

        assertEquals(HOUR, afterLeap(deadline, NOON.plus(HOUR)));
        assertEquals(HOUR.multipliedBy(3), deadlines.setBack());
        assertEquals(Duration.ZERO, deadlines.setBack());
    }

    @Test
    void come_nearer_when_it_leaps_ahead() {
        long deadline = in(HOUR);
        clock.jump(Duration.ofMinutes(20));

        assertTrue(deadlines.isMoved());
        assertEquals(Duration.ofMinutes(40), afterLeap(deadline, NOON.plus(HOUR)));
    }

    @Test
    void come_no_earlier_when_it_is_moved_to_and_fro() {
        Instant at = NOON.plus(HOUR);
        long deadline = in(HOUR);
        for (int i = 0; i < 5; i++) {
            clock.jump(HOUR.negated());
            assertEquals(HOUR, afterLeap(deadline, at));
            clock.jump(HOUR);
            assertEquals(HOUR, afterLeap(deadline, at));
        }
    }

    @Test
    void reckoned_under_a_clock_that_was_behind_come_by_the_clock_set_right() {
        deadlines.knowing(NOON);
        clock.jump(HOUR.multipliedBy(-5));
        assertEquals(HOUR, afterLeap(deadlines.now() + HOUR.toNanos(), NOON.plus(HOUR)));
        Instant at = clock.instant().plus(HOUR.multipliedBy(2));
        long deadline = deadlines.of(at, HOUR.multipliedBy(2));

        clock.jump(HOUR);

        assertEquals(HOUR, afterLeap(deadline, at));
    }

    @Test
    void wait_no_longer_than_from_the_newest_row_on() {
        clock.jump(TEN_YEARS.negated());
        var started = new Deadlines(clock);
        started.knowing(NOON);

        Instant at = NOON.plus(HOUR);
        assertEquals(HOUR.toNanos(), started.of(at, Duration.between(clock.instant(), at)));
    }

    @Test
    void come_at_their_instant_when_an_old_clock_is_set_right() {
        clock.jump(TEN_YEARS.negated());
        var started = new Deadlines(clock);
        started.knowing(NOON);
        Instant at = NOON.plus(HOUR);
        long deadline = started.of(at, Duration.between(clock.instant(), at));

        clock.jump(TEN_YEARS.plusMinutes(10));

        long after = started.follow().orElseThrow().deadline(deadline, Deadlines.nanos(at));
        assertEquals(Duration.ofMinutes(50), Duration.ofNanos(after - started.now()));
    }

    @Test
    void keep_the_wait_that_was_reckoned_by_an_old_clock() {
        clock.jump(TEN_YEARS.negated());
        var started = new Deadlines(clock);
        started.knowing(NOON);
        Instant at = clock.instant().plus(HOUR);
        long deadline = started.of(at, HOUR);

        clock.jump(TEN_YEARS);

        var leap = started.follow().orElseThrow();
        assertEquals(deadline, leap.deadline(deadline, Deadlines.nanos(at)));
        assertEquals(Deadlines.nanos(NOON.plus(HOUR)), leap.instant(Deadlines.nanos(at)));

        clock.jump(Duration.ofMillis(300));
        long moved = leap.instant(Deadlines.nanos(at));
        long after = started.follow().orElseThrow().deadline(deadline, moved);
        assertEquals(Duration.ofMillis(300).toNanos(), deadline - after);
    }

    @Test
    void take_whoever_was_kept_waiting_between_two_readings_for_no_clock_that_was_moved() {
        var slow = new ReadSlowly(clock);
        var read = new Deadlines(slow);
        slow.waits = HOUR;

        assertEquals(Optional.empty(), read.follow());
        assertEquals(Duration.ZERO, read.setBack());
        assertFalse(read.isMoved());
    }

    /// Once, its reader is kept waiting right after he has seen the wall clock.
    private static final class ReadSlowly implements DeskClock {
        private final HandClock clock;
        private Duration waits = Duration.ZERO;

        ReadSlowly(HandClock clock) {
            this.clock = clock;
        }

        @Override
        public Instant instant() {
            Instant wall = clock.instant();
            clock.pass(waits);
            waits = Duration.ZERO;
            return wall;
        }

        @Override
        public long monotonicNanos() {
            return clock.monotonicNanos();
        }
    }
}
