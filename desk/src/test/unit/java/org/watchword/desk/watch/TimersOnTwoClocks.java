package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.watchword.desk.accounts.HandClock;

class TimersOnTwoClocks {
    private static final AlarmId ALARM = new AlarmId(1);
    private final HandClock clock = new HandClock(Night.START);
    private final LinkedBlockingQueue<Long> fired = new LinkedBlockingQueue<>();
    private final List<CompletableFuture<String>> turns = new CopyOnWriteArrayList<>();
    private volatile boolean disk = true;
    private final Timers timers =
            new Timers(
                    clock,
                    (_, timer) -> {
                        boolean kept = disk;
                        fired.add(timer.generation());
                        var turn = new CompletableFuture<String>();
                        turns.add(turn);
                        if (kept) {
                            turn.complete("kept");
                        } else {
                            turn.completeExceptionally(new IllegalStateException("full"));
                        }
                        return turn;
                    },
                    () -> {});

    @AfterEach
    void close() {
        timers.close();
    }

    private void armed(long generation, Duration wait) {
        timers.arm(
                ALARM,
                new Alarm.Timer(Alarm.TimerKind.STEP_ENDS, generation, clock.instant().plus(wait)),
                wait);
    }

    private long next() throws InterruptedException {
        Long generation = fired.poll(20, TimeUnit.SECONDS);
        assertTrue(generation != null, "nothing fired");
        return generation;
    }

    @Test
    void fire_in_the_order_in_which_they_are_due() throws InterruptedException {
        armed(1, Duration.ofMinutes(3));
        armed(2, Duration.ofMinutes(1));
        armed(3, Duration.ofMinutes(2));
        timers.start();

        clock.pass(Duration.ofMinutes(5));

        assertEquals(List.of(2L, 3L, 1L), List.of(next(), next(), next()));
    }

    @Test
    void a_wall_clock_set_back_delays_none() throws InterruptedException {
        timers.start();
        armed(1, Duration.ofMinutes(2));
        clock.jump(Duration.ofHours(-3));

        clock.pass(Duration.ofMinutes(2));

        assertEquals(1, next());
    }

    @Test
    void a_wall_clock_that_jumps_ahead_brings_all_nearer() throws InterruptedException {
        timers.start();
        armed(1, Duration.ofMinutes(2));

        clock.jump(Duration.ofMinutes(2));

        assertEquals(1, next());
    }

    @Test
    void one_armed_after_a_jump_waits_its_whole_time() {
        armed(1, Duration.ofMinutes(1));
        clock.jump(Duration.ofHours(1));
        armed(2, Duration.ofMinutes(2));

        clock.jump(Duration.ofMinutes(1));
        armed(3, Duration.ofMinutes(3));

        assertEquals(Optional.of(clock.instant().minus(Duration.ofMinutes(60))), timers.nextDue());
    }

    @Test
    void what_could_not_be_kept_is_fired_again() throws InterruptedException {
        disk = false;
        timers.start();
        armed(1, Duration.ZERO);
        assertEquals(1, next());
        disk = true;

        Long again = null;
        while (again == null) {
            clock.pass(Duration.ofSeconds(2));
            again = fired.poll(50, TimeUnit.MILLISECONDS);
        }
        assertEquals(1, again);
    }

    @Test
    void what_is_overdue_when_armed_fires_at_once() throws InterruptedException {
        timers.start();
        armed(1, Duration.ofMinutes(-7));

        assertEquals(1, next());
    }
}
