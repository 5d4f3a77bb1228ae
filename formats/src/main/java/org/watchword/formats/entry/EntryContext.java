package org.watchword.formats.entry;

import org.watchword.formats.cbor.CborWriter;

/// Where an entry belongs for good. It is sealed, signed and opened for this place and no other.
///
/// @param epoch in which it was written
public record EntryContext(Epoch epoch, EntryId entry) {
    static final int ITEMS = Epoch.ITEMS + 1;

    void items(CborWriter into) {
        epoch.items(into);
        into.bytes(entry.octets().bytes());
    }

    /// `[organisation, case, compartment, epoch, entry]`.
    public void write(CborWriter into) {
        items(into.array(ITEMS));
    }

    /// The same, alone.
    public byte[] bytes() {
        var into = new CborWriter();
        write(into);
        return into.written();
    }
}
