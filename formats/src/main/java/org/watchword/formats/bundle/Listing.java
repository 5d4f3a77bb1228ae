package org.watchword.formats.bundle;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// What both sorts of manifests have in common: entries by one algorithm, each of another file.
final class Listing {
    /// Throws unless each may stand there.
    static void check(
            ChecksumAlgorithm algorithm, List<ManifestEntry> entries, Predicate<BagPath> belongs) {
        if (entries.isEmpty()) {
            throw new Flawed(Failure.NOTHING_LISTED, Flawed.ALL);
        }
        Map<String, Integer> files = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            ManifestEntry entry = entries.get(i);
            if (entry.checksum().algorithm() != algorithm) {
                throw new Flawed(Failure.OTHER_ALGORITHM, i);
            }
            if (!belongs.test(entry.path())) {
                throw new Flawed(Failure.PATH_OUTSIDE, i);
            }
            if (files.put(entry.path().folded(), i) != null) {
                throw new Flawed(Failure.PATH_TWICE, i);
            }
        }
        noneIsADirectory(files);
    }

    /// A file whose path is that of another's directory could not be unpacked beside it.
    private static void noneIsADirectory(Map<String, Integer> files) {
        Set<String> seen = new HashSet<>();
        files.forEach((file, index) -> {
            int end = file.lastIndexOf('/');
            while (end > 0 && seen.add(file.substring(0, end))) {
                if (files.containsKey(file.substring(0, end))) {
                    throw new Flawed(Failure.PATH_TWICE, index);
                }
                end = file.lastIndexOf('/', end - 1);
            }
        });
    }

    static List<ManifestEntry> read(String file, ChecksumAlgorithm algorithm, byte[] content)
            throws BundleFailure {
        return TagLines.read(file, content, Limits.FILE)
                .each(1, line -> ManifestEntry.read(algorithm, line), ManifestEntry::line);
    }

    static byte[] bytes(List<ManifestEntry> entries) {
        return TagLines.bytes(entries.stream().map(ManifestEntry::line).toList());
    }

    private Listing() {}
}
