package org.watchword.desk.ledger;

import org.watchword.formats.entry.Entry;
import org.watchword.formats.entry.EntryId;

/// An entry as one reader gets it.
public sealed interface ReadEntry {
    /// In the order in which they came to be kept.
    long number();

    /// Opened, verified, and written by whom the chain allows.
    ///
    /// @param unsettled whether its slot still lies as it came from outside, or in an older epoch
    record Whole(long number, Entry entry, WrittenBy by, boolean unsettled) implements ReadEntry {}

    /// Erased. That it was there, and who erased it, stays.
    ///
    /// @param by the entry that says so
    record Erased(long number, EntryId id, Whole by) implements ReadEntry {}

    /// It does not open.
    record Shut(long number, EntryId id, Flaw why) implements ReadEntry {}
}
