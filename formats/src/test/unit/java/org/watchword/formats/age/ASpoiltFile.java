package org.watchword.formats.age;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.formats.age.Seals.RANDOM;
import static org.watchword.formats.age.Seals.bytes;
import static org.watchword.formats.age.Seals.opened;
import static org.watchword.formats.age.Seals.sealed;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ASpoiltFile {
    private static final long SEED = 20261129;

    private final X25519Identity anna = X25519Identity.fresh(RANDOM);

    /// Every bit of a small one, header and all.
    @Test
    void is_seen_whichever_bit_was_turned() throws IOException {
        byte[] clear = bytes(40);
        byte[] file = sealed(clear, 1, anna.recipient());
        for (int bit = 0; bit < file.length * 8; bit++) {
            byte[] spoilt = file.clone();
            spoilt[bit / 8] ^= (byte) (1 << bit % 8);
            var out = new ByteArrayOutputStream();
            assertThrows(AgeFailure.class, () -> release(spoilt, out, 1), "bit " + bit);
            assertEquals(0, out.size(), "nothing comes out, bit " + bit);
        }
    }

    private void release(byte[] file, ByteArrayOutputStream out, int threads) throws IOException {
        var in = new ByteArrayInputStream(file);
        try (var from = new Age(RANDOM, threads).open(List.of(anna), in)) {
            from.transferTo(out);
        }
    }

    /// What came out before a failure is the beginning of what was sealed, and ends with a chunk
    /// before the spoilt one.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void gives_only_whole_chunks_before_the_spoilt_one(int threads) throws IOException {
        byte[] clear = bytes(40 * Chunks.CLEAR + 1234);
        byte[] file = sealed(clear, 2, anna.recipient());
        int begin = file.length - clear.length - 41 * 16;
        var random = new SplittableRandom(SEED);
        for (int round = 0; round < 30; round++) {
            int at = random.nextInt(begin, file.length);
            byte[] spoilt = file.clone();
            spoilt[at] ^= (byte) (1 + random.nextInt(255));
            var out = new ByteArrayOutputStream();
            var failure =
                    assertThrows(AgeFailure.class, () -> release(spoilt, out, threads), "at " + at);
            assertEquals(Failure.CHUNK_CHANGED, failure.failure());
            int whole = (at - begin) / Chunks.SEALED * Chunks.CLEAR;
            assertArrayEquals(Arrays.copyOf(clear, whole), out.toByteArray(), "at " + at);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void is_seen_wherever_it_was_cut_off(int threads) throws IOException {
        byte[] clear = bytes(20 * Chunks.CLEAR);
        byte[] file = sealed(clear, 2, anna.recipient());
        int begin = file.length - clear.length - 20 * 16;
        var random = new SplittableRandom(SEED);
        for (int round = 0; round < 30; round++) {
            int chunk = random.nextInt(20);
            int to = begin + chunk * Chunks.SEALED + (round % 2) * random.nextInt(Chunks.SEALED);
            var out = new ByteArrayOutputStream();
            byte[] cut = Arrays.copyOf(file, to);
            var failure = assertThrows(AgeFailure.class, () -> release(cut, out, threads));
            assertEquals(Failure.Kind.PAYLOAD, failure.failure().kind());
            int whole = (to - begin) / Chunks.SEALED * Chunks.CLEAR;
            assertArrayEquals(Arrays.copyOf(clear, whole), out.toByteArray(), "cut at " + to);
        }
    }

    @Test
    void is_seen_when_chunks_changed_places_or_something_follows() throws IOException {
        byte[] file = sealed(bytes(3 * Chunks.CLEAR), 1, anna.recipient());
        int begin = file.length - 3 * Chunks.SEALED;
        byte[] swapped = file.clone();
        System.arraycopy(file, begin, swapped, begin + Chunks.SEALED, Chunks.SEALED);
        System.arraycopy(file, begin + Chunks.SEALED, swapped, begin, Chunks.SEALED);
        assertEquals(Failure.CHUNK_CHANGED, failure(swapped));
        assertEquals(Failure.SOMETHING_BEHIND, failure(Arrays.copyOf(file, file.length + 1)));
        byte[] twice = Arrays.copyOf(file, file.length + Chunks.SEALED);
        System.arraycopy(file, begin, twice, file.length, Chunks.SEALED);
        assertEquals(Failure.SOMETHING_BEHIND, failure(twice));
        assertEquals(Failure.CUT_OFF, failure(Arrays.copyOf(file, file.length - Chunks.SEALED)));
    }

    private Failure failure(byte[] file) {
        return assertThrows(AgeFailure.class, () -> opened(file, 2, anna)).failure();
    }

    @Test
    void says_whether_it_is_no_age_file_at_all_or_of_another_version() {
        assertEquals(Failure.NO_AGE_FILE, failure(Seals.ascii("PK\u0003\u0004 a zip")));
        assertEquals(Failure.NO_AGE_FILE, failure(new byte[0]));
        assertEquals(
                Failure.OTHER_VERSION,
                failure(Seals.ascii("age-encryption.org/v2\n-> X25519 a\n\n--- a\n")));
    }

    @Test
    void costs_no_memory_however_long_its_header_is() {
        String lines = "age-encryption.org/v1\n-> a\n" + ("A".repeat(64) + "\n").repeat(40_000);
        var in = new ByteArrayInputStream(Seals.ascii(lines));
        var failure = assertThrows(AgeFailure.class, () -> Header.read(in));
        assertEquals(Failure.HEADER_MALFORMED, failure.failure());
        int read = lines.length() - in.available();
        assertTrue(read <= Header.MOST_BYTES, read + " bytes were read");
    }

    /// A disk that fails is no failure of the file; what was read before still comes out.
    @Test
    void differs_from_a_file_that_could_not_be_read() throws IOException {
        byte[] file = sealed(bytes(40 * Chunks.CLEAR), 2, anna.recipient());
        var in = new FailingDisk(new ByteArrayInputStream(file), file.length / 2);
        var out = new ByteArrayOutputStream();
        try (var from = new Age(RANDOM, 2).open(List.of(anna), in)) {
            var failure = assertThrows(IOException.class, () -> from.transferTo(out));
            assertEquals("the disk", failure.getMessage());
        }
        assertEquals(Batch.CHUNKS * Chunks.CLEAR, out.size());
    }

    private static final class FailingDisk extends FilterInputStream {
        private int left;

        FailingDisk(InputStream in, int left) {
            super(in);
            this.left = left;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (left <= 0) {
                throw new IOException("the disk");
            }
            int read = super.read(into, from, Math.min(length, left));
            left -= read;
            return read;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }

    @Test
    void is_read_no_further_ahead_than_a_few_batches() throws IOException {
        byte[] file = sealed(bytes(200 * Chunks.CLEAR), 2, anna.recipient());
        var in = new ByteArrayInputStream(file);
        try (var from = new Age(RANDOM, 2).open(List.of(anna), in)) {
            assertTrue(from.read() >= 0);
            int read = file.length - in.available();
            assertTrue(read <= 5 * Batch.CHUNKS * Chunks.SEALED, read + " bytes were read");
        }
    }
}
