package org.watchword.desk.ledger;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.ledger.ShownRows.Shown;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.Entry;
import org.watchword.formats.entry.OrganisationId;
import org.watchword.formats.snapshot.Snapshot;
import org.watchword.formats.snapshot.SnapshotFailure;
import org.watchword.formats.snapshot.Stretch;

/// What one member's own snapshots tell of the stretches in which the entries of a page lie, and
/// what is missing in them.
final class Remembered {
    private static final Logger LOG = LoggerFactory.getLogger(Remembered.class);

    private final Own own;
    private final TreeMap<Long, Part> parts = new TreeMap<>();

    private Remembered(Own own) {
        this.own = own;
    }

    /// Whose snapshots they are, and of which compartment.
    record Where(SnapshotRows rows, SnapshotRows.Whose whose, OrganisationId in) {
        Stretch stretch(long number, List<Shown> rows) {
            var place = whose.place();
            return new Stretch(
                    new Stretch.Place(in, place.ofCase(), place.compartment()),
                    SnapshotRows.first(number),
                    SnapshotRows.last(number),
                    rows.stream().map(Shown::row).toList());
        }

        /// As it lies there now.
        Stretch stretch(Handle handle, long number) {
            long first = SnapshotRows.first(number);
            long last = SnapshotRows.last(number);
            return stretch(number, ShownRows.between(handle, whose.compartment(), first, last));
        }
    }

    /// The same, with what opens them.
    record Own(Where where, Key key) {}

    /// A stretch, and what is remembered of it.
    private record Part(Stretch stretch, List<Shown> rows, Optional<Snapshot> snapshot) {
        boolean tells(long number) {
            return snapshot.filter(one -> one.tells(number)).isPresent();
        }
    }

    /// What is remembered of the entries of a page, and of those that are in a stretch with them.
    ///
    /// @param page without a gap, in either order, and not empty
    static Remembered of(Handle handle, Own own, List<Shown> page) {
        long one = SnapshotRows.stretch(page.getFirst().number());
        long other = SnapshotRows.stretch(page.getLast().number());
        var remembered = new Remembered(own);
        Where where = own.where();
        Map<Long, Octets> kept =
                where.rows()
                        .between(handle, where.whose(), Math.min(one, other), Math.max(one, other));
        long last = ShownRows.last(handle);
        byStretch(handle, where.whose().compartment(), page)
                .forEach((number, rows) -> {
                    // To one that can still grow nothing is bound.
                    if (SnapshotRows.last(number) <= last) {
                        remembered.add(number, rows, Optional.ofNullable(kept.get(number)));
                    }
                });
        return remembered;
    }

    private static Map<Long, List<Shown>> byStretch(
            Handle handle, long compartment, List<Shown> page) {
        boolean forth = page.getFirst().number() <= page.getLast().number();
        List<Shown> rising = forth ? page : page.reversed();
        long low = rising.getFirst().number();
        long high = rising.getLast().number();
        long first = SnapshotRows.first(SnapshotRows.stretch(low));
        long last = SnapshotRows.last(SnapshotRows.stretch(high));
        var all = new ArrayList<>(ShownRows.between(handle, compartment, first, low - 1));
        all.addAll(rising);
        all.addAll(ShownRows.between(handle, compartment, high + 1, last));
        var byStretch = new TreeMap<Long, List<Shown>>();
        for (Shown row : all) {
            byStretch
                    .computeIfAbsent(SnapshotRows.stretch(row.number()), _ -> new ArrayList<>())
                    .add(row);
        }
        return byStretch;
    }

    private void add(long number, List<Shown> rows, Optional<Octets> kept) {
        Stretch stretch = own.where().stretch(number, rows);
        Optional<Snapshot> snapshot =
                kept.flatMap(sealed ->
                        switch (Snapshot.open(sealed, stretch, own.key())) {
                            case Snapshot.Opened.Whole(Snapshot whole) -> Optional.of(whole);
                            case Snapshot.Opened.Refused(SnapshotFailure why) -> {
                                // Whatever the desk itself changes takes snapshots with it.
                                LOG.warn(
                                        "what a member had verified does not fit what lies there,"
                                                + " and is verified anew: {}",
                                        why);
                                yield Optional.empty();
                            }
                        });
        parts.put(number, new Part(stretch, rows, snapshot));
    }

    /// What stands at a number, if it is remembered.
    Optional<Entry> entry(long number) {
        Part part = parts.get(SnapshotRows.stretch(number));
        return part == null ? Optional.empty() : part.snapshot().flatMap(one -> one.entry(number));
    }

    /// A row beside those of the page.
    Optional<Shown> row(OptionalLong number) {
        if (number.isEmpty()) {
            return Optional.empty();
        }
        Part part = parts.get(SnapshotRows.stretch(number.getAsLong()));
        return part == null
                ? Optional.empty()
                : part.rows().stream()
                        .filter(row -> row.number() == number.getAsLong())
                        .findFirst();
    }

    /// Entries that are verified along with the page, so that the next one finds their stretch
    /// remembered as a whole.
    List<Long> missing() {
        return parts.values().stream()
                .filter(part -> part.snapshot().isEmpty())
                .flatMap(part -> part.rows().stream())
                .filter(row -> row.row().isHeld())
                .map(Shown::number)
                .toList();
    }

    /// What is to be kept: sealed over a stretch.
    record Anew(Where where, long number, Stretch over, Octets sealed) {}

    /// Snapshots that tell more than those that there are.
    ///
    /// @param opened what was verified now, by number
    List<Anew> with(Map<Long, ReadEntry> opened, SecureRandom random) {
        var anew = new ArrayList<Anew>();
        parts.forEach((number, part) -> {
            if (part.rows().stream().anyMatch(row -> isNew(row, part, opened))) {
                Octets sealed =
                        Snapshot.seal(own.key(), part.stretch(), entries(part, opened), random);
                anew.add(new Anew(own.where(), number, part.stretch(), sealed));
            }
        });
        return anew;
    }

    private static boolean isNew(Shown row, Part part, Map<Long, ReadEntry> opened) {
        return row.row().isHeld()
                && opened.get(row.number()) instanceof ReadEntry.Whole
                && !part.tells(row.number());
    }

    private SortedMap<Long, Entry> entries(Part part, Map<Long, ReadEntry> opened) {
        var entries = new TreeMap<Long, Entry>();
        for (Shown row : part.rows()) {
            if (row.row().isHeld()) {
                Optional<Entry> one =
                        opened.get(row.number()) instanceof ReadEntry.Whole whole
                                ? Optional.of(whole.entry())
                                : entry(row.number());
                one.ifPresent(entry -> entries.put(row.number(), entry));
            }
        }
        return entries;
    }
}
