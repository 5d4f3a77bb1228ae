package org.watchword.desk.ledger;

import org.watchword.formats.entry.EntryId;

/// What came of something that was to be written.
public sealed interface Written {
    /// It is kept, for good.
    record Kept(EntryId id, long number) implements Written {}

    /// Whoever wanted to write does not come in.
    record Shut(ShutOut why) implements Written {}

    record Refused(NotWritten why) implements Written {}
}
