package org.watchword.desk.ledger;

import java.util.List;

/// Entries of a compartment, in order.
public sealed interface EntryPage {
    /// Some of them.
    ///
    /// @param more whether others come after the last of these
    record Read(List<ReadEntry> entries, boolean more) implements EntryPage {}

    /// Nothing is shown, not even what was opened already.
    record Shut(ShutOut why) implements EntryPage {}
}
