package org.watchword.formats.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.Entry;
import org.watchword.formats.entry.Seen;

/// What somebody verified, sealed for himself.
class ASnapshot {
    private static final int AROUND = 1 + 32 + 16 + 16;

    private final Remembering reader = new Remembering("a snapshot");

    private Snapshot.Opened opened(Octets stored) {
        return Snapshot.open(stored, reader.stretch(), reader.key());
    }

    @Test
    void tells_its_reader_what_he_verified() {
        var whole = assertInstanceOf(Snapshot.Opened.Whole.class, opened(reader.sealed()));
        assertEquals(2, reader.verified.size());
        reader.verified.forEach((number, entry) -> {
            assertTrue(whole.snapshot().tells(number));
            assertEquals(Optional.of(entry), whole.snapshot().entry(number));
        });
    }

    @Test
    void tells_nothing_of_what_was_erased_or_is_long() {
        var whole = assertInstanceOf(Snapshot.Opened.Whole.class, opened(reader.sealed()));
        assertEquals(Optional.empty(), whole.snapshot().entry(141));
        assertEquals(Optional.empty(), whole.snapshot().entry(252));
        assertEquals(
                List.of(true, false, true, false),
                reader.rows.stream().map(Stretch.Row::isHeld).toList());
    }

    @Test
    void is_as_long_as_the_rows_show_whatever_it_tells() {
        int shown = 2 * (1_024 + 17);
        assertEquals(AROUND + shown, reader.sealed().length());
        assertEquals(
                AROUND + shown,
                Snapshot.seal(reader.key(), reader.stretch(), new TreeMap<>(), reader.random)
                        .length());
    }

    @Test
    void has_room_for_entries_that_fill_their_class() {
        var random = reader.random;
        var rows = new ArrayList<Stretch.Row>();
        var verified = new TreeMap<Long, Entry>();
        for (long number = 128; number < 256; number++) {
            // The longest bodies of the least class and of the longest one that is held.
            int length = number % 2 == 0 ? 712 : 7_880;
            var entry =
                    reader.harbour.entry(
                            random.bytes(length),
                            Seen.nothingIn(reader.harbour.epoch()),
                            List.of());
            var sealed = reader.harbour.sealed(entry);
            rows.add(
                    new Stretch.Row(
                            number,
                            3,
                            0,
                            sealed.entry().octets().length(),
                            entry.context().entry(),
                            Octets.of(sealed.leaf().bytes())));
            verified.put(number, entry);
        }
        assertTrue(rows.stream().allMatch(Stretch.Row::isHeld));
        Stretch full = reader.stretch(rows);
        Octets stored = Snapshot.seal(reader.key(), full, verified, random);
        var whole =
                assertInstanceOf(
                        Snapshot.Opened.Whole.class, Snapshot.open(stored, full, reader.key()));
        verified.forEach((number, entry) ->
                assertEquals(Optional.of(entry), whole.snapshot().entry(number)));
    }

    @Test
    void is_another_each_time() {
        assertNotEquals(reader.sealed(), reader.sealed());
    }

    @Test
    void is_refused_whatever_bit_of_it_is_turned() {
        byte[] stored = reader.sealed().bytes();
        for (int bit = 0; bit < stored.length * 8; bit++) {
            byte[] turned = stored.clone();
            turned[bit / 8] ^= (byte) (1 << bit % 8);
            var why = bit < 8 ? SnapshotFailure.OTHER_VERSION : SnapshotFailure.NOT_OF_THESE_ROWS;
            assertEquals(new Snapshot.Opened.Refused(why), opened(Octets.of(turned)), "bit " + bit);
        }
    }

    @Test
    void is_refused_at_every_other_length() {
        byte[] stored = reader.sealed().bytes();
        for (int length = 1; length < stored.length + 99; length++) {
            if (length != stored.length) {
                var why = new Snapshot.Opened.Refused(SnapshotFailure.OTHER_LENGTH);
                assertEquals(why, opened(Octets.of(Arrays.copyOf(stored, length))));
            }
        }
    }

    @Test
    void holds_no_more_than_there_is_room_for() {
        var more = new TreeMap<>(reader.verified);
        var longer =
                reader.harbour.entry(
                        new byte[9_000], Seen.nothingIn(reader.harbour.epoch()), List.of());
        more.put(252L, longer);
        assertThrows(
                RuntimeException.class,
                () -> Snapshot.seal(reader.key(), reader.stretch(), more, reader.random));
    }
}
