package org.watchword.desk.watch.silence;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.store.Turn;
import org.watchword.desk.watch.AlarmId;
import org.watchword.desk.watch.Alarms;
import org.watchword.desk.watch.CodenameId;
import org.watchword.desk.watch.Silence;

/// Silences ring as alarms do.
record AlarmsRinging(Alarms alarms) implements Ringing {
    @Override
    public AlarmId silent(Turn turn, Silence silence) {
        return alarms.silent(turn, silence);
    }

    @Override
    public AlarmId manySilent(Turn turn, String key, List<Silence> which) {
        return alarms.manySilent(turn, key, which);
    }

    @Override
    public Set<CodenameId> covered(Handle handle, Collection<CodenameId> who) {
        return alarms.covered(handle, who);
    }

    @Override
    public boolean isTwin(Handle handle, CodenameId who) {
        return alarms.isTwin(handle, who);
    }
}
