package org.watchword.formats.bundle;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Something that was done to an item.
///
/// @param at what the clock of whoever wrote it down said, in whole seconds; clocks are set right
///   now and then, so that it may be earlier than that of the line before
/// @param by who did it, and had the item
/// @param note what there is to say about it: a place, a tool, a reason
public record CustodyEvent(Instant at, String by, Deed deed, Optional<String> note) {
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /// @throws IllegalArgumentException when something of it cannot stand in a line
    public CustodyEvent {
        boolean whole = at.truncatedTo(ChronoUnit.SECONDS).equals(at);
        Flawed.when(
                !whole || at.isBefore(Instant.EPOCH) || at.isAfter(LAST), Failure.LINE_MALFORMED);
        CustodyLine.checkCell(by);
        note.ifPresent(CustodyLine::checkCell);
    }
}
