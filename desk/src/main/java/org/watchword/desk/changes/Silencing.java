package org.watchword.desk.changes;

import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.Words;
import org.watchword.desk.store.Turn;

/// One kind of change that could silence somebody. The room that it belongs to knows what the texts
/// in it mean.
public interface Silencing {
    /// Its name in the table; never changed once used.
    String kind();

    /// Whether it can be made just now. While it cannot, it waits on, also after its time.
    default boolean canBeMade(Turn turn, Map<String, String> what) {
        return true;
    }

    /// Makes the change. False, with nothing changed, when what it was about has changed or gone
    /// since it was asked for.
    boolean apply(Turn turn, Map<String, String> what);

    /// What it would change, for whoever is to agree.
    String says(Handle handle, Map<String, String> what, Words words);
}
