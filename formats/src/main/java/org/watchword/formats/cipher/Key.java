package org.watchword.formats.cipher;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Cleaner;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.SecretKey;

/// Secret bytes with an end: closing zeroes them. It shows nothing of itself, and is equal to none
/// but itself.
public final class Key implements SecretKey, AutoCloseable {
    private static final long serialVersionUID = 1L;

    /// For keys that nobody closed.
    private static final Cleaner FORGOTTEN = Cleaner.create();

    private final transient MemorySegment bytes;
    private final transient Cleaner.Cleanable end;
    private transient boolean closed;

    private Key(byte[] from) {
        var place = KeyMemory.place(from.length);
        if (place.isPresent()) {
            MemorySegment mine = place.get();
            MemorySegment.copy(from, 0, mine, ValueLayout.JAVA_BYTE, 0, from.length);
            Arrays.fill(from, (byte) 0);
            bytes = mine;
            end = FORGOTTEN.register(this, () -> KeyMemory.giveBack(mine));
        } else {
            bytes = MemorySegment.ofArray(from);
            end = () -> Arrays.fill(from, (byte) 0);
        }
    }

    /// Takes the bytes over: whoever gave them finds zeros, now or when the key is closed.
    public static Key taking(byte[] bytes) {
        return new Key(bytes);
    }

    public static Key fresh(int length, SecureRandom random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return new Key(bytes);
    }

    public int length() {
        return (int) bytes.byteSize();
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
    public synchronized byte[] getEncoded() {
        if (closed) {
            throw new IllegalStateException("this key was closed");
        }
        return bytes.toArray(ValueLayout.JAVA_BYTE);
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
    public synchronized void destroy() {
        closed = true;
        end.clean();
    }

    @Override
    public synchronized boolean isDestroyed() {
        return closed;
    }

    @Override
    public void close() {
        destroy();
    }

    @Override
    public String toString() {
        return "a key of " + length() + " bytes";
    }
}
