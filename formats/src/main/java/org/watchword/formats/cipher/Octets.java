package org.watchword.formats.cipher;

import java.util.Arrays;
import java.util.HexFormat;

/// Bytes that nobody changes, equal when they hold the same. No secrets: those are a {@link Key}.
/// What they hold is not shown by itself, because some of it was typed by people.
public final class Octets implements Comparable<Octets> {
    private final byte[] bytes;

    private Octets(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Octets of(byte[] bytes) {
        return new Octets(bytes.clone());
    }

    public int length() {
        return bytes.length;
    }

    /// A copy.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// These, if they are so many.
    ///
    /// @throws IllegalArgumentException when they are more or fewer
    public Octets exactly(int length) {
        if (bytes.length != length) {
            throw new IllegalArgumentException(bytes.length + " bytes in place of " + length);
        }
        return this;
    }

    /// In hexadecimal digits.
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /// As numbers without a sign, byte by byte.
    @Override
    public int compareTo(Octets other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets same && Arrays.equals(bytes, same.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
