package org.watchword.desk.watch.word;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.forgetting.Forgetful;
import org.watchword.desk.store.Turn;

/// Check-ins become daily counts, by the way they came: neither whose they were nor what they meant
/// stays. One that nobody has understood yet is kept.
final class CheckInsForgotten implements Forgetful {
    private static final String OLD =
            """
            (SELECT id, way, kept_at FROM check_in
                WHERE kept_at < :before AND applied_at > 0 ORDER BY kept_at, id LIMIT :most)\
            """;

    @Override
    public String kind() {
        return "check-ins";
    }

    @Override
    public Term term() {
        return Term.CHECK_INS;
    }

    @Override
    public boolean forget(Turn turn, Instant before) {
        run(
                turn.handle(),
                """
                INSERT INTO check_in_day (day, way, count)
                SELECT kept_at / 86400000, way, count(*) FROM %s WHERE true GROUP BY 1, 2
                ON CONFLICT (day, way) DO UPDATE SET count = count + excluded.count\
                """,
                before);
        return run(turn.handle(), "DELETE FROM check_in WHERE id IN (SELECT id FROM %s)", before)
                > 0;
    }

    private static int run(Handle handle, String statement, Instant before) {
        return handle.createUpdate(statement.formatted(OLD))
                .bind("before", before.toEpochMilli())
                .bind("most", Limits.FORGOTTEN_AT_ONCE)
                .execute();
    }

    @Override
    public Optional<Instant> oldest(Handle handle) {
        return handle.createQuery(
                        """
                        SELECT kept_at FROM check_in WHERE applied_at > 0
                        ORDER BY kept_at LIMIT 1\
                        """)
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }
}
