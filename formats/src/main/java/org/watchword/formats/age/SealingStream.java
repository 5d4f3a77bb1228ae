package org.watchword.formats.age;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import org.watchword.formats.cipher.Key;

/// Seals what is written into it, as the payload of a file.
///
/// What was written is whole only after {@link #finish}. Closing without it leaves a payload that
/// opens as nothing whole: an error on the way must not make half a file look like one. The stream
/// it writes to stays open.
public final class SealingStream extends OutputStream {
    /// Read at once: more does not stay in the processor's cache.
    private static final int PIECE = 256 * 1024;

    private final OutputStream out;
    private final Key key;
    private final Lane<SealBatch> lane;
    private SealBatch batch;
    private long chunks;
    private boolean finished;
    private boolean closed;

    private SealingStream(OutputStream out, Key key, int threads) {
        this.out = out;
        this.key = key;
        lane = new Lane<>(threads, () -> new SealBatch(key));
        batch = lane.idle();
    }

    /// Begins a payload, with a nonce of its own.
    ///
    /// @param threads that seal; with one, the caller's own does it
    public static SealingStream to(
            OutputStream out, FileKey fileKey, SecureRandom random, int threads)
            throws IOException {
        byte[] nonce = new byte[Chunks.NONCE_BYTES];
        random.nextBytes(nonce);
        out.write(nonce);
        return new SealingStream(out, fileKey.forPayload(nonce), threads);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one});
    }

    /// Seals all that `in` still gives, without copying it first. It does not finish.
    public void takeFrom(InputStream in) throws IOException {
        notEnded();
        int read;
        do {
            if (batch.isFull()) {
                int ahead = in.read();
                if (ahead < 0) {
                    return;
                }
                write(ahead);
            }
            read = in.read(batch.in, batch.filled, Math.min(PIECE, batch.room()));
            batch.filled += Math.max(0, read);
        } while (read >= 0);
    }

    private void notEnded() {
        if (finished || closed) {
            throw new IllegalStateException("this payload has its end");
        }
    }

    /// A full batch waits for what follows it, because a last chunk is sealed otherwise.
    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        notEnded();
        int at = from;
        while (at < from + length) {
            if (batch.isFull()) {
                next();
            }
            int some = Math.min(batch.room(), from + length - at);
            System.arraycopy(bytes, at, batch.in, batch.filled, some);
            batch.filled += some;
            at += some;
        }
    }

    private void next() throws IOException {
        lane.begin(batch);
        chunks += Batch.CHUNKS;
        while (lane.isFull()) {
            writeOldest();
        }
        batch = lane.idle();
        batch.renew(chunks);
    }

    private void writeOldest() throws IOException {
        SealBatch sealed = lane.oldest();
        out.write(sealed.out, 0, sealed.done);
        lane.giveBack(sealed);
    }

    /// Writes the last chunk: now it is whole.
    public void finish() throws IOException {
        notEnded();
        finished = true;
        batch.last = true;
        lane.begin(batch);
        while (!lane.isEmpty()) {
            writeOldest();
        }
        out.flush();
    }

    @Override
    public void close() {
        closed = true;
        lane.close();
        key.close();
    }
}
