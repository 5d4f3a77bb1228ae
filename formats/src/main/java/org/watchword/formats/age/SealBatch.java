package org.watchword.formats.age;

import java.nio.ByteBuffer;
import org.watchword.formats.cipher.Key;

/// Clear bytes to be sealed.
final class SealBatch extends Batch {
    SealBatch(Key key) {
        super(key, CHUNKS * Chunks.CLEAR, CHUNKS * Chunks.SEALED);
    }

    @Override
    void work() {
        long number = first;
        var sealed = ByteBuffer.wrap(out);
        int at = 0;
        do {
            int length = Math.min(Chunks.CLEAR, filled - at);
            boolean end = last && at + length == filled;
            byte[] nonce = Chunks.nonce(number++, end);
            cipher.seal(key, nonce, ByteBuffer.wrap(in, at, length), sealed);
            at += length;
        } while (at < filled);
        done = sealed.position();
    }
}
