package org.watchword.formats.bundle;

import java.util.HexFormat;
import java.util.regex.Pattern;

/// What the octets of a file come to.
///
/// @param hex in lower case
public record Checksum(ChecksumAlgorithm algorithm, String hex) {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]+");

    /// As text.
    ///
    /// @throws IllegalArgumentException when it is none
    public Checksum {
        boolean fits = hex.length() == 2 * algorithm.octets() && HEX.matcher(hex).matches();
        Flawed.when(!fits, Failure.LINE_MALFORMED);
    }

    /// As octets.
    ///
    /// @param hash what a digest of the algorithm gave
    public static Checksum of(ChecksumAlgorithm algorithm, byte[] hash) {
        return new Checksum(algorithm, HexFormat.of().formatHex(hash));
    }

    @Override
    public String toString() {
        return hex;
    }
}
