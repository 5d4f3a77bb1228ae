package org.watchword.formats.slot;

import org.watchword.formats.entry.Epoch;

/// The public half of an {@link EpochKey}: by it anybody adds, who can read nothing.
public record EpochAddress(Epoch epoch, Address address) {}
