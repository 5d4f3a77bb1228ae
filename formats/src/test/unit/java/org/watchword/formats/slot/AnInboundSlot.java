package org.watchword.formats.slot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.EntryContext;
import org.watchword.formats.entry.Harbour;

class AnInboundSlot {
    private final Kept kept = new Kept("an inbound slot");
    private final EpochKey epochKey = kept.epochKey();
    private final byte[] stored =
            InboundSlot.seal(kept.key, kept.place, epochKey.address(), kept.random);

    @Test
    void gives_the_key_of_its_entry() {
        assertEquals(1169, stored.length);
        kept.opens(InboundSlot.open(stored, kept.place, epochKey, kept.commitment));
    }

    @Test
    void is_seen_whichever_bit_was_turned() {
        Kept.isSeenWhateverIsChanged(
                stored, turned -> InboundSlot.open(turned, kept.place, epochKey, kept.commitment));
    }

    @Test
    void opens_for_no_other_place_key_or_commitment() {
        for (EntryContext other : Harbour.beside(kept.place)) {
            var there = new EpochKey(other.epoch(), epochKey.reading());
            Kept.shut(
                    SlotFailure.NOT_FOR_THIS_KEY,
                    InboundSlot.open(stored, other, there, kept.commitment),
                    "the same seed in another place");
        }
        Kept.shut(
                SlotFailure.NOT_FOR_THIS_KEY,
                InboundSlot.open(stored, kept.place, kept.epochKey(), kept.commitment),
                "another key");
        Kept.shut(
                SlotFailure.HOLDS_ANOTHER,
                InboundSlot.open(stored, kept.place, epochKey, kept.otherCommitment()),
                "another commitment");
    }

    @Test
    void is_unsound_with_a_point_of_low_order() {
        byte[] low = stored.clone();
        for (int i = 0; i < 32; i++) {
            low[1 + 1088 + i] = 0;
        }
        Kept.shut(
                SlotFailure.UNSOUND,
                InboundSlot.open(low, kept.place, epochKey, kept.commitment),
                "low order");
    }

    @Test
    void is_not_made_for_an_address_that_is_no_sound_key() {
        byte[] unsound = epochKey.address().address().octets().bytes();
        for (int i = 1184; i < unsound.length; i++) {
            unsound[i] = 0;
        }
        assertEquals(Optional.empty(), Address.read(unsound));
        var address = new EpochAddress(kept.harbour.epoch(), new Address(Octets.of(unsound)));
        assertThrows(
                IllegalArgumentException.class,
                () -> InboundSlot.seal(kept.key, kept.place, address, kept.random));
    }

    /// As a member does it who opens one first.
    @Test
    void is_swapped_for_a_settled_one() {
        var slot = InboundSlot.open(stored, kept.place, epochKey, kept.commitment);
        var slots = new SettledSlots(epochKey);
        var settled =
                slot.then(key -> new Slot.Open<>(slots.seal(key, kept.place, kept.random)))
                        .then(bytes -> slots.open(bytes, kept.place, kept.commitment));
        kept.opens(settled);
    }
}
