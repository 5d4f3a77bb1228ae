package org.watchword.desk.ledger;

import org.watchword.desk.store.Turn;
import org.watchword.formats.entry.EntryId;

/// What a room above keeps in the turn in which an entry is written: both stand, or neither.
@FunctionalInterface
public interface Together {
    /// Nothing but the entry.
    Together NOTHING = (turn, entry) -> true;

    /// Keeps it, in the turn of an entry that may be written.
    ///
    /// @return whether it is kept; when not, it has changed nothing, and the entry is not written
    boolean kept(Turn turn, EntryId entry);
}
