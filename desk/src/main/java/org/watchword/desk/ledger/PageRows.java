package org.watchword.desk.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jdbi.v3.core.Handle;
import org.watchword.formats.entry.Epoch;

/// The rows of a page, and those that its erased entries are vouched for by. They are opened in two
/// lanes, because verifying a thousand signatures takes one of them a tenth of a second.
///
/// @param erasing by their number
record PageRows(EntryRows.Some some, Map<Long, EntryRows.Row> erasing) {
    static final PageRows NONE = new PageRows(new EntryRows.Some(List.of(), false), Map.of());

    /// So few are not worth a second lane.
    private static final int FEW = 32;

    static PageRows of(Handle handle, long compartment, EntryRows.Some some) {
        Map<Long, EntryRows.Row> erasing = new HashMap<>();
        for (EntryRows.Row row : some.rows()) {
            OptionalLong by = row.erasedBy();
            if (by.isPresent()) {
                EntryRows.byNumber(handle, compartment, by.getAsLong())
                        .ifPresent(one -> erasing.put(one.number(), one));
            }
        }
        return new PageRows(some, erasing);
    }

    List<ReadEntry> read(Epoch epoch, Past past, EpochKeys keys) {
        List<EntryRows.Row> rows = some.rows();
        if (rows.size() <= FEW) {
            return read(rows, new EntryReader(epoch, past, keys));
        }
        int half = rows.size() / 2;
        var later =
                new FutureTask<>(() ->
                        read(rows.subList(half, rows.size()), new EntryReader(epoch, past, keys)));
        Thread.ofVirtual().name("second-lane").start(later);
        var all = new ArrayList<>(read(rows.subList(0, half), new EntryReader(epoch, past, keys)));
        all.addAll(end(later));
        return all;
    }

    private List<ReadEntry> read(List<EntryRows.Row> rows, EntryReader reader) {
        List<ReadEntry> entries = new ArrayList<>(rows.size());
        for (EntryRows.Row row : rows) {
            entries.add(reader.read(row, erasing));
        }
        return entries;
    }

    /// What it came to; whatever ended it ends this, too.
    private static List<ReadEntry> end(FutureTask<List<ReadEntry>> lane) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return lane.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new IllegalStateException("a lane ended", e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
