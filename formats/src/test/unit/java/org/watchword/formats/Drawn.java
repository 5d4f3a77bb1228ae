package org.watchword.formats;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.watchword.formats.cipher.Sha256;

/// Randomness that comes again with the same words: SHA-256 over the words and a counter. For tests
/// and vectors only.
public final class Drawn extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final transient byte[] words;
    private long counter;
    private transient ByteBuffer left = ByteBuffer.allocate(0);

    public Drawn(String words) {
        super(null, null);
        this.words = words.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void nextBytes(byte[] into) {
        for (int i = 0; i < into.length; i++) {
            if (!left.hasRemaining()) {
                byte[] number = ByteBuffer.allocate(Long.BYTES).putLong(counter++).array();
                left = ByteBuffer.wrap(Sha256.of(words, number));
            }
            into[i] = left.get();
        }
    }

    public byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        nextBytes(bytes);
        return bytes;
    }
}
