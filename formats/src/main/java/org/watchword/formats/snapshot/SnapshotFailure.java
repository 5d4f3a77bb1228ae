package org.watchword.formats.snapshot;

/// Why a snapshot told nothing, in the order in which it is looked at.
public enum SnapshotFailure {
    /// A version that this program does not know, or one that lies under a layer still.
    OTHER_VERSION,
    /// No snapshot of these rows has this length.
    OTHER_LENGTH,
    /// Of another reader, another place or other rows; or changed, as the rows may be.
    NOT_OF_THESE_ROWS,
    /// Whoever sealed it did not write what a snapshot says.
    NOT_CANONICAL
}
