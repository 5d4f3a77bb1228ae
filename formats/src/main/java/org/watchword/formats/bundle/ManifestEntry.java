package org.watchword.formats.bundle;

/// A line of a manifest: a file and what its octets come to.
public record ManifestEntry(Checksum checksum, BagPath path) {
    /// As `sha256sum` writes it too.
    private static final String BETWEEN = "  ";

    static ManifestEntry read(ChecksumAlgorithm algorithm, String line) {
        int at = 2 * algorithm.octets();
        Flawed.when(!line.startsWith(BETWEEN, at), Failure.LINE_MALFORMED);
        var checksum = new Checksum(algorithm, line.substring(0, at));
        return new ManifestEntry(checksum, BagPath.decoded(line.substring(at + BETWEEN.length())));
    }

    String line() {
        return checksum + BETWEEN + path.encoded();
    }
}
