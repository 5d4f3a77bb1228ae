package org.watchword.formats.bundle;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// A payload manifest: every file of the payload, once, with its checksum by one algorithm. The
/// order is kept.
public record Manifest(ChecksumAlgorithm algorithm, List<ManifestEntry> entries) {
    /// @throws IllegalArgumentException when there is nothing in it, a file lies outside of the
    ///   payload, or some system cannot tell two paths apart
    public Manifest {
        entries = List.copyOf(entries);
        Listing.check(algorithm, entries, BagPath::isPayload);
    }

    /// Of these files, in the order of their paths.
    ///
    /// @throws IllegalArgumentException also when one has no checksum by the algorithm
    public static Manifest of(ChecksumAlgorithm algorithm, Collection<PayloadFile> files) {
        List<ManifestEntry> entries =
                files.stream()
                        .map(file -> new ManifestEntry(file.checksum(algorithm), file.path()))
                        .sorted(Comparator.comparing(ManifestEntry::path))
                        .toList();
        return new Manifest(algorithm, entries);
    }

    public static String name(ChecksumAlgorithm algorithm) {
        return "manifest-" + algorithm.tag() + ".txt";
    }

    public String name() {
        return name(algorithm);
    }

    /// All of it, or nothing.
    ///
    /// @throws BundleFailure when it is none, of the kind form, path or completeness
    public static Manifest read(ChecksumAlgorithm algorithm, byte[] content) throws BundleFailure {
        String file = name(algorithm);
        List<ManifestEntry> entries = Listing.read(file, algorithm, content);
        try {
            return new Manifest(algorithm, entries);
        } catch (Flawed flawed) {
            throw flawed.in(file, 1);
        }
    }

    /// What was read gives the bytes it was read from.
    public byte[] bytes() {
        return Listing.bytes(entries);
    }
}
