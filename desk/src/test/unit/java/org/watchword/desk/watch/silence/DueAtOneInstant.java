package org.watchword.desk.watch.silence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.watchword.desk.basis.Patience.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.watchword.desk.accounts.HandClock;

class DueAtOneInstant {
    private static final Instant NOON = Instant.parse("2021-02-04T12:00:00Z");
    private static final Instant TEN = NOON.plus(Duration.ofHours(10));

    private final HandClock clock = new HandClock(NOON);
    private final List<List<DueTimes.Entry>> fired =
            Collections.synchronizedList(new ArrayList<>());

    private final DueTimes.Firing firing =
            new DueTimes.Firing() {
                @Override
                public CompletableFuture<?> fire(List<DueTimes.Entry> due) {
                    fired.add(due);
                    return CompletableFuture.completedFuture(due.size());
                }

                @Override
                public void clockSetBack(Duration by) {}
            };

    private static DueTimes.Entry entry(long watch) {
        return new DueTimes.Entry(new WatchId(watch), 1);
    }

    @Test
    void is_fired_in_one_piece_however_long_each_commit_took() {
        try (var times = new DueTimes(clock, 100, firing)) {
            for (long watch = 1; watch <= 5; watch++) {
                Duration wait = Duration.between(clock.instant(), TEN);
                clock.pass(Duration.ofMillis(7 * watch));
                times.arm(entry(watch), TEN, wait);
            }
            clock.pass(Duration.between(clock.instant(), TEN));
            times.start();
            await(() -> !fired.isEmpty(), () -> "nothing fired");
            await(times::isIdle, () -> "still firing");
        }
        assertEquals(1, fired.size(), fired::toString);
        assertEquals(5, fired.getFirst().size());
    }

    /// As at a start, where a million rows are read one after the other.
    @Test
    void is_fired_in_one_piece_however_long_it_took_to_read_the_rows() {
        try (var times = new DueTimes(clock, 100, firing)) {
            Duration wait = Duration.between(clock.instant(), TEN);
            for (long watch = 1; watch <= 5; watch++) {
                clock.pass(Duration.ofMillis(7 * watch));
                times.add(entry(watch), TEN, wait);
            }
            clock.pass(Duration.between(clock.instant(), TEN));
            times.start();
            await(() -> !fired.isEmpty(), () -> "nothing fired");
            await(times::isIdle, () -> "still firing");
        }
        assertEquals(1, fired.size(), fired::toString);
    }
}
