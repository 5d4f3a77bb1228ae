package org.watchword.desk.changes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.store.RowNumbers;
import org.watchword.desk.store.Turn;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The rows of `pending_change` and `change_rule`.
final class ChangeRows {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    private final FieldSeal seal;

    ChangeRows(FieldSeal seal) {
        this.seal = seal;
    }

    /// A change that waits.
    record Waiting(
            long id,
            String kind,
            Map<String, String> what,
            PersonId by,
            Instant askedAt,
            Instant due) {}

    /// How a change ended.
    enum End {
        DONE,
        WITHDRAWN,
        LAPSED
    }

    void insert(Turn turn, String kind, Map<String, String> what, Waiting times) {
        long id = RowNumbers.next(turn, "pending_change");
        turn.handle()
                .createUpdate(
                        """
                        INSERT INTO pending_change (id, kind, what, asked_by, asked_at, due_at,
                            state)
                        VALUES (:id, :kind, :what, :by, :at, :due, 'waiting')\
                        """)
                .bind("id", id)
                .bind("kind", kind)
                .bind("what", seal.seal(place(id), JSON.writeValueAsString(new TreeMap<>(what))))
                .bind("by", times.by().value())
                .bind("at", times.askedAt().toEpochMilli())
                .bind("due", times.due().toEpochMilli())
                .execute();
    }

    /// Oldest first.
    List<Waiting> waiting(Handle handle) {
        return handle.createQuery(
                        "SELECT * FROM pending_change WHERE state = 'waiting' ORDER BY id")
                .map((row, _) -> waiting(row))
                .list();
    }

    Optional<Waiting> find(Handle handle, long id) {
        return waiting(handle).stream().filter(one -> one.id() == id).findFirst();
    }

    List<Long> due(Handle handle, Instant now) {
        return handle.createQuery(
                        """
                        SELECT id FROM pending_change
                        WHERE state = 'waiting' AND due_at <= :now ORDER BY id\
                        """)
                .bind("now", now.toEpochMilli())
                .mapTo(Long.class)
                .list();
    }

    private Waiting waiting(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new Waiting(
                id,
                row.getString("kind"),
                read(seal.openOr(place(id), row.getBytes("what"), "{}")),
                new PersonId(row.getLong("asked_by")),
                Instant.ofEpochMilli(row.getLong("asked_at")),
                Instant.ofEpochMilli(row.getLong("due_at")));
    }

    private static Map<String, String> read(String text) {
        try {
            return JSON.readValue(text, TEXTS);
        } catch (JacksonException e) {
            return Map.of();
        }
    }

    /// What it held is cleared with it.
    void settle(Handle handle, long id, End end, Optional<PersonId> by, Instant now) {
        handle.createUpdate(
                        """
                        UPDATE pending_change SET state = :end, settled_by = :by,
                            settled_at = :now, what = zeroblob(0)
                        WHERE id = :id AND state = 'waiting'\
                        """)
                .bind("id", id)
                .bind("end", end.name().toLowerCase(Locale.ROOT))
                .bind("by", by.map(PersonId::value).orElse(null))
                .bind("now", now.toEpochMilli())
                .execute();
    }

    void waitAnew(Handle handle, Instant due) {
        handle.createUpdate("UPDATE pending_change SET due_at = :due WHERE state = 'waiting'")
                .bind("due", due.toEpochMilli())
                .execute();
    }

    boolean begun(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM change_rule").mapTo(Integer.class).one()
                > 0;
    }

    void begin(Handle handle, Instant now) {
        handle.createUpdate(
                        "INSERT INTO change_rule (id, begun_at) VALUES (1, :now)"
                                + " ON CONFLICT DO NOTHING")
                .bind("now", now.toEpochMilli())
                .execute();
    }

    private static FieldSeal.Place place(long id) {
        return new FieldSeal.Place("pending_change", "what", id);
    }
}
