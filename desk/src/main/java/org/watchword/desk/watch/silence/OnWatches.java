package org.watchword.desk.watch.silence;

import org.jdbi.v3.core.Handle;
import org.watchword.desk.watch.CodenameId;
import org.watchword.desk.watch.Entrusted;
import org.watchword.desk.watch.LadderId;

/// Which code-names and ladders the watches that are not over rely on.
record OnWatches(WatchRows rows) implements Entrusted {
    @Override
    public boolean covers(Handle handle, CodenameId who) {
        return !rows.about(handle, who).isEmpty();
    }

    @Override
    public boolean rings(Handle handle, LadderId ladder) {
        return handle.createQuery(
                        """
                        SELECT EXISTS (SELECT 1 FROM watch
                            WHERE ladder_id = :ladder AND state <> 'ended')\
                        """)
                .bind("ladder", ladder.value())
                .mapTo(Boolean.class)
                .one();
    }
}
