package org.watchword.formats.cipher;

import java.util.Arrays;
import javax.crypto.SecretKey;

/// Secret bytes with an end: closing zeroes them. It shows nothing of itself, and is equal to none
/// but itself.
public final class Key implements SecretKey, AutoCloseable {
    private static final long serialVersionUID = 1L;

    private final transient byte[] bytes;
    private transient boolean closed;

    private Key(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Takes the bytes over: whoever gave them keeps no use of them.
    public static Key taking(byte[] bytes) {
        return new Key(bytes);
    }

    public int length() {
        return bytes.length;
    }

    /// A copy, which its owner zeroes.
    @Override
    public byte[] getEncoded() {
        if (closed) {
            throw new IllegalStateException("this key was closed");
        }
        return bytes.clone();
    }

    @Override
    public String getAlgorithm() {
        return "ChaCha20";
    }

    @Override
    public String getFormat() {
        return "RAW";
    }

    @Override
    public void destroy() {
        closed = true;
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public boolean isDestroyed() {
        return closed;
    }

    @Override
    public void close() {
        destroy();
    }

    @Override
    public String toString() {
        return "a key of " + bytes.length + " bytes";
    }
}
