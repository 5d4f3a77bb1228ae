package org.watchword.desk.watch.silence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.store.RowNumbers;
import org.watchword.desk.store.Turn;
import org.watchword.desk.watch.AlarmId;

/// The rows of `watch_firing` and `watch_log`: which silences rang, and what people did.
final class FiringRows {
    private final FieldSeal seal;

    FiringRows(FieldSeal seal) {
        this.seal = seal;
    }

    /// One silence that rang.
    ///
    /// @param counts towards "many silent": no drill, and about nobody who rang already
    /// @param manyKey of the incident that it belongs to
    record Firing(
            WatchId watch,
            long generation,
            Instant due,
            Instant overdue,
            Instant fired,
            boolean counts,
            Optional<String> manyKey,
            AlarmId alarm) {
        String key() {
            return watch + "/" + generation;
        }
    }

    void insert(Handle handle, List<Firing> all) {
        var batch =
                handle.prepareBatch(
                        """
                        INSERT INTO watch_firing (watch_id, generation, due_at, overdue_at,
                            fired_at, counts, many_key, alarm_id)
                        VALUES (:watch, :generation, :due, :overdue, :fired, :counts, :many,
                            :alarm)\
                        """);
        for (Firing firing : all) {
            batch.bind("watch", firing.watch().value())
                    .bind("generation", firing.generation())
                    .bind("due", firing.due().toEpochMilli())
                    .bind("overdue", firing.overdue().toEpochMilli())
                    .bind("fired", firing.fired().toEpochMilli())
                    .bind("counts", firing.counts())
                    .bind("many", firing.manyKey().orElse(null))
                    .bind("alarm", firing.alarm().value())
                    .add();
        }
        batch.execute();
    }

    /// A single one that has become part of an incident.
    void joined(Handle handle, Firing firing, String key) {
        handle.createUpdate(
                        """
                        UPDATE watch_firing SET many_key = :key
                        WHERE watch_id = :watch AND generation = :generation\
                        """)
                .bind("key", key)
                .bind("watch", firing.watch().value())
                .bind("generation", firing.generation())
                .execute();
    }

    /// Those that count and rang after that instant, the last ones first.
    List<Firing> counting(Handle handle, Instant after, int most) {
        return handle.createQuery(
                        """
                        SELECT * FROM watch_firing WHERE fired_at > :after AND counts = 1
                        ORDER BY fired_at DESC, watch_id DESC LIMIT :most\
                        """)
                .bind("after", after.toEpochMilli())
                .bind("most", most)
                .map((row, _) -> firing(row))
                .list();
    }

    List<Firing> of(Handle handle, WatchId watch, int most) {
        return handle.createQuery(
                        """
                        SELECT * FROM watch_firing WHERE watch_id = :watch
                        ORDER BY generation DESC LIMIT :most\
                        """)
                .bind("watch", watch.value())
                .bind("most", most)
                .map((row, _) -> firing(row))
                .list();
    }

    private static Firing firing(ResultSet row) throws SQLException {
        return new Firing(
                new WatchId(row.getLong("watch_id")),
                row.getLong("generation"),
                Instant.ofEpochMilli(row.getLong("due_at")),
                Instant.ofEpochMilli(row.getLong("overdue_at")),
                Instant.ofEpochMilli(row.getLong("fired_at")),
                row.getBoolean("counts"),
                Optional.ofNullable(row.getString("many_key")),
                new AlarmId(row.getLong("alarm_id")));
    }

    /// A line of a watch's log.
    ///
    /// @param by nobody: the desk by itself
    /// @param until the end of a pause, or when a silence should have rung
    record Line(
            Instant at,
            WatchEffect.Kind kind,
            Optional<PersonId> by,
            Optional<PersonId> second,
            Optional<Instant> until,
            String why) {}

    void log(Turn turn, WatchId watch, Instant now, WatchEffect.Line line) {
        log(turn, List.of(new Written(watch, now, line)));
    }

    /// A line that is to be written.
    record Written(WatchId watch, Instant at, WatchEffect.Line line) {}

    void log(Turn turn, List<Written> lines) {
        if (lines.isEmpty()) {
            return;
        }
        long id = RowNumbers.next(turn, "watch_log", lines.size());
        var batch =
                turn.handle()
                        .prepareBatch(
                                """
                                INSERT INTO watch_log (id, watch_id, at, kind, person_id, other_id,
                                    until_at, text)
                                VALUES (:id, :watch, :at, :kind, :by, :other, :until, :text)\
                                """);
        for (Written one : lines) {
            bound(batch, one, id++).add();
        }
        batch.execute();
    }

    private PreparedBatch bound(PreparedBatch batch, Written one, long id) {
        WatchEffect.Line line = one.line();
        var pause = line.pause();
        Optional<Instant> until = pause.map(Pause::until).or(line::overdue);
        return batch.bind("id", id)
                .bind("watch", one.watch().value())
                .bind("at", one.at().toEpochMilli())
                .bind("kind", line.kind().word())
                .bind("by", line.by().map(PersonId::value).orElse(null))
                .bind("other", pause.map(p -> p.second().value()).orElse(null))
                .bind("until", until.map(Instant::toEpochMilli).orElse(null))
                .bind("text", pause.map(p -> seal.seal(place(id), p.why())).orElse(null));
    }

    /// The last lines, the newest first.
    List<Line> log(Handle handle, WatchId watch, int most) {
        return handle
                .createQuery(
                        """
                        SELECT * FROM watch_log WHERE watch_id = :watch
                        ORDER BY id DESC LIMIT :most\
                        """)
                .bind("watch", watch.value())
                .bind("most", most)
                .map((row, _) -> line(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Line> line(ResultSet row) throws SQLException {
        byte[] text = row.getBytes("text");
        String why = text == null ? "" : seal.openOr(place(row.getLong("id")), text, "");
        var at = Instant.ofEpochMilli(row.getLong("at"));
        var by = person(row.getLong("person_id"));
        var second = person(row.getLong("other_id"));
        long until = row.getLong("until_at");
        return WatchEffect.Kind.of(row.getString("kind"))
                .map(kind ->
                        new Line(
                                at,
                                kind,
                                by,
                                second,
                                until == 0
                                        ? Optional.empty()
                                        : Optional.of(Instant.ofEpochMilli(until)),
                                why));
    }

    private static Optional<PersonId> person(long id) {
        return id == 0 ? Optional.empty() : Optional.of(new PersonId(id));
    }

    private static FieldSeal.Place place(long row) {
        return new FieldSeal.Place("watch_log", "text", row);
    }
}
