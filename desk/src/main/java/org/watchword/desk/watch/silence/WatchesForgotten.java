package org.watchword.desk.watch.silence;

import java.util.List;
import org.watchword.desk.forgetting.Bygone;
import org.watchword.desk.forgetting.Forgetful.Term;

/// What this room keeps for a while only: what people did to watches and why, which silences rang,
/// and what a watch that is over was called and when it awaited somebody. That there was one, from
/// when to when and about whom, stays.
public final class WatchesForgotten {
    private static final Bygone LINES =
            new Bygone(
                    "watch-log",
                    Term.TEXTS,
                    "SELECT min(at) FROM watch_log",
                    List.of(
                            """
                            DELETE FROM watch_log WHERE id IN
                                (SELECT id FROM watch_log WHERE at < :before LIMIT :most)\
                            """));

    /// A firing keeps its alarm from being raised twice, which is over when both are.
    private static final Bygone FIRINGS =
            new Bygone(
                    "firings",
                    Term.TEXTS,
                    """
                    SELECT min(firing.fired_at) FROM watch_firing AS firing
                        JOIN alarm ON alarm.id = firing.alarm_id
                        WHERE alarm.closed_at IS NOT NULL\
                    """,
                    List.of(
                            """
                            DELETE FROM watch_firing WHERE (watch_id, generation) IN
                                (SELECT firing.watch_id, firing.generation
                                FROM watch_firing AS firing
                                JOIN alarm ON alarm.id = firing.alarm_id
                                WHERE firing.fired_at < :before AND alarm.closed_at IS NOT NULL
                                LIMIT :most)\
                            """));

    private static final Bygone PLANS =
            new Bygone(
                    "watches",
                    Term.TEXTS,
                    """
                    SELECT min(ended_at) FROM watch
                        WHERE state = 'ended' AND length(label) + length(schedule) > 0\
                    """,
                    List.of(
                            """
                            UPDATE watch SET label = x'', schedule = x'' WHERE id IN
                                (SELECT id FROM watch WHERE state = 'ended' AND ended_at < :before
                                    AND length(label) + length(schedule) > 0 LIMIT :most)\
                            """));

    public static List<Bygone> all() {
        return List.of(LINES, FIRINGS, PLANS);
    }

    private WatchesForgotten() {}
}
