package org.watchword.formats.bundle;

import java.util.List;
import java.util.Optional;

/// A file of the payload as somebody has it: to be listed, or found where it was unpacked.
///
/// @param octets how many it has
/// @param checksums one by each algorithm that is asked for
public record PayloadFile(BagPath path, long octets, List<Checksum> checksums) {
    /// @throws IllegalArgumentException when it has fewer octets than none
    public PayloadFile {
        checksums = List.copyOf(checksums);
        Flawed.when(octets < 0, Failure.LINE_MALFORMED);
    }

    Optional<Checksum> found(ChecksumAlgorithm algorithm) {
        return checksums.stream().filter(one -> one.algorithm() == algorithm).findFirst();
    }

    /// @throws IllegalArgumentException when nobody calculated it
    Checksum checksum(ChecksumAlgorithm algorithm) {
        return found(algorithm).orElseThrow(() -> new Flawed(Failure.OTHER_ALGORITHM));
    }
}
