package org.watchword.desk.watch.drill;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.watch.AlarmId;

/// Finds the alarms that are drills.
final class DrillRows {
    /// The last ones begun since then, the newest first.
    static List<AlarmId> since(Handle handle, Instant from, int most) {
        return handle.createQuery(
                        """
                        SELECT id FROM alarm WHERE drill = 1 AND raised_at >= :from
                        ORDER BY id DESC LIMIT :most\
                        """)
                .bind("from", from.toEpochMilli())
                .bind("most", most)
                .map((row, _) -> new AlarmId(row.getLong("id")))
                .list();
    }

    /// When a drill was last answered, by a proven answer of somebody who had not begun it.
    static Optional<Instant> lastAnswered(Handle handle) {
        return handle.createQuery(
                        """
                        SELECT max(l.at) AS at FROM alarm_log l JOIN alarm a ON a.id = l.alarm_id
                        WHERE a.drill = 1 AND l.kind IN ('acknowledged', 'confirmed')
                            AND l.person_id IS NOT a.raiser_id HAVING max(l.at) IS NOT NULL\
                        """)
                .map((row, _) -> Instant.ofEpochMilli(row.getLong("at")))
                .findOne();
    }

    private DrillRows() {}
}
