package org.watchword.desk.forgetting;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.store.Turn;

/// One sort of thing that a room keeps for a while only, and how it lets go of it.
public interface Forgetful {
    /// Names it: `forgetting.kind.` and this is the key of what it is called.
    String kind();

    /// Whose time it is kept.
    Term term();

    /// Lets go of some of what is from before that instant. Takes a few milliseconds at most.
    ///
    /// @return whether anything was there to let go of; then it is asked again
    boolean forget(Turn turn, Instant before);

    /// From when the oldest is that is still kept.
    Optional<Instant> oldest(Handle handle);

    /// How long something is kept.
    enum Term {
        /// As long as check-ins are.
        CHECK_INS,
        /// As long as what people said is, after the last use for it.
        TEXTS,
        /// For a day.
        DAY,
        /// Until somebody looks what has to go, which is once a day.
        NO_LONGER
    }
}
