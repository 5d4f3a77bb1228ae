package org.watchword.formats.slot;

import org.watchword.formats.entry.Epoch;

/// What the members of a compartment share in one epoch: whatever was sealed to the epoch, they
/// read.
public record EpochKey(Epoch epoch, ReadingKey reading) implements AutoCloseable {
    public EpochAddress address() {
        return new EpochAddress(epoch, reading.address());
    }

    @Override
    public void close() {
        reading.close();
    }
}
