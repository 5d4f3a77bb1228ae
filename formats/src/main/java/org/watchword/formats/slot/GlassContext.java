package org.watchword.formats.slot;

import java.nio.ByteBuffer;
import org.watchword.formats.entry.EntryContext;

/// For whom the halves of an entry's key are.
public record GlassContext(EntryContext entry, Address holder) {
    /// `[organisation, case, compartment, epoch, entry] ‖ SHA-256(address)`.
    byte[] bytes() {
        byte[] place = entry.bytes();
        byte[] fingerprint = holder.fingerprint();
        return ByteBuffer.allocate(place.length + fingerprint.length)
                .put(place)
                .put(fingerprint)
                .array();
    }
}
