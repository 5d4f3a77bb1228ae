package org.watchword.formats.slot;

import org.watchword.formats.cbor.CborWriter;
import org.watchword.formats.entry.EntryContext;
import org.watchword.formats.entry.Epoch;

/// Where a slot belongs: whose entry's key it holds, and for whom. An entry keeps the epoch it was
/// written in; its slot moves on to later ones.
///
/// @param under the epoch whose members open it
record SlotContext(Epoch under, EntryContext entry) {
    private static final int HEAD = 2;

    SlotContext {
        if (!under.isBeside(entry.epoch())) {
            throw new IllegalArgumentException("an entry of another compartment");
        }
    }

    /// `[[organisation, case, compartment, epoch], [organisation, case, compartment, epoch,
    /// entry]]`.
    byte[] bytes() {
        var into = new CborWriter().array(HEAD);
        under.write(into);
        entry.write(into);
        return into.written();
    }
}
