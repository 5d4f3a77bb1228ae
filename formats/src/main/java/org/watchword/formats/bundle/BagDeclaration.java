package org.watchword.formats.bundle;

import java.util.List;

/// The file that makes a directory a bag: which BagIt, and how its tag files are encoded. A bundle
/// has one of these only.
final class BagDeclaration {
    static final String NAME = "bagit.txt";

    private static final String VERSION = "BagIt-Version: ";
    private static final List<String> LINES =
            List.of(VERSION + "1.0", "Tag-File-Character-Encoding: UTF-8");

    static byte[] bytes() {
        return TagLines.bytes(LINES);
    }

    /// @throws BundleFailure when it is any other
    static void check(byte[] content) throws BundleFailure {
        List<String> lines = TagLines.read(NAME, content, Limits.SMALL_FILE).lines();
        if (lines.isEmpty() || !lines.getFirst().startsWith(VERSION)) {
            throw new BundleFailure(Failure.NO_BAG, NAME, 1);
        }
        if (!lines.getFirst().equals(LINES.getFirst())) {
            throw new BundleFailure(Failure.OTHER_BAGIT_VERSION, NAME, 1);
        }
        if (!lines.equals(LINES)) {
            int line = lines.size() > 1 && lines.get(1).equals(LINES.get(1)) ? 3 : 2;
            throw new BundleFailure(Failure.LINE_MALFORMED, NAME, line);
        }
    }

    private BagDeclaration() {}
}
