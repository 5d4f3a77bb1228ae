package org.watchword.formats.entry;

/// Why an entry did not open, in the order in which it is looked at. Nothing of it came out.
public enum EntryFailure {
    /// A version that this program does not know.
    OTHER_VERSION,
    /// No entry has this length.
    NO_ENTRY,
    /// Not the bytes that its leaf names.
    CIPHERTEXT_CHANGED,
    /// The key is another entry's.
    OTHER_KEY,
    /// Sealed for another place, or by somebody who had the key and changed the leaf too.
    NOT_SEALED_HERE,
    /// Its body is longer than what it stands in, or padded to another class than its own, or with
    /// anything but zeros.
    BADLY_PADDED,
    /// Not what its author committed to.
    OTHER_COMMITMENT,
    /// The body is not in its one spelling.
    NOT_CANONICAL,
    /// The body says that it belongs elsewhere.
    OTHER_CONTEXT,
    /// Not signed by the author whom it names, or that author's key is no sound one.
    NOT_SIGNED
}
