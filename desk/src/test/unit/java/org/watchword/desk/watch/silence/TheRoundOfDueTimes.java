package org.watchword.desk.watch.silence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.watchword.desk.accounts.HandClock;
import org.watchword.desk.basis.HandPace;
import org.watchword.desk.basis.Pace.Rest;

class TheRoundOfDueTimes {
    private static final Instant NOON = Instant.parse("2021-02-04T12:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int AT_ONCE = 3;

    private final HandClock clock = new HandClock(NOON);
    private final HandPace pace = new HandPace();
    private final List<List<Long>> fired = new ArrayList<>();
    private final List<CompletableFuture<Boolean>> turns = new ArrayList<>();
    private final List<Duration> setBack = new ArrayList<>();
    private boolean throwing;
    private final DueTimes times = new DueTimes(clock, AT_ONCE, new Turns(), pace);

    private final class Turns implements DueTimes.Firing {
        @Override
        public CompletableFuture<?> fire(List<DueTimes.Entry> due) {
            fired.add(due.stream().map(one -> one.watch().value()).toList());
            if (throwing) {
                throw new IllegalStateException("no room for another turn");
            }
            var turn = new CompletableFuture<Boolean>();
            turns.add(turn);
            return turn;
        }

        @Override
        public void clockSetBack(Duration by) {
            setBack.add(by);
        }
    }

    private void armed(long watch, Duration wait) {
        times.arm(entry(watch), clock.instant().plus(wait), wait);
    }

    private static DueTimes.Entry entry(long watch) {
        return new DueTimes.Entry(new WatchId(watch), 1);
    }

    private void lost(int turn) {
        turns.get(turn).completeExceptionally(new IllegalStateException("the disk is full"));
    }

    @Test
    void rests_until_the_first_is_due_and_looks_around_every_second() {
        armed(1, MINUTE.multipliedBy(2));
        armed(2, MINUTE);

        assertEquals(Optional.of(new Rest(MINUTE, SECOND)), pace.round());
        assertEquals(Optional.of(NOON.plus(MINUTE)), times.nextDue());
        assertEquals(List.of(), fired);
    }

    @Test
    void has_nothing_to_wait_for_where_none_is_armed() {
        assertEquals(Optional.of(Rest.looking(SECOND)), pace.round());
        assertEquals(Optional.empty(), times.nextDue());
        assertTrue(times.isIdle());
    }

    @Test
    void fires_what_is_due_to_the_moment() {
        armed(1, MINUTE);
        clock.pass(MINUTE.minusNanos(1));
        pace.round();
        assertEquals(List.of(), fired);

        clock.pass(Duration.ofNanos(1));
        pace.round();
        assertEquals(List.of(List.of(1L)), fired);
    }

    @Test
    void fires_so_many_in_a_turn_and_the_others_in_the_next() {
        for (long watch = 1; watch <= 7; watch++) {
            armed(watch, Duration.ofSeconds(watch));
        }
        clock.pass(MINUTE);
        pace.round();

        assertEquals(List.of(List.of(1L, 2L, 3L), List.of(4L, 5L, 6L), List.of(7L)), fired);
    }

    @Test
    void fires_each_by_itself_when_their_turn_was_lost() {
        armed(1, Duration.ZERO);
        armed(2, Duration.ZERO);
        pace.round();
        lost(0);

        assertEquals(List.of(List.of(1L, 2L), List.of(1L), List.of(2L)), fired);
        assertFalse(times.isIdle());
        turns.get(1).complete(true);
        assertFalse(times.isIdle(), "the other is being fired");
        turns.get(2).complete(true);
        assertTrue(times.isIdle());
    }

    @Test
    void fires_one_alone_again_after_a_second() {
        armed(1, Duration.ZERO);
        pace.round();
        lost(0);
        assertEquals(Optional.of(new Rest(SECOND, SECOND)), pace.round());
        assertEquals(1, fired.size());

        clock.pass(SECOND);
        pace.round();
        assertEquals(List.of(List.of(1L), List.of(1L)), fired);
    }

    @Test
    void fires_again_what_had_no_room() {
        throwing = true;
        armed(1, Duration.ZERO);
        pace.round();
        throwing = false;
        clock.pass(SECOND);
        pace.round();
        turns.getFirst().complete(true);

        assertEquals(List.of(List.of(1L), List.of(1L)), fired);
        assertTrue(times.isIdle());
    }

    @Test
    void is_idle_only_once_all_that_was_due_is_kept() {
        armed(1, MINUTE);
        assertTrue(times.isIdle());
        clock.pass(MINUTE);
        assertFalse(times.isIdle(), "it is due");
        pace.round();
        assertFalse(times.isIdle(), "it is being fired");
        turns.getFirst().complete(true);
        assertTrue(times.isIdle());
    }

    @Test
    void tells_once_that_the_wall_clock_was_set_back() {
        clock.jump(MINUTE.multipliedBy(-5));
        assertFalse(times.isIdle(), "the clock was moved");
        pace.round();
        pace.round();

        assertEquals(List.of(MINUTE.multipliedBy(5)), setBack);
        assertTrue(times.isIdle());
    }

    @Test
    void tells_nobody_that_it_leapt_ahead() {
        armed(1, MINUTE.multipliedBy(10));
        clock.jump(MINUTE.multipliedBy(9));

        assertEquals(Optional.of(new Rest(MINUTE, SECOND)), pace.round());
        assertEquals(List.of(), setBack);
    }

    @Test
    void is_woken_by_whatever_changes_when_it_must_be_up() {
        assertFalse(pace.isStarted());
        times.start();
        assertTrue(pace.isStarted());
        times.add(entry(9), NOON.plus(MINUTE.multipliedBy(60)), MINUTE.multipliedBy(60));
        assertFalse(pace.isWoken(), "whoever adds many wakes it himself");
        armed(1, MINUTE);
        assertTrue(pace.isWoken(), "another was armed");
        pace.round();
        clock.pass(MINUTE);
        assertTrue(pace.isWoken(), "the clock was moved");
        pace.round();
        lost(0);
        assertTrue(pace.isWoken(), "a turn was lost");
        pace.round();
        times.close();
        assertTrue(pace.isWoken(), "it is over");
        assertEquals(List.of(SECOND.multipliedBy(5)), pace.waited());
    }

    @Test
    void is_over_once_it_is_closed() {
        armed(1, Duration.ZERO);
        armed(2, Duration.ZERO);
        pace.round();
        times.close();
        lost(0);
        clock.pass(MINUTE);

        assertEquals(Optional.empty(), pace.round());
        assertEquals(List.of(List.of(1L, 2L)), fired);
        assertEquals(Optional.empty(), times.nextDue());
    }

    /// A machine whose battery is dead begins ten years ago.
    @Test
    void a_clock_behind_the_newest_row_is_not_believed() {
        times.knowing(NOON.plus(Duration.ofDays(3_650)));
        armed(1, Duration.ofDays(3_650).plus(MINUTE));

        assertEquals(Optional.of(new Rest(MINUTE, SECOND)), pace.round());
    }
}
