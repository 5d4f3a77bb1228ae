package org.watchword.formats.age;

import java.util.Base64;
import java.util.Optional;

/// Base64 without padding (RFC 4648, 4), in its one canonical spelling.
final class Base64Text {
    static String of(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Empty for every spelling that {@link #of} would not give.
    static Optional<byte[]> read(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return of(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// The same, of exactly so many bytes.
    static Optional<byte[]> read(String text, int length) {
        return read(text).filter(bytes -> bytes.length == length);
    }

    private Base64Text() {}
}
