package org.watchword.desk.watch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.forgetting.Bygone;
import org.watchword.desk.forgetting.Forgetful;
import org.watchword.desk.store.Turn;

/// What a closed alarm loses: what was heard, said and written, and the codes it was answered with.
/// It keeps its times, its kind, its steps, who was rung and who answered.
public final class AlarmsForgotten implements Forgetful {
    /// Each takes something of one alarm away, some rows at a time.
    private static final List<String> TEXTS =
            List.of(
                    """
                    DELETE FROM call_field WHERE id IN (SELECT field.id FROM call_field AS field
                        JOIN call ON call.id = field.call_id
                        WHERE call.alarm_id = :alarm LIMIT :most)\
                    """,
                    """
                    UPDATE call SET sender = NULL WHERE id IN (SELECT id FROM call
                        WHERE alarm_id = :alarm AND sender IS NOT NULL LIMIT :most)\
                    """,
                    """
                    UPDATE alarm_statement SET text = x'' WHERE id IN (SELECT id
                        FROM alarm_statement
                        WHERE alarm_id = :alarm AND length(text) > 0 LIMIT :most)\
                    """,
                    """
                    UPDATE alarm_log SET text = NULL WHERE id IN (SELECT id FROM alarm_log
                        WHERE alarm_id = :alarm AND text IS NOT NULL LIMIT :most)\
                    """,
                    """
                    DELETE FROM answer_code WHERE id IN (SELECT id FROM answer_code
                        WHERE alarm_id = :alarm LIMIT :most)\
                    """,
                    """
                    DELETE FROM answer_link WHERE id IN (SELECT id FROM answer_link
                        WHERE alarm_id = :alarm LIMIT :most)\
                    """,
                    """
                    UPDATE alarm SET cause_gaps = x''
                    WHERE id = :alarm AND length(cause_gaps) > 0 AND :most > 0\
                    """);

    /// What the desk told the officers, and the forms that have raised something.
    private static final Bygone TOLD =
            new Bygone(
                    "told",
                    Term.TEXTS,
                    "SELECT min(told_at) FROM told",
                    List.of(
                            """
                            DELETE FROM told WHERE id IN
                                (SELECT id FROM told WHERE told_at < :before LIMIT :most)\
                            """));

    private static final Bygone FORMS =
            new Bygone(
                    "forms",
                    Term.TEXTS,
                    "SELECT min(raised_at) FROM raise_key",
                    List.of(
                            """
                            DELETE FROM raise_key WHERE key IN
                                (SELECT key FROM raise_key WHERE raised_at < :before LIMIT :most)\
                            """));

    public static List<Forgetful> all() {
        return List.of(new AlarmsForgotten(), TOLD, FORMS);
    }

    @Override
    public String kind() {
        return "alarms";
    }

    @Override
    public Term term() {
        return Term.TEXTS;
    }

    @Override
    public boolean forget(Turn turn, Instant before) {
        Handle handle = turn.handle();
        Optional<Long> alarm =
                handle.createQuery(
                                """
                                SELECT id FROM alarm WHERE closed_at IS NOT NULL
                                    AND forgotten_at IS NULL AND closed_at < :before
                                ORDER BY closed_at LIMIT 1\
                                """)
                        .bind("before", before.toEpochMilli())
                        .mapTo(Long.class)
                        .findOne();
        if (alarm.isEmpty()) {
            return false;
        }
        if (TEXTS.stream().noneMatch(text -> took(handle, text, alarm.get()))) {
            handle.createUpdate("UPDATE alarm SET forgotten_at = :before WHERE id = :alarm")
                    .bind("before", before.toEpochMilli())
                    .bind("alarm", alarm.get())
                    .execute();
        }
        return true;
    }

    private static boolean took(Handle handle, String statement, long alarm) {
        return handle.createUpdate(statement)
                        .bind("alarm", alarm)
                        .bind("most", Limits.FORGOTTEN_AT_ONCE)
                        .execute()
                > 0;
    }

    @Override
    public Optional<Instant> oldest(Handle handle) {
        return handle.createQuery(
                        """
                        SELECT closed_at FROM alarm WHERE closed_at IS NOT NULL
                            AND forgotten_at IS NULL ORDER BY closed_at LIMIT 1\
                        """)
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }
}
