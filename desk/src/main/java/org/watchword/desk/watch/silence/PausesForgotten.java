package org.watchword.desk.watch.silence;

import java.util.List;
import org.watchword.desk.forgetting.Bygone;
import org.watchword.desk.forgetting.Forgetful.Term;

/// What this room keeps for a while only: why somebody paused a watch. That it was paused, by whom
/// and how long, stays.
public final class PausesForgotten {
    private static final Bygone REASONS =
            new Bygone(
                    "pauses",
                    Term.TEXTS,
                    "SELECT min(at) FROM watch_log WHERE text IS NOT NULL",
                    List.of(
                            """
                            UPDATE watch_log SET text = NULL WHERE id IN (SELECT id FROM watch_log
                                WHERE text IS NOT NULL AND at < :before LIMIT :most)\
                            """));

    public static List<Bygone> all() {
        return List.of(REASONS);
    }

    private PausesForgotten() {}
}
