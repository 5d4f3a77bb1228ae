package org.watchword.formats.entry;

/// The lengths that the inside of an entry may have, so that its length tells little: 1,024 bytes,
/// and from there the steps of Padmé (Nikitin, Barman, Lueks, Underwood, Hubaux, Ford: *Reducing
/// Metadata Leakage from Encrypted Files and Communication with PURBs*, PETS 2019), which add at
/// most 12 per cent.
final class SizeClass {
    static final int LEAST = 1 << 10;
    static final int MOST = 1 << 20;

    /// The class of so many bytes.
    static int of(int bytes) {
        if (bytes <= LEAST) {
            return LEAST;
        }
        int exponent = log2(bytes);
        int zeros = exponent - (log2(exponent) + 1);
        int mask = (1 << zeros) - 1;
        return (bytes + mask) & ~mask;
    }

    /// Whether there is a class of this length.
    static boolean isOne(int bytes) {
        return bytes >= LEAST && bytes <= MOST && of(bytes) == bytes;
    }

    private static int log2(int number) {
        return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(number);
    }

    private SizeClass() {}
}
