package org.watchword.desk.watch.silence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.watchword.desk.accounts.HandClock;
import org.watchword.desk.basis.Deadlines;

class AHeapOfDueTimes {
    private record Entry(long deadline, long generation, long watch) {}

    private static final Comparator<Entry> ORDER =
            Comparator.comparingLong(Entry::deadline).thenComparingLong(Entry::generation);

    private final long seed = new Random().nextLong();

    @Test
    void gives_out_what_a_queue_of_objects_would() {
        var random = new Random(seed);
        var heap = new DueHeap();
        var queue = new PriorityQueue<>(ORDER);
        for (int i = 0; i < 200_000; i++) {
            if (random.nextInt(100) < 60 || queue.isEmpty()) {
                // Unique generations, so that the order is.
                var entry = new Entry(random.nextInt(5_000) - 2_500, i, random.nextLong());
                heap.add(entry.deadline(), entry.generation(), entry.watch(), 0);
                queue.add(entry);
            } else {
                assertEquals(queue.remove(), first(heap), () -> "seed " + seed);
                heap.removeFirst();
            }
            assertEquals(queue.size(), heap.size());
        }
        while (!heap.isEmpty()) {
            assertEquals(queue.remove(), first(heap), () -> "seed " + seed);
            heap.removeFirst();
        }
        assertTrue(queue.isEmpty());
    }

    private static Entry first(DueHeap heap) {
        return new Entry(heap.firstDeadline(), heap.firstGeneration(), heap.firstWatch());
    }

    @Test
    void holds_a_million() {
        var random = new Random(seed);
        var heap = new DueHeap();
        for (int i = 0; i < 1_000_000; i++) {
            heap.add(random.nextLong(), i, i, 0);
        }
        long last = Long.MIN_VALUE;
        for (int i = 0; i < 1_000_000; i++) {
            assertTrue(last <= heap.firstDeadline(), () -> "seed " + seed);
            last = heap.firstDeadline();
            heap.removeFirst();
        }
    }

    @Test
    void is_in_order_again_after_a_leap() {
        var random = new Random(seed);
        var clock = new HandClock(Instant.parse("2021-02-04T12:00:00Z"));
        var deadlines = new Deadlines(clock);
        var heap = new DueHeap();
        var queue = new PriorityQueue<>(ORDER);
        clock.jump(Duration.ofHours(5));
        Deadlines.Leap leap = deadlines.follow().orElseThrow();
        long noon = Deadlines.nanos(clock.instant().minus(Duration.ofHours(5)));
        for (int i = 0; i < 10_000; i++) {
            long deadline = random.nextLong(Duration.ofHours(9).toNanos());
            long instant = noon + random.nextLong(Duration.ofHours(9).toNanos());
            heap.add(deadline, i, i, instant);
            queue.add(new Entry(leap.deadline(deadline, instant), i, i));
        }

        heap.follow(leap);

        while (!heap.isEmpty()) {
            assertEquals(queue.remove(), first(heap), () -> "seed " + seed);
            heap.removeFirst();
        }
        assertTrue(queue.isEmpty());
    }
}
