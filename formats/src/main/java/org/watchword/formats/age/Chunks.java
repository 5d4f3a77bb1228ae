package org.watchword.formats.age;

import java.nio.ByteBuffer;
import org.watchword.formats.cipher.Chacha;

/// The measures of a payload: STREAM (Hoang, Reyhanitabar, Rogaway, Vizár 2015) as age uses it.
final class Chunks {
    static final int NONCE_BYTES = 16;
    static final int CLEAR = 64 * 1024;
    static final int SEALED = CLEAR + Chacha.TAG_BYTES;

    private static final int COUNTER_AT = 3;

    /// Eleven bytes of counter and one that marks the last chunk.
    static byte[] nonce(long number, boolean last) {
        return ByteBuffer.allocate(Chacha.NONCE_BYTES)
                .putLong(COUNTER_AT, number)
                .put(Chacha.NONCE_BYTES - 1, (byte) (last ? 1 : 0))
                .array();
    }

    private Chunks() {}
}
