package org.watchword.desk.store;

/// The store cannot keep or read anything just now: the disk is full or failing, or too much waits.
/// The caller says so to the person and offers the same form again; nothing was half-saved.
public class StoreUnavailable extends RuntimeException {
    private final Cause why;

    public StoreUnavailable(Cause why) {
        super(why.name());
        this.why = why;
    }

    public StoreUnavailable(Cause why, Throwable cause) {
        super(why.name(), cause);
        this.why = why;
    }

    public Cause why() {
        return why;
    }

    /// What stands in the way.
    public enum Cause {
        DISK_FULL,
        BUSY,
        CLOSED,
        BROKEN
    }
}
