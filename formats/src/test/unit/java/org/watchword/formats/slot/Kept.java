package org.watchword.formats.slot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Arrays;
import java.util.function.Function;
import org.watchword.formats.Drawn;
import org.watchword.formats.entry.DataKey;
import org.watchword.formats.entry.Entry;
import org.watchword.formats.entry.EntryContext;
import org.watchword.formats.entry.EntrySealer;
import org.watchword.formats.entry.Harbour;
import org.watchword.formats.entry.KeyCommitment;

/// An entry whose key is kept in slots.
final class Kept {
    final Drawn random;
    final Harbour harbour;
    final EntryContext place;
    final DataKey key;
    final KeyCommitment commitment;

    Kept(String words) {
        random = new Drawn(words);
        harbour = new Harbour(random);
        Entry entry = harbour.first("Где ключ");
        EntrySealer.Sealed sealed = harbour.sealed(entry);
        place = entry.context();
        key = sealed.key();
        commitment = sealed.leaf().keyCommitment();
    }

    EpochKey epochKey() {
        return new EpochKey(harbour.epoch(), ReadingKey.fresh(random));
    }

    /// Of an entry that does not exist.
    KeyCommitment otherCommitment() {
        return harbour.sealed(harbour.first("another")).leaf().keyCommitment();
    }

    void opens(Slot<DataKey> slot) {
        var open = assertInstanceOf(Slot.Open.class, slot);
        var opened = assertInstanceOf(DataKey.class, open.key());
        assertArrayEquals(key.secretBytes(), opened.secretBytes());
    }

    static void shut(SlotFailure why, Slot<?> slot, String where) {
        assertEquals(new Slot.Shut<>(why), slot, where);
    }

    /// Each bit of a slot turned, one after the other, and each other length up to twice its own.
    static void isSeenWhateverIsChanged(byte[] stored, Function<byte[], Slot<?>> opening) {
        for (int bit = 0; bit < stored.length * 8; bit++) {
            byte[] turned = stored.clone();
            turned[bit / 8] ^= (byte) (1 << bit % 8);
            var why = bit < 8 ? SlotFailure.OTHER_VERSION : SlotFailure.NOT_FOR_THIS_KEY;
            shut(why, opening.apply(turned), "bit " + bit);
        }
        for (int length = 0; length < 2 * stored.length; length++) {
            var why = length == 0 ? SlotFailure.OTHER_VERSION : SlotFailure.NO_SLOT;
            if (length != stored.length) {
                byte[] cut = Arrays.copyOf(stored, length);
                shut(why, opening.apply(cut), length + " bytes");
            }
        }
    }
}
