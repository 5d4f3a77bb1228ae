package org.watchword.desk.watch.silence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;

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
                heap.add(entry.deadline(), entry.generation(), entry.watch());
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
            heap.add(random.nextLong(), i, i);
        }
        long last = Long.MIN_VALUE;
        for (int i = 0; i < 1_000_000; i++) {
            assertTrue(last <= heap.firstDeadline(), () -> "seed " + seed);
            last = heap.firstDeadline();
            heap.removeFirst();
        }
    }
}
