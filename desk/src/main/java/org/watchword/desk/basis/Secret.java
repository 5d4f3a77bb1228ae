package org.watchword.desk.basis;

import java.util.Arrays;

/// Bytes of a passphrase, PIN or code, zeroed when closed. It never prints and never becomes a
/// `String`.
public final class Secret implements AutoCloseable {
    private final byte[] bytes;

    /// Takes the array over; the caller keeps no copy.
    public Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The bytes themselves, not a copy: they turn to zero on {@link #close}.
    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return bytes.length;
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "secret";
    }
}
