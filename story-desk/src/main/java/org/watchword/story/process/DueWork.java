package org.watchword.story.process;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.store.Store;

/// Reads from the desk's rows what is due and what comes next: the rows are the truth, so no room
/// has to offer it.
final class DueWork {
    private static final String DUE_ALARMS =
            "SELECT count(*) FROM alarm WHERE state <> 'closed' AND due_at <= :now";
    private static final String DUE_WATCHES =
            "SELECT count(*) FROM watch WHERE timer_at IS NOT NULL AND timer_at <= :now";
    private static final String DUE_TIMERS =
            "SELECT count(*) FROM timer WHERE alarm_id IS NULL AND at <= :now";
    private static final String WAITING_MESSAGES =
            "SELECT count(*) FROM message WHERE state = 'sending'"
                    + " OR (state IN ('queued', 'repeat')"
                    + " AND (next_attempt_at IS NULL OR next_attempt_at <= :now))";
    private static final String WAITING_WORDS =
            "SELECT count(*) FROM inbound WHERE state = 'stored' AND :now > 0";
    private static final String WAITING_CHECK_INS =
            "SELECT count(*) FROM check_in WHERE applied_at = 0 AND :now > 0";
    private static final String HEARD = "SELECT count(*) + coalesce(sum(more), 0) FROM inbound";
    private static final String NEXT =
            "SELECT min(at) FROM ("
                    + "SELECT min(due_at) AS at FROM alarm"
                    + " WHERE state <> 'closed' AND due_at > :now"
                    + " UNION ALL SELECT min(timer_at) FROM watch WHERE timer_at > :now"
                    + " UNION ALL SELECT min(at) FROM timer WHERE alarm_id IS NULL AND at > :now"
                    + " UNION ALL SELECT min(next_attempt_at) FROM message"
                    + " WHERE state IN ('queued', 'repeat') AND next_attempt_at > :now)";

    private final Store store;

    DueWork(Store store) {
        this.store = store;
    }

    Look at(Instant now) {
        int writing = store.isIdle() ? 0 : 1;
        return store.read(handle -> look(handle, now, writing));
    }

    private static Look look(Handle handle, Instant now, int writing) {
        long at = now.toEpochMilli();
        int alarms = count(handle, DUE_ALARMS, at);
        int watches = count(handle, DUE_WATCHES, at) + count(handle, DUE_TIMERS, at);
        int messages = count(handle, WAITING_MESSAGES, at);
        int words = count(handle, WAITING_WORDS, at) + count(handle, WAITING_CHECK_INS, at);
        int heard = handle.createQuery(HEARD).mapTo(Integer.class).one();
        Optional<Long> next = handle.createQuery(NEXT).bind("now", at).mapTo(Long.class).findOne();
        return new Look(
                writing + alarms + watches + messages + words,
                heard,
                next.map(Instant::ofEpochMilli));
    }

    private static int count(Handle handle, String sql, long now) {
        return handle.createQuery(sql).bind("now", now).mapTo(Integer.class).one();
    }
}
