package org.watchword.formats.age;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import org.watchword.formats.cipher.Chacha;
import org.watchword.formats.cipher.Key;

/// The clear bytes of a payload at any place, a chunk at a time. Its length is known once the last
/// chunk was opened as the last, which is done first. The channel it reads from stays open.
public final class SeekablePayload implements SeekableByteChannel {
    private static final long NONE = -1;

    private final SeekableByteChannel sealed;
    private final long begin;
    private final Key key;
    private final Chacha cipher = new Chacha();
    private final byte[] in = new byte[Chunks.SEALED];
    private final byte[] out = new byte[Chunks.CLEAR];
    private final long lastChunk;
    private final long size;
    private long held = NONE;
    private int heldBytes;
    private long position;
    private boolean closed;

    private SeekablePayload(SeekableByteChannel sealed, long begin, Key key) throws IOException {
        this.sealed = sealed;
        this.begin = begin;
        this.key = key;
        long length = sealed.size() - begin;
        lastChunk = Math.max(0, (length - 1) / Chunks.SEALED);
        size = length - (lastChunk + 1) * Chacha.TAG_BYTES;
        long clear = size - lastChunk * Chunks.CLEAR;
        if (clear < 0 || (clear == 0 && lastChunk > 0)) {
            throw new AgeFailure(Failure.CUT_OFF);
        }
        hold(lastChunk);
    }

    /// Opens the last chunk, to be sure of it.
    ///
    /// @param payload from its position to its end
    /// @throws AgeFailure when it does not end with its last chunk
    public static SeekablePayload of(SeekableByteChannel payload, FileKey fileKey)
            throws IOException {
        var nonce = ByteBuffer.allocate(Chunks.NONCE_BYTES);
        readFully(payload, nonce);
        if (nonce.hasRemaining()) {
            throw new AgeFailure(Failure.HEADER_MALFORMED);
        }
        Key key = fileKey.forPayload(nonce.array());
        try {
            return new SeekablePayload(payload, payload.position(), key);
        } catch (IOException e) {
            key.close();
            throw e;
        }
    }

    private static void readFully(SeekableByteChannel from, ByteBuffer into) throws IOException {
        int read = 0;
        while (into.hasRemaining() && read >= 0) {
            read = from.read(into);
        }
    }

    private void hold(long chunk) throws IOException {
        if (chunk == held) {
            return;
        }
        held = NONE;
        sealed.position(begin + chunk * Chunks.SEALED);
        var buffer = ByteBuffer.wrap(in);
        readFully(sealed, buffer);
        buffer.flip();
        boolean last = chunk == lastChunk;
        if (buffer.remaining() < Chacha.TAG_BYTES) {
            throw new AgeFailure(Failure.CUT_OFF);
        }
        var clear = ByteBuffer.wrap(out);
        if (!cipher.open(key, Chunks.nonce(chunk, last), buffer, clear)) {
            boolean followed = last && cipher.open(key, Chunks.nonce(chunk, false), buffer, clear);
            throw new AgeFailure(followed ? Failure.CUT_OFF : Failure.CHUNK_CHANGED);
        }
        held = chunk;
        heldBytes = clear.position();
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        stillOpen();
        if (position >= size) {
            return -1;
        }
        int begun = into.position();
        while (into.hasRemaining() && position < size) {
            hold(position / Chunks.CLEAR);
            int from = (int) (position % Chunks.CLEAR);
            int some = Math.min(into.remaining(), heldBytes - from);
            into.put(out, from, some);
            position += some;
        }
        return into.position() - begun;
    }

    @Override
    public long position() throws IOException {
        stillOpen();
        return position;
    }

    @Override
    public SeekablePayload position(long to) throws IOException {
        stillOpen();
        if (to < 0) {
            throw new IllegalArgumentException("there is nothing before the beginning");
        }
        position = to;
        return this;
    }

    @Override
    public long size() throws IOException {
        stillOpen();
        return size;
    }

    private void stillOpen() throws ClosedChannelException {
        if (closed) {
            throw new ClosedChannelException();
        }
    }

    @Override
    public boolean isOpen() {
        return !closed;
    }

    @Override
    public void close() {
        closed = true;
        Arrays.fill(out, (byte) 0);
        key.close();
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long to) {
        throw new NonWritableChannelException();
    }
}
