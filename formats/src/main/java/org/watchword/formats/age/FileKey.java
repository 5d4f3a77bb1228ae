package org.watchword.formats.age;

import java.security.SecureRandom;
import java.util.Arrays;
import org.watchword.formats.cipher.Hkdf;
import org.watchword.formats.cipher.Key;

/// The key of one file: 16 random bytes, from which those of header and payload are derived.
public final class FileKey implements AutoCloseable {
    static final int BYTES = 16;

    private final Key key;

    private FileKey(Key key) {
        this.key = key;
    }

    public static FileKey fresh(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return taking(bytes);
    }

    /// Takes the bytes over.
    static FileKey taking(byte[] bytes) {
        return new FileKey(Key.taking(bytes));
    }

    /// Takes the key over.
    static FileKey of(Key key) {
        return new FileKey(key);
    }

    /// A copy, which its owner zeroes.
    byte[] bytes() {
        return key.getEncoded();
    }

    Key forHeader() {
        return derived(new byte[0], "header");
    }

    Key forPayload(byte[] nonce) {
        return derived(nonce, "payload");
    }

    private Key derived(byte[] salt, String info) {
        byte[] bytes = key.getEncoded();
        try {
            return Hkdf.derive(bytes, salt, info);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    @Override
    public void close() {
        key.close();
    }
}
