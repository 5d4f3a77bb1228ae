package org.watchword.desk.ledger;

import org.watchword.formats.entry.EntryFailure;
import org.watchword.formats.slot.SlotFailure;

/// Why an entry that is there is not shown. Nothing of it came out.
public sealed interface Flaw {
    /// Its slot gave no key.
    record OfSlot(SlotFailure why) implements Flaw {}

    /// It did not open, or did not verify.
    record OfEntry(EntryFailure why) implements Flaw {}

    /// Its rows, or who wrote it.
    enum OfRows implements Flaw {
        /// Its leaf has not the form of one.
        LEAF_SPOILT,
        /// There is no slot, and no entry says that it was erased.
        NO_SLOT,
        /// It is marked as erased, and no entry says so.
        ERASED_BY_NOBODY,
        /// This reader has not the key of the epoch in which its slot lies.
        KEY_NOT_GIVEN,
        /// The key of that epoch was changed, or another was put in its place.
        KEY_SPOILT,
        /// Signed by a key that was never in force.
        UNKNOWN_AUTHOR,
        /// Signed by the desk, which may not write such an entry.
        NOT_FOR_THE_DESK
    }
}
