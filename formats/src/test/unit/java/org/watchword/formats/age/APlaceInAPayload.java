package org.watchword.formats.age;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.watchword.formats.age.Seals.RANDOM;
import static org.watchword.formats.age.Seals.bytes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class APlaceInAPayload {
    private static final long SEED = 20261129;

    @TempDir private Path directory;
    private final FileKey fileKey = FileKey.fresh(RANDOM);

    private byte[] payload(byte[] clear) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var into = SealingStream.to(out, fileKey, RANDOM, 2)) {
            into.write(clear);
            into.finish();
        }
        return out.toByteArray();
    }

    private FileChannel channel(byte[] payload) throws IOException {
        Path file = Files.write(directory.resolve("payload"), payload);
        return FileChannel.open(file, StandardOpenOption.READ);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, Chunks.CLEAR, Chunks.CLEAR + 1, 5 * Chunks.CLEAR + 99})
    void holds_what_was_sealed_there(int length) throws IOException {
        byte[] clear = bytes(length);
        try (var channel = channel(payload(clear));
                var place = SeekablePayload.of(channel, fileKey)) {
            assertEquals(length, place.size());
            var random = new SplittableRandom(SEED);
            for (int round = 0; round < 50; round++) {
                int from = random.nextInt(length + 1);
                int to = random.nextInt(from, length + 1);
                assertArrayEquals(Arrays.copyOfRange(clear, from, to), read(place, from, to));
            }
            assertEquals(-1, place.position(length).read(ByteBuffer.allocate(1)));
        }
    }

    private static byte[] read(SeekablePayload place, int from, int to) throws IOException {
        var into = ByteBuffer.allocate(to - from);
        place.position(from);
        while (into.hasRemaining()) {
            place.read(into);
        }
        return into.array();
    }

    @Test
    void is_not_reached_when_the_end_was_cut_off() throws IOException {
        byte[] whole = payload(bytes(3 * Chunks.CLEAR + 10));
        int end = whole.length;
        for (int cut : new int[] {1, 26, 27, Chunks.SEALED, end - 16, end - 17, end - 10}) {
            try (var channel = channel(Arrays.copyOf(whole, end - cut))) {
                var failure =
                        assertThrows(AgeFailure.class, () -> SeekablePayload.of(channel, fileKey));
                assertEquals(cut > end - 16, failure.failure() == Failure.HEADER_MALFORMED);
            }
        }
    }

    @Test
    void gives_nothing_when_its_chunk_was_changed_and_what_is_around_it_all_the_same()
            throws IOException {
        byte[] clear = bytes(3 * Chunks.CLEAR);
        byte[] payload = payload(clear);
        payload[Chunks.NONCE_BYTES + Chunks.SEALED + 7] ^= 1;
        try (var channel = channel(payload);
                var place = SeekablePayload.of(channel, fileKey)) {
            assertArrayEquals(Arrays.copyOf(clear, 100), read(place, 0, 100));
            var failure = assertThrows(AgeFailure.class, () -> read(place, 70_000, 70_001));
            assertEquals(Failure.CHUNK_CHANGED, failure.failure());
            assertThrows(AgeFailure.class, () -> read(place, 70_000, 70_001));
            int third = 2 * Chunks.CLEAR;
            assertArrayEquals(
                    Arrays.copyOfRange(clear, third, third + 9), read(place, third, third + 9));
        }
    }
}
