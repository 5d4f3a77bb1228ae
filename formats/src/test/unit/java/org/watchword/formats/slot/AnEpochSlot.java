package org.watchword.formats.slot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.watchword.formats.entry.EntryContext;
import org.watchword.formats.entry.Harbour;

class AnEpochSlot {
    private final Kept kept = new Kept("an epoch slot");
    private final EpochKey epochKey = kept.epochKey();
    private final ReadingKey member = ReadingKey.fresh(kept.random);
    private final byte[] stored = EpochSlot.seal(epochKey, member.address(), kept.random);

    @Test
    void gives_a_member_the_key_of_the_epoch() {
        var open =
                assertInstanceOf(
                        Slot.Open.class, EpochSlot.open(stored, epochKey.address(), member));
        var opened = assertInstanceOf(EpochKey.class, open.key());
        assertEquals(epochKey.address(), opened.address());
        byte[] inbound = InboundSlot.seal(kept.key, kept.place, epochKey.address(), kept.random);
        kept.opens(InboundSlot.open(inbound, kept.place, opened, kept.commitment));
    }

    @Test
    void is_seen_whichever_bit_was_turned() {
        Kept.isSeenWhateverIsChanged(
                stored, turned -> EpochSlot.open(turned, epochKey.address(), member));
    }

    @Test
    void opens_for_no_other_epoch_or_member() {
        for (EntryContext other : Harbour.beside(kept.place).subList(0, 4)) {
            var there = new EpochAddress(other.epoch(), epochKey.address().address());
            Kept.shut(
                    SlotFailure.NOT_FOR_THIS_KEY,
                    EpochSlot.open(stored, there, member),
                    "another epoch");
        }
        Kept.shut(
                SlotFailure.NOT_FOR_THIS_KEY,
                EpochSlot.open(stored, epochKey.address(), ReadingKey.fresh(kept.random)),
                "another member");
    }

    /// Somebody puts a key of his own in its place, to read what is sealed to it later.
    @Test
    void gives_no_key_but_that_of_the_public_key_in_the_signed_list() {
        EpochKey planted = kept.epochKey();
        byte[] forged = EpochSlot.seal(planted, member.address(), kept.random);
        Kept.shut(
                SlotFailure.HOLDS_ANOTHER,
                EpochSlot.open(forged, epochKey.address(), member),
                "a planted key");
    }
}
