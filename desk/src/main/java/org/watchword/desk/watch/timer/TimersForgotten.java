package org.watchword.desk.watch.timer;

import java.util.List;
import org.watchword.desk.forgetting.Bygone;
import org.watchword.desk.forgetting.Forgetful.Term;

/// What this room keeps for a while only: which alarm a timer became. What has not rung stays until
/// it does, or is cancelled.
final class TimersForgotten {
    static final Bygone RANG =
            new Bygone(
                    "timers",
                    Term.TEXTS,
                    """
                    SELECT min(alarm.closed_at) FROM timer
                        JOIN alarm ON alarm.id = timer.alarm_id
                        WHERE alarm.closed_at IS NOT NULL\
                    """,
                    List.of(
                            """
                            DELETE FROM timer WHERE (id, at) IN
                                (SELECT timer.id, timer.at FROM timer
                                JOIN alarm ON alarm.id = timer.alarm_id
                                WHERE alarm.closed_at < :before LIMIT :most)\
                            """));

    private TimersForgotten() {}
}
