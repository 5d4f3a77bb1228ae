package org.watchword.desk.vault;

import org.jspecify.annotations.Nullable;

/// The file of the watch key cannot be used. The desk must not start: the caller says which file,
/// why, and what to do. It never makes a new key in the place of one that is there, because then
/// nothing sealed before could be opened again.
public final class KeyFileUnusable extends RuntimeException {
    private final Why why;

    public KeyFileUnusable(Why why, @Nullable Throwable cause) {
        super(why.name(), cause);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    /// What is wrong with it.
    public enum Why {
        /// There is none, and none may be made because there is data already.
        MISSING,
        /// It is there and cannot be read, or cannot be made.
        UNREADABLE,
        /// A link or a directory stands in its place.
        NOT_A_FILE,
        /// Other users of the machine may read it.
        OPEN_TO_OTHERS,
        /// It does not hold 32 bytes.
        WRONG_SIZE
    }
}
