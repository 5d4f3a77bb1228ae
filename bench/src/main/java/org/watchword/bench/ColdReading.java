package org.watchword.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.watchword.desk.ledger.Rehearsal;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.entry.DataKey;
import org.watchword.formats.entry.EntryOpener;
import org.watchword.formats.slot.EpochKey;
import org.watchword.formats.slot.ReadingKey;
import org.watchword.formats.slot.SettledSlots;
import org.watchword.formats.slot.Slot;

/// A process that opens and verifies all entries of a file, as a desk does for the first member who
/// opens a case after a start; with a second argument, once it has rehearsed that. It says how many
/// opened, and its own seconds of processor and clock.
public final class ColdReading {
    private static final int THREADS = 2;

    private ColdReading() {}

    public static void main(String[] arguments)
            throws IOException, InterruptedException, ExecutionException {
        var kept = KeptEntries.read(Path.of(arguments[0]));
        if (arguments.length > 1) {
            Rehearsal.once(new HeldLedger.SystemClock(), new SecureRandom());
        }
        ColdCase.rest();
        long begin = System.nanoTime();
        Duration before = used();
        long opened = opened(kept);
        double clock = (System.nanoTime() - begin) / 1e9;
        Duration all = used();
        System.out.printf("%d %f %f %f%n", opened, seconds(all.minus(before)), seconds(all), clock);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static Duration used() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    private static long opened(KeptEntries kept) throws InterruptedException, ExecutionException {
        var key = new EpochKey(kept.epoch(), new ReadingKey(Key.taking(kept.seed().bytes())));
        List<Future<Long>> parts = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(THREADS);
                var slots = new SettledSlots(key)) {
            int size = Math.ceilDiv(kept.rows().size(), THREADS);
            for (int from = 0; from < kept.rows().size(); from += size) {
                int to = Math.min(kept.rows().size(), from + size);
                List<KeptEntries.Row> part = kept.rows().subList(from, to);
                parts.add(threads.submit(() -> opened(part, slots)));
            }
            long opened = 0;
            for (Future<Long> part : parts) {
                opened += part.get();
            }
            return opened;
        }
    }

    private static long opened(List<KeptEntries.Row> rows, SettledSlots slots) {
        var opener = new EntryOpener();
        long opened = 0;
        for (KeptEntries.Row row : rows) {
            var slot = slots.open(row.slot().bytes(), row.place(), row.leaf().keyCommitment());
            if (slot instanceof Slot.Open<DataKey>(DataKey key)) {
                try (key) {
                    var entry = opener.open(row.entry(), row.leaf(), row.place(), key);
                    opened += entry instanceof EntryOpener.Opened.Whole ? 1 : 0;
                }
            }
        }
        return opened;
    }
}
