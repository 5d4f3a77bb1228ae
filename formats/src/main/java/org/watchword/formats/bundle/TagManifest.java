package org.watchword.formats.bundle;

import java.util.List;
import java.util.Map;

/// A tag manifest: the tag files with their checksums, those of the tag manifests left out. Whoever
/// signs a bundle signs this.
public record TagManifest(ChecksumAlgorithm algorithm, List<ManifestEntry> entries) {
    /// @throws IllegalArgumentException when there is nothing in it, a file is one of the payload
    ///   or a tag manifest, or some system cannot tell two paths apart
    public TagManifest {
        entries = List.copyOf(entries);
        Listing.check(algorithm, entries, BagPath::isListedTag);
    }

    /// Of these tag files, in the order of their paths.
    public static TagManifest of(ChecksumAlgorithm algorithm, Map<BagPath, byte[]> tagFiles) {
        List<ManifestEntry> entries =
                tagFiles.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(file ->
                                new ManifestEntry(algorithm.of(file.getValue()), file.getKey()))
                        .toList();
        return new TagManifest(algorithm, entries);
    }

    public static String name(ChecksumAlgorithm algorithm) {
        return "tag" + Manifest.name(algorithm);
    }

    public String name() {
        return name(algorithm);
    }

    /// All of it, or nothing.
    ///
    /// @throws BundleFailure when it is none, of the kind form, path or completeness
    public static TagManifest read(ChecksumAlgorithm algorithm, byte[] content)
            throws BundleFailure {
        String file = name(algorithm);
        List<ManifestEntry> entries = Listing.read(file, algorithm, content);
        try {
            return new TagManifest(algorithm, entries);
        } catch (Flawed flawed) {
            throw flawed.in(file, 1);
        }
    }

    /// What was read gives the bytes it was read from.
    public byte[] bytes() {
        return Listing.bytes(entries);
    }

    /// Each of them is there and the one that was listed, and nothing else is there.
    ///
    /// @param tagFiles all of the bag's, tag manifests too
    void verify(Map<BagPath, byte[]> tagFiles) throws BundleFailure {
        for (int i = 0; i < entries.size(); i++) {
            ManifestEntry entry = entries.get(i);
            byte[] content = tagFiles.get(entry.path());
            if (content == null) {
                throw new BundleFailure(Failure.FILE_MISSING, name(), i + 1);
            }
            if (!algorithm.of(content).equals(entry.checksum())) {
                throw new BundleFailure(Failure.CHECKSUM_DIFFERS, name(), i + 1);
            }
        }
        if (tagFiles.keySet().stream().filter(BagPath::isListedTag).count() != entries.size()) {
            throw new BundleFailure(Failure.FILE_NOT_LISTED, name());
        }
    }
}
