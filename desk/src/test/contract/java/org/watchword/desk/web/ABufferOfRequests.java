package org.watchword.desk.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.util.BufferUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ABufferOfRequests {
    private static final byte[] TYPED = "passphrase=anchor".getBytes(StandardCharsets.US_ASCII);

    private final ForgettingBuffers buffers = new ForgettingBuffers();

    private RetainableByteBuffer filled(boolean direct) {
        var buffer = buffers.acquire(2_000, direct);
        BufferUtil.append(buffer.getByteBuffer(), TYPED);
        return buffer;
    }

    private static byte[] begin(ByteBuffer all) {
        byte[] begin = new byte[TYPED.length];
        all.duplicate().clear().get(begin);
        return begin;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void holds_nothing_of_what_came_once_nobody_reads_it(boolean direct) {
        var buffer = filled(direct);
        ByteBuffer memory = buffer.getByteBuffer();
        buffer.release();
        assertArrayEquals(new byte[TYPED.length], begin(memory));
    }

    @Test
    void holds_all_of_it_as_long_as_somebody_reads() {
        var buffer = filled(true);
        ByteBuffer memory = buffer.getByteBuffer();
        buffer.retain();
        var piece = buffer.slice();
        buffer.release();
        buffer.release();
        assertArrayEquals(TYPED, begin(memory));
        assertEquals('p', piece.getByteBuffer().get(0));
        piece.release();
    }
}
