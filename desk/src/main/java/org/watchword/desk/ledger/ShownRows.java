package org.watchword.desk.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.EntryId;
import org.watchword.formats.snapshot.Stretch;

/// The rows of `entry` without what is sealed in them, which is nearly all of their bytes.
final class ShownRows {
    private static final String ROWS =
            """
            SELECT e.number, e.epoch, e.erased_by, e.entry_id, e.leaf, length(e.sealed) AS length,
                s.epoch AS slot_epoch, s.kind
            FROM entry e LEFT JOIN entry_slot s ON s.entry = e.number
            WHERE e.compartment = :compartment\
            """;

    /// An entry as it shows itself.
    ///
    /// @param epoch in which it was written
    /// @param erasedBy the entry that says that it was erased
    /// @param length of what is sealed
    /// @param slot empty where there is none
    record Shown(
            long number,
            long epoch,
            OptionalLong erasedBy,
            EntryId id,
            Octets leaf,
            int length,
            Optional<Lies> slot) {
        /// As a snapshot is bound to it.
        Stretch.Row row() {
            return new Stretch.Row(number, epoch, erasedBy.orElse(0), length, id, leaf);
        }
    }

    /// Where a slot lies.
    ///
    /// @param epoch whose members open it
    record Lies(long epoch, boolean isInbound) {}

    /// A part of them.
    ///
    /// @param more whether others come after the last of these
    record Some(List<Shown> rows, boolean more) {}

    /// Those after a number, until there are so many or they get too long. At least one, if any.
    static Some after(Handle handle, long compartment, long number, int most) {
        return some(handle, " AND e.number > :number ORDER BY e.number", compartment, number, most);
    }

    /// The same before a number, the last first.
    static Some before(Handle handle, long compartment, long number, int most) {
        String last = " AND e.number < :number ORDER BY e.number DESC";
        return some(handle, last, compartment, number, most);
    }

    private static Some some(Handle handle, String which, long compartment, long number, int most) {
        var rows = new ArrayList<Shown>();
        long bytes = 0;
        try (ResultIterator<Shown> each =
                handle.createQuery(ROWS + which + " LIMIT :limit")
                        .bind("compartment", compartment)
                        .bind("number", number)
                        .bind("limit", most + 1)
                        .map((row, _) -> shown(row))
                        .iterator()) {
            while (each.hasNext()) {
                if (rows.size() == most || bytes >= CaseLimits.ENTRY_PAGE_BYTES) {
                    return new Some(rows, true);
                }
                Shown row = each.next();
                bytes += row.length();
                rows.add(row);
            }
        }
        return new Some(rows, false);
    }

    /// All between two numbers, both counted in, the lowest first.
    static List<Shown> between(Handle handle, long compartment, long first, long last) {
        if (first > last) {
            return List.of();
        }
        return handle.createQuery(ROWS + " AND e.number BETWEEN :first AND :last ORDER BY e.number")
                .bind("compartment", compartment)
                .bind("first", first)
                .bind("last", last)
                .map((row, _) -> shown(row))
                .list();
    }

    /// The highest number of all compartments' entries; 0 where there are none.
    static long last(Handle handle) {
        return handle.createQuery("SELECT coalesce(max(number), 0) FROM entry")
                .mapTo(Long.class)
                .one();
    }

    private static Shown shown(ResultSet row) throws SQLException {
        return new Shown(
                row.getLong("number"),
                row.getLong("epoch"),
                EntryRows.erasedBy(row),
                EntryRows.id(row.getBytes("entry_id")),
                Octets.of(row.getBytes("leaf")),
                row.getInt("length"),
                lies(row));
    }

    private static Optional<Lies> lies(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return kind == null
                ? Optional.empty()
                : Optional.of(new Lies(row.getLong("slot_epoch"), EntryRows.isInbound(kind)));
    }

    private ShownRows() {}
}
