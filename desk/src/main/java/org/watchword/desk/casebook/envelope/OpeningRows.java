package org.watchword.desk.casebook.envelope;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.FieldSeal.Place;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.store.RowNumbers;
import org.watchword.desk.store.Turn;
import org.watchword.desk.watch.AlarmId;
import org.watchword.desk.watch.CodenameId;

/// The rows of `envelope_opening`.
final class OpeningRows {
    private static final String TABLE = "envelope_opening";

    private final FieldSeal seal;

    OpeningRows(FieldSeal seal) {
        this.seal = seal;
    }

    /// An envelope in an alarm.
    record InAlarm(AlarmId alarm, CodenameId codename) {}

    List<Opening> of(Handle handle, InAlarm where) {
        return handle.createQuery(
                        """
                        SELECT * FROM envelope_opening
                        WHERE alarm_id = :alarm AND codename_id = :codename ORDER BY id\
                        """)
                .bind("alarm", where.alarm().value())
                .bind("codename", where.codename().value())
                .map((row, _) -> opening(row))
                .list();
    }

    private Opening opening(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        byte[] reason = row.getBytes("reason");
        return new Opening(
                id,
                new PersonId(row.getLong("person_id")),
                reason == null ? "" : seal.openOr(place(id), reason, "?"),
                Instant.ofEpochMilli(row.getLong("asked_at")),
                agreed(row),
                open(row));
    }

    private static Optional<Opening.Agreed> agreed(ResultSet row) throws SQLException {
        long by = row.getLong("agreed_by");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(
                        new Opening.Agreed(
                                new PersonId(by), Instant.ofEpochMilli(row.getLong("agreed_at"))));
    }

    private static Optional<Opening.Open> open(ResultSet row) throws SQLException {
        long at = row.getLong("opened_at");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(
                        new Opening.Open(
                                Instant.ofEpochMilli(at),
                                Instant.ofEpochMilli(row.getLong("closes_at"))));
    }

    private static Place place(long id) {
        return new Place(TABLE, "reason", id);
    }

    /// Somebody asks.
    ///
    /// @return its number
    long ask(Turn turn, InAlarm where, PersonId by, String reason, Instant now) {
        long id = RowNumbers.next(turn, TABLE);
        turn.handle()
                .createUpdate(
                        """
                        INSERT INTO envelope_opening
                            (id, alarm_id, codename_id, person_id, reason, asked_at)
                        VALUES (:id, :alarm, :codename, :by, :reason, :now)\
                        """)
                .bind("id", id)
                .bind("alarm", where.alarm().value())
                .bind("codename", where.codename().value())
                .bind("by", by.value())
                .bind("reason", seal.seal(place(id), reason))
                .bind("now", now.toEpochMilli())
                .execute();
        return id;
    }

    static void agree(Turn turn, long id, PersonId by, Instant now) {
        turn.handle()
                .createUpdate(
                        """
                        UPDATE envelope_opening SET agreed_by = :by, agreed_at = :now
                        WHERE id = :id AND agreed_by IS NULL AND opened_at IS NULL\
                        """)
                .bind("id", id)
                .bind("by", by.value())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    static void open(Turn turn, long id, Instant now) {
        turn.handle()
                .createUpdate(
                        """
                        UPDATE envelope_opening
                        SET opened_at = :now, closes_at = :closes, shown = 1 WHERE id = :id\
                        """)
                .bind("id", id)
                .bind("now", now.toEpochMilli())
                .bind("closes", now.plus(CaseLimits.ENVELOPE_OPEN).toEpochMilli())
                .execute();
    }

    static void shownAgain(Turn turn, long id) {
        turn.handle()
                .createUpdate("UPDATE envelope_opening SET shown = shown + 1 WHERE id = :id")
                .bind("id", id)
                .execute();
    }

    /// Shuts all of them: nobody sees one again by what he was let before.
    static void shutAll(Turn turn) {
        turn.handle().execute("DELETE FROM envelope_opening WHERE opened_at IS NULL");
        turn.handle()
                .execute("UPDATE envelope_opening SET closes_at = 0 WHERE opened_at IS NOT NULL");
    }
}
