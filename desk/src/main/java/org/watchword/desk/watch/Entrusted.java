package org.watchword.desk.watch;

import org.jdbi.v3.core.Handle;

/// What relies on code-names and ladders above this room: the watches that miss somebody.
public interface Entrusted {
    /// Whether a watch that is not over is about this code-name.
    boolean covers(Handle handle, CodenameId who);

    /// Whether a watch that is not over rings this ladder.
    boolean rings(Handle handle, LadderId ladder);

    /// Nothing does.
    static Entrusted nothing() {
        return new Entrusted() {
            @Override
            public boolean covers(Handle handle, CodenameId who) {
                return false;
            }

            @Override
            public boolean rings(Handle handle, LadderId ladder) {
                return false;
            }
        };
    }
}
