package org.watchword.desk.watch.word;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.FieldSeal.Place;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.store.RowNumbers;
import org.watchword.desk.store.Turn;
import org.watchword.desk.watch.CodenameId;

/// The rows of `check_in` and `unknown_word`.
final class CheckInRows {
    private static final long DOOR = 0;

    private final FieldSeal seal;
    private final WordHash hash;

    CheckInRows(FieldSeal seal, WordHash hash) {
        this.seal = seal;
        this.hash = hash;
    }

    /// One that is kept.
    record CheckIn(long id, Optional<ChannelId> over, Instant at, Said said, Outcome outcome) {}

    /// One row of one size, by the same two writes whatever was said.
    ///
    /// @return its number
    long insert(Turn turn, Kept kept, Instant at) {
        long id = RowNumbers.next(turn, "check_in");
        turn.handle()
                .createUpdate(
                        """
                        INSERT INTO check_in (id, way, kept_at, said, about_hash, meant)
                        VALUES (:id, :way, :at, :said, :about, :meant)\
                        """)
                .bind("id", id)
                .bind("way", kept.over().map(ChannelId::value).orElse(DOOR))
                .bind("at", at.toEpochMilli())
                .bind("said", seal.seal(place("said", id), Said.of(kept).packed()))
                .bind("about", hash.aboutNobody(id))
                .bind("meant", seal.seal(place("meant", id), Outcome.WAITING.packed()))
                .execute();
        return id;
    }

    /// What nobody has understood yet, in the order in which it came.
    List<CheckIn> waiting(Handle handle, long after, int most) {
        return handle.createQuery(
                        """
                        SELECT * FROM check_in WHERE applied_at = 0 AND id > :after
                        ORDER BY id LIMIT :most\
                        """)
                .bind("after", after)
                .bind("most", most)
                .map((row, context) -> checkIn(row))
                .list();
    }

    void applied(Handle handle, CheckIn one, Outcome outcome, Instant at) {
        byte[] about =
                outcome.who()
                        .map(id -> hash.aboutCodename(id.value()))
                        .orElseGet(() -> hash.aboutNobody(one.id()));
        handle.createUpdate(
                        """
                        UPDATE check_in SET about_hash = :about, meant = :meant, applied_at = :at
                        WHERE id = :id\
                        """)
                .bind("id", one.id())
                .bind("about", about)
                .bind("meant", seal.seal(place("meant", one.id()), outcome.packed()))
                .bind("at", at.toEpochMilli())
                .execute();
    }

    void remove(Handle handle, long id) {
        handle.createUpdate("DELETE FROM check_in WHERE id = :id").bind("id", id).execute();
    }

    void unknown(Handle handle, CheckIn one) {
        handle.createUpdate("INSERT INTO unknown_word (check_in_id, came_at) VALUES (:id, :at)")
                .bind("id", one.id())
                .bind("at", one.at().toEpochMilli())
                .execute();
    }

    int countUnread(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM unknown_word WHERE read_at IS NULL")
                .mapTo(Integer.class)
                .one();
    }

    /// Words nobody recognised and nobody has read, the newest first.
    List<CheckIn> unread(Handle handle, int most) {
        return handle.createQuery(
                        """
                        SELECT c.* FROM unknown_word u JOIN check_in c ON c.id = u.check_in_id
                        WHERE u.read_at IS NULL ORDER BY u.check_in_id DESC LIMIT :most\
                        """)
                .bind("most", most)
                .map((row, context) -> checkIn(row))
                .list();
    }

    /// Read twice is read.
    void read(Handle handle, long id, Instant at) {
        handle.createUpdate(
                        """
                        UPDATE unknown_word SET read_at = :at
                        WHERE check_in_id = :id AND read_at IS NULL\
                        """)
                .bind("id", id)
                .bind("at", at.toEpochMilli())
                .execute();
    }

    /// A code-name's newest, the newest first.
    List<CheckIn> of(Handle handle, CodenameId codename, int most) {
        return handle.createQuery(
                        """
                        SELECT * FROM check_in WHERE about_hash = :about
                        ORDER BY id DESC LIMIT :most\
                        """)
                .bind("about", hash.aboutCodename(codename.value()))
                .bind("most", most)
                .map((row, context) -> checkIn(row))
                .list();
    }

    private CheckIn checkIn(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        long way = row.getLong("way");
        return new CheckIn(
                id,
                way == DOOR ? Optional.empty() : Optional.of(new ChannelId(way)),
                Instant.ofEpochMilli(row.getLong("kept_at")),
                Said.unpacked(seal.open(place("said", id), row.getBytes("said"))),
                Outcome.unpacked(seal.open(place("meant", id), row.getBytes("meant"))));
    }

    private static Place place(String column, long id) {
        return new Place("check_in", column, id);
    }
}
