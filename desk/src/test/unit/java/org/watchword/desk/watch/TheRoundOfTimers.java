package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.watchword.desk.accounts.HandClock;
import org.watchword.desk.basis.HandPace;
import org.watchword.desk.basis.Pace.Rest;

class TheRoundOfTimers {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final HandClock clock = new HandClock(Night.START);
    private final HandPace pace = new HandPace();
    private final List<Long> fired = new ArrayList<>();
    private final List<CompletableFuture<Boolean>> turns = new ArrayList<>();
    private int looks;
    private boolean throwing;
    private final Timers timers = new Timers(clock, this::fire, () -> looks++, pace);

    private CompletableFuture<?> fire(AlarmId alarm, Alarm.Timer timer) {
        fired.add(timer.generation());
        if (throwing) {
            throw new IllegalStateException("no room for another turn");
        }
        var turn = new CompletableFuture<Boolean>();
        turns.add(turn);
        return turn;
    }

    private void armed(long generation, Duration wait) {
        var at = clock.instant().plus(wait);
        var timer = new Alarm.Timer(Alarm.TimerKind.STEP_ENDS, generation, at);
        timers.arm(new AlarmId(1), timer, wait);
    }

    private void lost(int turn) {
        turns.get(turn).completeExceptionally(new IllegalStateException("the disk is full"));
    }

    @Test
    void rests_until_the_first_is_due_and_looks_around_every_second() {
        armed(1, MINUTE.multipliedBy(2));
        armed(2, MINUTE);

        assertEquals(Optional.of(new Rest(MINUTE, SECOND)), pace.round());
        assertEquals(Optional.of(Night.START.plus(MINUTE)), timers.nextDue());
        assertEquals(1, looks);
        assertEquals(List.of(), fired);
    }

    @Test
    void has_nothing_to_wait_for_where_none_is_armed() {
        assertEquals(Optional.of(Rest.looking(SECOND)), pace.round());
        assertEquals(Optional.empty(), timers.nextDue());
        assertTrue(timers.isIdle());
    }

    @Test
    void rests_no_time_below_nothing() {
        armed(1, MINUTE);
        pace.round();
        armed(2, MINUTE.multipliedBy(-1));
        clock.pass(SECOND);
        throwing = true;
        pace.round();
        clock.pass(MINUTE);

        throwing = false;
        assertEquals(Optional.of(Rest.looking(SECOND)), pace.round());
    }

    @Test
    void fires_what_is_due_to_the_moment() {
        armed(1, MINUTE);
        clock.pass(MINUTE.minusNanos(1));
        pace.round();
        assertEquals(List.of(), fired);

        clock.pass(Duration.ofNanos(1));
        pace.round();
        assertEquals(List.of(1L), fired);
    }

    @Test
    void fires_those_of_one_moment_by_generation() {
        armed(7, MINUTE);
        armed(3, MINUTE);
        armed(5, MINUTE);
        clock.pass(MINUTE);
        pace.round();

        assertEquals(List.of(3L, 5L, 7L), fired);
    }

    @Test
    void is_idle_only_once_all_that_was_due_is_kept() {
        armed(1, MINUTE);
        assertTrue(timers.isIdle());
        clock.pass(MINUTE);
        assertFalse(timers.isIdle(), "it is due");
        pace.round();
        assertFalse(timers.isIdle(), "it is being fired");
        turns.getFirst().complete(true);
        assertTrue(timers.isIdle());
    }

    @Test
    void is_not_idle_while_the_wall_clock_was_moved() {
        clock.jump(MINUTE);
        assertFalse(timers.isIdle());
        pace.round();
        assertTrue(timers.isIdle());
    }

    @Test
    void fires_again_after_a_second_what_was_not_kept() {
        armed(1, Duration.ZERO);
        pace.round();
        lost(0);
        assertEquals(Optional.of(new Rest(SECOND, SECOND)), pace.round());
        assertEquals(List.of(1L), fired);

        clock.pass(SECOND);
        pace.round();
        assertEquals(List.of(1L, 1L), fired);
    }

    @Test
    void fires_again_what_had_no_room_and_what_comes_behind_it_too() {
        throwing = true;
        armed(1, Duration.ZERO);
        armed(2, Duration.ZERO);
        pace.round();
        throwing = false;
        clock.pass(SECOND);
        pace.round();
        turns.forEach(turn -> turn.complete(true));

        assertEquals(List.of(1L, 2L, 1L, 2L), fired);
        assertTrue(timers.isIdle());
    }

    @Test
    void is_woken_by_whatever_changes_when_it_must_be_up() {
        assertFalse(pace.isStarted());
        timers.start();
        assertTrue(pace.isStarted());
        armed(1, MINUTE);
        assertTrue(pace.isWoken(), "another was armed");
        pace.round();
        clock.pass(MINUTE);
        assertTrue(pace.isWoken(), "the clock was moved");
        pace.round();
        lost(0);
        assertTrue(pace.isWoken(), "a turn was lost");
        pace.round();
        timers.close();
        assertTrue(pace.isWoken(), "it is over");
        assertEquals(List.of(SECOND.multipliedBy(5)), pace.waited());
    }

    @Test
    void is_over_once_it_is_closed() {
        armed(1, MINUTE);
        armed(2, MINUTE.multipliedBy(2));
        clock.pass(MINUTE);
        pace.round();
        timers.close();
        lost(0);
        clock.pass(MINUTE.multipliedBy(2));

        assertEquals(Optional.empty(), pace.round());
        assertEquals(List.of(1L), fired);
        assertEquals(1, looks);
    }

    @Test
    void all_are_nearer_when_the_wall_clock_came_nearer() {
        armed(1, MINUTE.multipliedBy(10));
        armed(2, MINUTE.multipliedBy(30));
        clock.jump(MINUTE.multipliedBy(9));

        assertEquals(Optional.of(new Rest(MINUTE, SECOND)), pace.round());
        clock.pass(MINUTE);
        assertEquals(Optional.of(new Rest(MINUTE.multipliedBy(20), SECOND)), pace.round());
    }

    /// A machine whose battery is dead begins ten years ago.
    @Test
    void a_clock_behind_the_newest_row_is_not_believed() {
        timers.knowing(Night.START.plus(Duration.ofDays(3_650)));
        armed(1, Duration.ofDays(3_650).plus(MINUTE));

        assertEquals(Optional.of(new Rest(MINUTE, SECOND)), pace.round());
    }
}
