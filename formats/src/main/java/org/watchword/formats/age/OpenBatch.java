package org.watchword.formats.age;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.watchword.formats.cipher.Chacha;
import org.watchword.formats.cipher.Key;

/// Sealed chunks to be opened, up to the first that does not.
final class OpenBatch extends Batch {
    OpenBatch(Key key) {
        super(key, CHUNKS * Chunks.SEALED, CHUNKS * Chunks.CLEAR);
    }

    @Override
    void work() {
        long number = first;
        var clear = ByteBuffer.wrap(out);
        int at = 0;
        do {
            int length = Math.min(Chunks.SEALED, filled - at);
            boolean end = last && at + length == filled;
            open(number++, end, ByteBuffer.wrap(in, at, length), clear);
            at += length;
        } while (at < filled && failure.isEmpty());
        done = clear.position();
    }

    private void open(long number, boolean end, ByteBuffer chunk, ByteBuffer clear) {
        int length = chunk.remaining() - Chacha.TAG_BYTES;
        if (length < 0) {
            failure = Optional.of(Failure.CUT_OFF);
        } else if (length == 0 && number > 0) {
            // An empty chunk behind others: age never writes one.
            failure = Optional.of(Failure.CHUNK_CHANGED);
        } else if (!cipher.open(key, Chunks.nonce(number, end), chunk, clear)) {
            failure = Optional.of(why(number, end, chunk, clear));
        }
    }

    /// A whole chunk that says of itself that others follow, and none does; or that it is the last,
    /// and something follows. It is authentic, so it comes out; what is around it is not.
    private Failure why(long number, boolean end, ByteBuffer chunk, ByteBuffer clear) {
        boolean whole = chunk.remaining() == Chunks.SEALED;
        if (whole && cipher.open(key, Chunks.nonce(number, !end), chunk, clear)) {
            return end ? Failure.CUT_OFF : Failure.SOMETHING_BEHIND;
        }
        return Failure.CHUNK_CHANGED;
    }
}
