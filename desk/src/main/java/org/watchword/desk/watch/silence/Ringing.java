package org.watchword.desk.watch.silence;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.store.Turn;
import org.watchword.desk.watch.AlarmId;
import org.watchword.desk.watch.CodenameId;
import org.watchword.desk.watch.Silence;

/// What is done about a silence.
interface Ringing {
    AlarmId silent(Turn turn, Silence silence);

    /// One incident for several. The same key joins it.
    AlarmId manySilent(Turn turn, String key, List<Silence> which);

    /// Which of these code-names an alarm that is no drill and not over is about.
    Set<CodenameId> covered(Handle handle, Collection<CodenameId> who);

    /// Whether everything about this code-name is a drill.
    boolean isTwin(Handle handle, CodenameId who);
}
