package org.watchword.desk.watch.month;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Reads what the statistics of a month count. Only times, kinds and marks that a closed alarm
/// keeps when its words are forgotten.
final class MonthRows {
    /// One alarm as it is counted.
    ///
    /// @param answeredAt the first answer in a session, or one confirmed there, of somebody other
    ///   than whoever raised it
    /// @param lateWord a word came after it was raised
    record Counted(
            String kind,
            boolean drill,
            Instant raisedAt,
            @Nullable Instant answeredAt,
            @Nullable Instant closedAt,
            boolean lateWord,
            boolean falseAlarm) {}

    /// The alarms raised in a stretch of time.
    static List<Counted> raised(Handle handle, Instant from, Instant to) {
        return handle.createQuery(
                        """
                        SELECT a.kind, a.drill, a.raised_at, a.closed_at, a.false_alarm,
                            (SELECT min(l.at) FROM alarm_log l WHERE l.alarm_id = a.id
                                AND l.kind IN ('acknowledged', 'confirmed')
                                AND l.person_id IS NOT a.raiser_id) AS answered_at,
                            EXISTS (SELECT 1 FROM alarm_codename c WHERE c.alarm_id = a.id
                                AND c.late_word_at IS NOT NULL) AS late_word
                        FROM alarm a WHERE a.raised_at >= :from AND a.raised_at < :to
                        ORDER BY a.id\
                        """)
                .bind("from", from.toEpochMilli())
                .bind("to", to.toEpochMilli())
                .map((row, context) -> {
                    long answered = row.getLong("answered_at");
                    Instant answeredAt = row.wasNull() ? null : Instant.ofEpochMilli(answered);
                    long closed = row.getLong("closed_at");
                    Instant closedAt = row.wasNull() ? null : Instant.ofEpochMilli(closed);
                    return new Counted(
                            row.getString("kind"),
                            row.getBoolean("drill"),
                            Instant.ofEpochMilli(row.getLong("raised_at")),
                            answeredAt,
                            closedAt,
                            row.getBoolean("late_word"),
                            row.getBoolean("false_alarm"));
                })
                .list();
    }

    private MonthRows() {}
}
