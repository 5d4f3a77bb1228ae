package org.watchword.desk.watch;

import org.watchword.desk.basis.Limits;
import org.watchword.desk.store.Turn;

/// What the watch does before it starts from a restored backup.
public final class AfterRestore {
    /// Ends every link and code. Alarms that run go on under numbers that no message bore before,
    /// so that no gateway takes a ring for one it has seen.
    public static void startAfresh(Turn turn) {
        AnswerKeys.endAll(turn.handle());
        turn.handle()
                .createUpdate("UPDATE alarm SET generation = generation + :skipped")
                .bind("skipped", Limits.SKIPPED_BY_RESTORE)
                .execute();
    }

    private AfterRestore() {}
}
