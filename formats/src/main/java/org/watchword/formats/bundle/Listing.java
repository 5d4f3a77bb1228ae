package org.watchword.formats.bundle;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/// What both sorts of manifests have in common: entries by one algorithm, each of another file.
final class Listing {
    /// Smaller than every letter of a path, so that what lies in a directory follows its name.
    private static final char FIRST = '\0';

    /// Throws unless each may stand there.
    static void check(
            ChecksumAlgorithm algorithm, List<ManifestEntry> entries, Predicate<BagPath> belongs) {
        if (entries.isEmpty()) {
            throw new Flawed(Failure.NOTHING_LISTED, Flawed.ALL);
        }
        var files = new TreeMap<String, Integer>();
        for (int i = 0; i < entries.size(); i++) {
            ManifestEntry entry = entries.get(i);
            if (entry.checksum().algorithm() != algorithm) {
                throw new Flawed(Failure.OTHER_ALGORITHM, i);
            }
            if (!belongs.test(entry.path())) {
                throw new Flawed(Failure.PATH_OUTSIDE, i);
            }
            if (files.put(entry.path().folded().replace('/', FIRST), i) != null) {
                throw new Flawed(Failure.PATH_TWICE, i);
            }
        }
        noneIsADirectory(files);
    }

    /// A file whose path is that of another's directory could not be unpacked beside it.
    private static void noneIsADirectory(SortedMap<String, Integer> files) {
        String before = "";
        int line = 0;
        for (var file : files.entrySet()) {
            if (!before.isEmpty() && file.getKey().startsWith(before + FIRST)) {
                throw new Flawed(Failure.PATH_TWICE, Math.max(line, file.getValue()));
            }
            before = file.getKey();
            line = file.getValue();
        }
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
