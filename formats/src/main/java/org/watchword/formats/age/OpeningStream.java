package org.watchword.formats.age;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.watchword.formats.cipher.Key;

/// The clear bytes of a payload, each chunk after it was authenticated. Whoever reads to the end
/// without a failure has read the whole; before the end nobody knows. The stream it reads from
/// stays open.
public final class OpeningStream extends InputStream {
    private static final int NOTHING = -2;

    /// Written at once: more does not stay in the processor's cache.
    private static final int PIECE = 256 * 1024;

    private final InputStream in;
    private final Key key;
    private final Lane<OpenBatch> lane;
    private Optional<OpenBatch> current = Optional.empty();
    private int at;
    private long chunks;

    /// The byte that was read to see whether there is one.
    private int ahead = NOTHING;

    private boolean readToEnd;
    private Optional<IOException> stopped = Optional.empty();

    private OpeningStream(InputStream in, Key key, int threads) {
        this.in = in;
        this.key = key;
        lane = new Lane<>(threads, () -> new OpenBatch(key));
    }

    /// Reads the nonce; what follows is read when it is asked for.
    ///
    /// @param threads that open; with one, the caller's own does it
    /// @throws AgeFailure when there is not even a nonce
    public static OpeningStream from(InputStream in, FileKey fileKey, int threads)
            throws IOException {
        byte[] nonce = in.readNBytes(Chunks.NONCE_BYTES);
        if (nonce.length < Chunks.NONCE_BYTES) {
            throw new AgeFailure(Failure.HEADER_MALFORMED);
        }
        return new OpeningStream(in, fileKey.forPayload(nonce), threads);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        OpenBatch batch = current.orElseThrow();
        int some = Math.min(length, batch.done - at);
        System.arraycopy(batch.out, at, into, from, some);
        at += some;
        return some;
    }

    /// Writes what is left, without copying it first.
    @Override
    public long transferTo(OutputStream out) throws IOException {
        long written = 0;
        while (hasMore()) {
            OpenBatch batch = current.orElseThrow();
            int some = Math.min(PIECE, batch.done - at);
            out.write(batch.out, at, some);
            at += some;
            written += some;
        }
        return written;
    }

    /// Whether a byte of the current batch is left; goes on to the next as long as there is one.
    private boolean hasMore() throws IOException {
        while (current.isPresent() || advance()) {
            OpenBatch batch = current.orElseThrow();
            if (at < batch.done) {
                return true;
            }
            leave(batch);
        }
        return false;
    }

    /// Everything of this batch came out; then its failure does, now and at every further call.
    private void leave(OpenBatch batch) throws IOException {
        if (batch.failure.isPresent()) {
            throw new AgeFailure(batch.failure.get());
        }
        current = Optional.empty();
        at = 0;
        lane.giveBack(batch);
    }

    /// The next batch; false at the end. What went wrong in reading shows after what was read
    /// before.
    private boolean advance() throws IOException {
        while (!readToEnd && !lane.isFull()) {
            try {
                fill();
            } catch (IOException e) {
                stopped = Optional.of(e);
                readToEnd = true;
            }
        }
        if (!lane.isEmpty()) {
            current = Optional.of(lane.oldest());
            return true;
        }
        if (stopped.isPresent()) {
            throw stopped.get();
        }
        return false;
    }

    /// Reads one batch and one byte more, to know whether it is the last.
    private void fill() throws IOException {
        OpenBatch batch = lane.idle();
        batch.renew(chunks);
        if (ahead != NOTHING) {
            batch.in[batch.filled++] = (byte) ahead;
        }
        batch.filled += in.readNBytes(batch.in, batch.filled, batch.in.length - batch.filled);
        ahead = batch.isFull() ? in.read() : -1;
        readToEnd = ahead < 0;
        batch.last = readToEnd;
        chunks += Batch.CHUNKS;
        lane.begin(batch);
    }

    @Override
    public void close() {
        lane.close();
        key.close();
        current = Optional.empty();
        readToEnd = true;
    }
}
