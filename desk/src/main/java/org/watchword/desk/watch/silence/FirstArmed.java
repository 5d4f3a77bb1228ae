package org.watchword.desk.watch.silence;

import org.jdbi.v3.core.Handle;

/// Whether anybody was ever entrusted to this desk.
public final class FirstArmed {
    /// True from the first real watch that was armed on, also when it has ended since.
    public static boolean ever(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM watch WHERE drill = 0 AND state <> 'draft'")
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private FirstArmed() {}
}
