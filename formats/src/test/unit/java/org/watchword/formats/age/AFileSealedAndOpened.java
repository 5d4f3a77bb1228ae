package org.watchword.formats.age;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.formats.age.Seals.RANDOM;
import static org.watchword.formats.age.Seals.armored;
import static org.watchword.formats.age.Seals.bytes;
import static org.watchword.formats.age.Seals.knowing;
import static org.watchword.formats.age.Seals.opened;
import static org.watchword.formats.age.Seals.passphrase;
import static org.watchword.formats.age.Seals.sealed;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AFileSealedAndOpened {
    private static final int BATCH = Batch.CHUNKS * Chunks.CLEAR;

    private final X25519Identity anna = X25519Identity.fresh(RANDOM);
    private final X25519Identity boris = X25519Identity.fresh(RANDOM);
    private final HybridIdentity clara = HybridIdentity.fresh(RANDOM);
    private final HybridIdentity daniel = HybridIdentity.fresh(RANDOM);

    /// Around the edges of chunks and of what one thread does at a time.
    @ParameterizedTest
    @ValueSource(
            ints = {
                0,
                1,
                Chunks.CLEAR - 1,
                Chunks.CLEAR,
                Chunks.CLEAR + 1,
                BATCH - 1,
                BATCH,
                BATCH + 1,
                2 * BATCH,
                9 * BATCH + 77
            })
    void holds_the_same_bytes_whatever_its_length(int length) throws IOException {
        byte[] clear = bytes(length);
        for (int sealing = 1; sealing <= 3; sealing++) {
            byte[] file = sealed(clear, sealing, anna.recipient());
            assertEquals(expected(length), file.length - headerOf(file).length);
            for (int opening = 1; opening <= 3; opening++) {
                assertArrayEquals(clear, opened(file, opening, anna));
            }
        }
    }

    /// Written into it, or taken from a stream that gives a little at a time.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, Chunks.CLEAR, BATCH - 1, BATCH, BATCH + 1, 3 * BATCH + 77})
    void holds_the_same_bytes_however_they_come(int length) throws IOException {
        byte[] clear = bytes(length);
        var file = new ByteArrayOutputStream();
        try (var into = new Age(RANDOM, 2).seal(List.of(anna.recipient()), file)) {
            into.write(clear, 0, length / 3);
            into.takeFrom(new Dripping(Arrays.copyOfRange(clear, length / 3, length)));
            into.finish();
        }
        byte[] sealed = file.toByteArray();
        assertEquals(expected(length), sealed.length - headerOf(sealed).length);
        assertArrayEquals(clear, opened(sealed, 2, anna));
        var out = new ByteArrayOutputStream();
        try (var from = new Age(RANDOM, 2).open(List.of(anna), new Dripping(sealed))) {
            assertEquals(length, from.transferTo(out));
        }
        assertArrayEquals(clear, out.toByteArray());
    }

    private static final class Dripping extends FilterInputStream {
        private int drop;

        Dripping(byte[] bytes) {
            super(new ByteArrayInputStream(bytes));
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            drop = (drop + 7_919) % 100_000;
            return in.read(into, from, Math.min(length, drop + 1));
        }
    }

    private static long expected(int length) {
        long chunks = Math.max(1, (length + Chunks.CLEAR - 1) / Chunks.CLEAR);
        return Chunks.NONCE_BYTES + length + chunks * 16;
    }

    private static byte[] headerOf(byte[] file) throws IOException {
        return Header.read(new ByteArrayInputStream(file)).bytes();
    }

    @Test
    void opens_for_each_of_its_recipients_and_for_nobody_else() throws IOException {
        byte[] clear = bytes(1000);
        byte[] file = sealed(clear, 1, anna.recipient(), boris.recipient());
        assertArrayEquals(clear, opened(file, 1, anna));
        assertArrayEquals(clear, opened(file, 1, clara, boris));
        var refused = assertThrows(AgeFailure.class, () -> opened(file, 1, clara));
        assertEquals(Failure.NOBODY_HERE, refused.failure());

        byte[] strong = sealed(clear, 1, clara.recipient(), daniel.recipient());
        assertArrayEquals(clear, opened(strong, 1, clara));
        assertArrayEquals(clear, opened(strong, 1, anna, daniel));
        assertThrows(AgeFailure.class, () -> opened(strong, 1, anna, boris));
    }

    @Test
    void opens_with_its_passphrase_and_with_no_other() throws IOException {
        byte[] file = sealed(bytes(10), 1, knowing("low tide at six"));
        var right = new PassphraseIdentity(passphrase("low tide at six"));
        assertArrayEquals(bytes(10), opened(file, 1, right));
        var wrong = new PassphraseIdentity(passphrase("low tide at seven"));
        var refused = assertThrows(AgeFailure.class, () -> opened(file, 1, wrong));
        assertEquals(Failure.NOBODY_HERE, refused.failure());
    }

    @Test
    void asks_no_passphrase_for_more_work_than_was_allowed() throws IOException {
        byte[] file = sealed(bytes(10), 1, knowing("low tide at six"));
        var lazy = new PassphraseIdentity(passphrase("low tide at six"), 3);
        var refused = assertThrows(AgeFailure.class, () -> opened(file, 1, lazy));
        assertEquals(Failure.TOO_MUCH_WORK, refused.failure());
    }

    @Test
    void never_mixes_a_passphrase_or_a_weaker_way_in() {
        assertEquals(Optional.of(Recipient.Problem.NOBODY), Recipient.problem(List.of()));
        assertEquals(
                Optional.of(Recipient.Problem.PASSPHRASE_NOT_ALONE),
                Recipient.problem(List.of(knowing("low tide"), clara.recipient())));
        assertEquals(
                Optional.of(Recipient.Problem.WEAKER_BESIDE_POST_QUANTUM),
                Recipient.problem(List.of(anna.recipient(), clara.recipient())));
        assertEquals(Optional.empty(), Recipient.problem(List.of(anna.recipient())));
        assertEquals(
                Optional.empty(),
                Recipient.problem(List.of(clara.recipient(), daniel.recipient())));
        assertThrows(
                IllegalArgumentException.class,
                () -> sealed(bytes(1), 1, anna.recipient(), clara.recipient()));
    }

    @Test
    void opens_as_nothing_whole_while_it_was_not_finished() throws IOException {
        for (int length : new int[] {0, 100, Chunks.CLEAR, 3 * BATCH + 5}) {
            var file = new ByteArrayOutputStream();
            try (var into = new Age(RANDOM, 2).seal(List.of(anna.recipient()), file)) {
                into.write(bytes(length));
            }
            var refused = assertThrows(AgeFailure.class, () -> opened(file.toByteArray(), 2, anna));
            assertEquals(Failure.CUT_OFF, refused.failure());
        }
    }

    @Test
    void takes_nothing_more_after_its_end() throws IOException {
        var age = new Age(RANDOM, 1);
        try (var into = age.seal(List.of(anna.recipient()), new ByteArrayOutputStream())) {
            into.finish();
            assertThrows(IllegalStateException.class, () -> into.write(1));
            assertThrows(IllegalStateException.class, into::finish);
        }
    }

    @Test
    void is_one_file_again_when_header_and_payload_were_kept_apart() throws IOException {
        byte[] clear = bytes(200_000);
        var payload = new ByteArrayOutputStream();
        byte[] header;
        try (var fileKey = FileKey.fresh(RANDOM)) {
            header = Header.seal(fileKey, List.of(clara.recipient()), RANDOM).bytes();
            try (var into = SealingStream.to(payload, fileKey, RANDOM, 2)) {
                into.write(clear);
                into.finish();
            }
        }
        byte[] joined = Arrays.copyOf(header, header.length + payload.size());
        System.arraycopy(payload.toByteArray(), 0, joined, header.length, payload.size());
        assertArrayEquals(clear, opened(joined, 2, clara));

        try (var fileKey = Header.read(new ByteArrayInputStream(header)).open(List.of(clara));
                var from =
                        OpeningStream.from(
                                new ByteArrayInputStream(payload.toByteArray()), fileKey, 2)) {
            assertArrayEquals(clear, from.readAllBytes());
        }
    }

    @Test
    void says_the_same_as_text() throws IOException {
        for (int length : new int[] {0, 1, 47, 48, 49, 100_000}) {
            byte[] text = armored(sealed(bytes(length), 2, clara.recipient()));
            String letters = new String(text, StandardCharsets.US_ASCII);
            assertTrue(letters.startsWith("-----BEGIN AGE ENCRYPTED FILE-----\n"));
            assertTrue(letters.endsWith("\n-----END AGE ENCRYPTED FILE-----\n"));
            assertTrue(letters.lines().allMatch(line -> line.length() <= 64));
            assertArrayEquals(bytes(length), opened(text, 2, clara));
        }
    }

    @Test
    void uses_no_key_and_no_nonce_twice() throws IOException {
        byte[] one = sealed(bytes(100), 1, anna.recipient());
        byte[] other = sealed(bytes(100), 1, anna.recipient());
        Header first = Header.read(new ByteArrayInputStream(one));
        Header second = Header.read(new ByteArrayInputStream(other));
        assertFalse(
                Arrays.equals(
                        first.open(List.of(anna)).bytes(), second.open(List.of(anna)).bytes()));
        assertFalse(
                first.stanzas()
                        .getFirst()
                        .arguments()
                        .equals(second.stanzas().getFirst().arguments()));
        byte[] nonce = Arrays.copyOfRange(one, first.bytes().length, first.bytes().length + 16);
        byte[] another =
                Arrays.copyOfRange(other, second.bytes().length, second.bytes().length + 16);
        assertFalse(Arrays.equals(nonce, another));
    }
}
