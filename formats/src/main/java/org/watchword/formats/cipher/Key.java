package org.watchword.formats.cipher;

import java.security.SecureRandom;
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

    public static Key fresh(int length, SecureRandom random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return new Key(bytes);
    }

    public int length() {
        return bytes.length;
    }

    /// The same key for a cipher that looks at the name on it; it ends with this one.
    SecretKey named(String algorithm) {
        return new Named(this, algorithm);
    }

    private static final class Named implements SecretKey {
        private static final long serialVersionUID = 1L;

        private final transient Key key;
        private final String algorithm;

        Named(Key key, String algorithm) {
            this.key = key;
            this.algorithm = algorithm;
        }

        @Override
        public byte[] getEncoded() {
            return key.getEncoded();
        }

        @Override
        public String getAlgorithm() {
            return algorithm;
        }

        @Override
        public String getFormat() {
            return key.getFormat();
        }
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
