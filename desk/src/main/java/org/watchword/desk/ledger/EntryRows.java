package org.watchword.desk.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.store.RowNumbers;
import org.watchword.desk.store.Turn;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.EntryId;
import org.watchword.formats.entry.Leaf;
import org.watchword.formats.entry.SealedEntry;

/// The rows of `entry` and `entry_slot`. All that they show is how many there are, how long they
/// are up to a class, and in which order they came.
final class EntryRows {
    private static final String TABLE = "entry";
    private static final String INBOUND = "inbound";
    private static final String SETTLED = "settled";
    private static final String COLUMNS =
            """
            SELECT e.number, e.epoch, e.erased_by, e.entry_id, e.leaf, e.sealed,
                s.epoch AS slot_epoch, s.kind, s.slot
            FROM entry e LEFT JOIN entry_slot s ON s.entry = e.number\
            """;

    /// @param epoch in which it was written
    /// @param erasedBy the entry that says that it was erased
    record Row(
            long number,
            long epoch,
            OptionalLong erasedBy,
            EntryId id,
            Octets leaf,
            SealedEntry sealed,
            Optional<SlotRow> slot) {}

    /// @param epoch whose members open it
    record SlotRow(long epoch, boolean isInbound, Octets slot) {}

    /// What is to be kept of an entry.
    record Fresh(EntryId id, long epoch, SealedEntry sealed, Leaf leaf, SlotRow slot) {}

    /// All between two numbers, both counted in.
    static List<Row> between(Handle handle, long compartment, long first, long last) {
        return handle.createQuery(
                        COLUMNS
                                + " WHERE e.compartment = :compartment"
                                + " AND e.number BETWEEN :first AND :last")
                .bind("compartment", compartment)
                .bind("first", first)
                .bind("last", last)
                .map((row, _) -> row(row))
                .list();
    }

    /// The numbers of the last so many before a number, the last first. Nothing is opened for it.
    static List<Long> numbersBefore(Handle handle, long compartment, long number, int most) {
        return handle.createQuery(
                        """
                        SELECT number FROM entry WHERE compartment = :compartment
                          AND number < :number ORDER BY number DESC LIMIT :most\
                        """)
                .bind("compartment", compartment)
                .bind("number", number)
                .bind("most", most)
                .mapTo(Long.class)
                .list();
    }

    static Optional<Row> byNumber(Handle handle, long compartment, long number) {
        return handle.createQuery(
                        COLUMNS + " WHERE e.compartment = :compartment AND e.number = :number")
                .bind("compartment", compartment)
                .bind("number", number)
                .map((row, _) -> row(row))
                .findOne();
    }

    static Optional<Row> byId(Handle handle, long compartment, EntryId id) {
        return handle.createQuery(
                        COLUMNS + " WHERE e.compartment = :compartment AND e.entry_id = :id")
                .bind("compartment", compartment)
                .bind("id", id.octets().bytes())
                .map((row, _) -> row(row))
                .findOne();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("number"),
                row.getLong("epoch"),
                erasedBy(row),
                id(row.getBytes("entry_id")),
                Octets.of(row.getBytes("leaf")),
                new SealedEntry(Octets.of(row.getBytes("sealed"))),
                slot(row));
    }

    static OptionalLong erasedBy(ResultSet row) throws SQLException {
        long erasedBy = row.getLong("erased_by");
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(erasedBy);
    }

    /// What has another length is no id; cut or filled up it names no entry that opens.
    static EntryId id(byte[] kept) {
        return new EntryId(Octets.of(Arrays.copyOf(kept, EntryId.BYTES)));
    }

    private static Optional<SlotRow> slot(ResultSet row) throws SQLException {
        byte[] slot = row.getBytes("slot");
        if (slot == null) {
            return Optional.empty();
        }
        boolean isInbound = isInbound(row.getString("kind"));
        return Optional.of(new SlotRow(row.getLong("slot_epoch"), isInbound, Octets.of(slot)));
    }

    static boolean isInbound(String kind) {
        return INBOUND.equals(kind);
    }

    /// The leaves of the last so many, the last first.
    static List<Octets> lastLeaves(Handle handle, long compartment, int most) {
        return handle.createQuery(
                        """
                        SELECT leaf FROM entry WHERE compartment = :compartment
                        ORDER BY number DESC LIMIT :most\
                        """)
                .bind("compartment", compartment)
                .bind("most", most)
                .map((row, _) -> Octets.of(row.getBytes(1)))
                .list();
    }

    /// Keeps an entry with its slot, and gives its number.
    static long insert(Turn turn, long compartment, Fresh fresh) {
        long number = RowNumbers.next(turn, TABLE);
        turn.handle()
                .createUpdate(
                        """
                        INSERT INTO entry (number, compartment, epoch, entry_id, leaf, sealed)
                        VALUES (:number, :compartment, :epoch, :id, :leaf, :sealed)\
                        """)
                .bind("number", number)
                .bind("compartment", compartment)
                .bind("epoch", fresh.epoch())
                .bind("id", fresh.id().octets().bytes())
                .bind("leaf", fresh.leaf().bytes())
                .bind("sealed", fresh.sealed().octets().bytes())
                .execute();
        turn.handle()
                .createUpdate(
                        """
                        INSERT INTO entry_slot (entry, compartment, epoch, kind, slot)
                        VALUES (:number, :compartment, :epoch, :kind, :slot)\
                        """)
                .bind("number", number)
                .bind("compartment", compartment)
                .bind("epoch", fresh.slot().epoch())
                .bind("kind", fresh.slot().isInbound() ? INBOUND : SETTLED)
                .bind("slot", fresh.slot().slot().bytes())
                .execute();
        return number;
    }

    /// Nobody comes to its key any more, and what it sealed is gone, too; and so is whatever
    /// anybody remembered of its compartment.
    static void erase(Turn turn, long compartment, long number, long by) {
        SnapshotRows.drop(turn, compartment);
        turn.handle()
                .createUpdate("DELETE FROM entry_slot WHERE entry = :number")
                .bind("number", number)
                .execute();
        GlassRows.drop(turn, number);
        EnclosureRows.drop(turn, number);
        turn.handle()
                .createUpdate(
                        "UPDATE entry SET sealed = x'', erased_by = :by WHERE number = :number")
                .bind("number", number)
                .bind("by", by)
                .execute();
    }

    /// Whether an entry says that another was erased.
    static boolean erasesAnother(Handle handle, long number) {
        return handle.createQuery("SELECT count(*) FROM entry WHERE erased_by = :number")
                        .bind("number", number)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /// How many slots there are.
    static long slots(Handle handle, long compartment) {
        return handle.createQuery(
                        "SELECT count(*) FROM entry_slot WHERE compartment = :compartment")
                .bind("compartment", compartment)
                .mapTo(Long.class)
                .one();
    }

    /// How many slots are not settled in this epoch.
    static long unsettled(Handle handle, long compartment, long epoch) {
        return handle.createQuery(
                        """
                        SELECT count(*) FROM entry_slot
                        WHERE compartment = :compartment
                          AND (epoch <> :epoch OR kind = 'inbound')\
                        """)
                .bind("compartment", compartment)
                .bind("epoch", epoch)
                .mapTo(Long.class)
                .one();
    }

    /// Whether slots of another epoch than this are left.
    static boolean hasOlder(Handle handle, long compartment, long epoch) {
        return handle.createQuery(
                        """
                        SELECT EXISTS (SELECT 1 FROM entry_slot
                            WHERE compartment = :compartment AND epoch < :epoch)\
                        """)
                .bind("compartment", compartment)
                .bind("epoch", epoch)
                .mapTo(Boolean.class)
                .one();
    }

    /// What is to be settled, of one entry.
    record Unsettled(long number, long epoch, EntryId id, Octets leaf, SlotRow slot) {}

    /// Some that are not settled in this epoch, after a number.
    static List<Unsettled> unsettled(
            Handle handle, long compartment, long epoch, long after, int most) {
        return handle.createQuery(
                        """
                        SELECT e.number, e.epoch, e.entry_id, e.leaf,
                            s.epoch AS slot_epoch, s.kind, s.slot
                        FROM entry_slot s JOIN entry e ON e.number = s.entry
                        WHERE s.compartment = :compartment AND s.entry > :after
                          AND (s.epoch <> :epoch OR s.kind = 'inbound')
                        ORDER BY s.entry LIMIT :most\
                        """)
                .bind("compartment", compartment)
                .bind("epoch", epoch)
                .bind("after", after)
                .bind("most", most)
                .map((row, _) ->
                        new Unsettled(
                                row.getLong("number"),
                                row.getLong("epoch"),
                                id(row.getBytes("entry_id")),
                                Octets.of(row.getBytes("leaf")),
                                slot(row).orElseThrow()))
                .list();
    }

    /// Puts a settled slot in the place of that one; nothing when another stands there by now.
    static boolean settle(Turn turn, Unsettled before, long epoch, Octets slot) {
        return turn.handle()
                        .createUpdate(
                                """
                                UPDATE entry_slot SET epoch = :epoch, kind = 'settled', slot = :slot
                                WHERE entry = :entry AND slot = :before\
                                """)
                        .bind("entry", before.number())
                        .bind("before", before.slot().slot().bytes())
                        .bind("epoch", epoch)
                        .bind("slot", slot.bytes())
                        .execute()
                == 1;
    }

    private EntryRows() {}
}
