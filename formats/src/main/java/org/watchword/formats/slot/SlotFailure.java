package org.watchword.formats.slot;

/// Why a slot gave nothing.
public enum SlotFailure {
    /// A version that this program does not know, or one that lies under a layer still.
    OTHER_VERSION,
    /// No slot of this kind has this length.
    NO_SLOT,
    /// No honest sender makes this: its point is of low order.
    UNSOUND,
    /// For another key or another place, or changed.
    NOT_FOR_THIS_KEY,
    /// It opened, and holds something else than what was asked for: the commitment of the entry, or
    /// the public key of the epoch, is another.
    HOLDS_ANOTHER
}
