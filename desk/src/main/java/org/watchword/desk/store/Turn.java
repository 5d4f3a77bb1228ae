package org.watchword.desk.store;

import org.jdbi.v3.core.Handle;

/// The writer's turn that a piece of work runs in.
public interface Turn {
    /// The open transaction.
    Handle handle();

    /// Runs after this turn is durable, on the writer's thread, before any future completes: hand
    /// over, do not work. Not run when the piece or the turn failed.
    void afterCommit(Runnable then);
}
