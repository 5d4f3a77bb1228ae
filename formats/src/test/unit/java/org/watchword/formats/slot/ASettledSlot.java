package org.watchword.formats.slot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.watchword.formats.entry.EntryContext;
import org.watchword.formats.entry.Harbour;

class ASettledSlot {
    private final Kept kept = new Kept("a settled slot");
    private final EpochKey epochKey = kept.epochKey();
    private final SettledSlots slots = new SettledSlots(epochKey);
    private final byte[] stored = slots.seal(kept.key, kept.place, kept.random);

    @Test
    void gives_the_key_of_its_entry() {
        assertEquals(61, stored.length);
        kept.opens(slots.open(stored, kept.place, kept.commitment));
        kept.opens(new SettledSlots(epochKey).open(stored, kept.place, kept.commitment));
    }

    @Test
    void is_never_the_same_twice() {
        byte[] again = slots.seal(kept.key, kept.place, kept.random);
        assertFalse(Arrays.equals(stored, again));
        kept.opens(slots.open(again, kept.place, kept.commitment));
    }

    @Test
    void is_seen_whichever_bit_was_turned() {
        Kept.isSeenWhateverIsChanged(
                stored, turned -> slots.open(turned, kept.place, kept.commitment));
    }

    @Test
    void opens_for_no_other_entry_of_its_compartment() {
        EntryContext other = kept.harbour.place();
        Kept.shut(
                SlotFailure.NOT_FOR_THIS_KEY,
                slots.open(stored, other, kept.commitment),
                "another entry");
        Kept.shut(
                SlotFailure.HOLDS_ANOTHER,
                slots.open(stored, kept.place, kept.otherCommitment()),
                "another commitment");
    }

    @Test
    void opens_in_no_other_organisation_case_compartment_or_epoch() {
        for (EntryContext other : Harbour.beside(kept.place)) {
            var there = new SettledSlots(new EpochKey(other.epoch(), epochKey.reading()));
            Kept.shut(
                    SlotFailure.NOT_FOR_THIS_KEY,
                    there.open(stored, other, kept.commitment),
                    "the same seed in another place");
        }
    }

    @Test
    void opens_with_no_other_epochs_key() {
        var other = new SettledSlots(kept.epochKey());
        Kept.shut(
                SlotFailure.NOT_FOR_THIS_KEY,
                other.open(stored, kept.place, kept.commitment),
                "another seed");
    }

    /// After somebody was removed: the entry keeps its epoch, its slot moves on.
    @Test
    void moves_into_a_later_epoch_of_its_compartment() {
        var later = new EpochKey(kept.harbour.later(), ReadingKey.fresh(kept.random));
        var slotsOfLater = new SettledSlots(later);
        byte[] moved = slotsOfLater.seal(kept.key, kept.place, kept.random);
        kept.opens(slotsOfLater.open(moved, kept.place, kept.commitment));
        Kept.shut(
                SlotFailure.NOT_FOR_THIS_KEY,
                slots.open(moved, kept.place, kept.commitment),
                "with the key of the epoch before");
    }

    @Test
    void is_not_made_for_an_entry_of_another_compartment() {
        EntryContext other = Harbour.beside(kept.place).get(2);
        assertThrows(
                IllegalArgumentException.class, () -> slots.seal(kept.key, other, kept.random));
    }
}
