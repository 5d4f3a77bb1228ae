package org.watchword.desk.watch.silence;

import java.time.Instant;
import org.watchword.desk.store.Turn;
import org.watchword.desk.watch.CodenameId;

/// Reminds a person, neutrally, that a word is awaited.
@FunctionalInterface
public interface Reminding {
    /// Writes the reminder into the outbox within this turn.
    ///
    /// @param key names this reminder: the same key reminds once
    /// @param due when the word is due
    /// @return false where this code-name has no address
    boolean remind(Turn turn, CodenameId who, String key, Instant due);
}
