package org.watchword.formats.slot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.entry.DataKey;
import org.watchword.formats.entry.EntryContext;
import org.watchword.formats.entry.Harbour;
import org.watchword.formats.entry.KeyCommitment;

class AGlassSlot {
    private final Kept kept = new Kept("a glass slot");
    private final ReadingKey holder = ReadingKey.fresh(kept.random);
    private final GlassContext place = new GlassContext(kept.place, holder.address());
    private final GlassSlots desk = new GlassSlots(Key.fresh(32, kept.random));
    private final GlassSlots.Pair pair = desk.seal(kept.key, place, kept.random);

    private static GlassHalf half(Slot<GlassHalf> slot) {
        return assertInstanceOf(GlassHalf.class, assertInstanceOf(Slot.Open.class, slot).key());
    }

    private static Slot<DataKey> both(
            Slot<GlassHalf> one, Slot<GlassHalf> other, KeyCommitment commitment) {
        return one.then(mine -> other.then(yours -> mine.with(yours, commitment)));
    }

    @Test
    void gives_the_key_of_its_entry_to_holder_and_desk_together() {
        assertEquals(1169, pair.holders().length());
        assertEquals(73, pair.desks().length());
        var holders = GlassSlots.openHolders(pair.holders().bytes(), place, holder);
        var desks = desk.openDesks(pair.desks().bytes(), place);
        kept.opens(both(holders, desks, kept.commitment));
        kept.opens(both(desks, holders, kept.commitment));
    }

    @Test
    void gives_nothing_to_one_alone() {
        var holders = half(GlassSlots.openHolders(pair.holders().bytes(), place, holder));
        var desks = half(desk.openDesks(pair.desks().bytes(), place));
        Kept.shut(SlotFailure.HOLDS_ANOTHER, holders.with(holders, kept.commitment), "twice his");
        Kept.shut(SlotFailure.HOLDS_ANOTHER, desks.with(desks, kept.commitment), "twice the desk");
        for (GlassHalf one : new GlassHalf[] {holders, desks}) {
            try (var key = DataKey.taking(Key.taking(one.secretBytes()))) {
                assertNotEquals(kept.commitment, key.commitment(), "a half is no key");
            }
        }
    }

    /// Whoever was a holder and kept his half, and takes the desk later, finds no half for it.
    @Test
    void has_halves_of_its_own_for_each_holder_and_each_time() {
        var other = ReadingKey.fresh(kept.random);
        var otherPlace = new GlassContext(kept.place, other.address());
        var otherPair = desk.seal(kept.key, otherPlace, kept.random);
        var again = desk.seal(kept.key, place, kept.random);
        var mine = half(GlassSlots.openHolders(pair.holders().bytes(), place, holder));
        for (var desks :
                new GlassHalf[] {
                    half(desk.openDesks(otherPair.desks().bytes(), otherPlace)),
                    half(desk.openDesks(again.desks().bytes(), place))
                }) {
            Kept.shut(SlotFailure.HOLDS_ANOTHER, mine.with(desks, kept.commitment), "of another");
        }
    }

    @Test
    void is_seen_whichever_bit_was_turned() {
        Kept.isSeenWhateverIsChanged(pair.desks().bytes(), turned -> desk.openDesks(turned, place));
        Kept.isSeenWhateverIsChanged(
                pair.holders().bytes(), turned -> GlassSlots.openHolders(turned, place, holder));
    }

    @Test
    void opens_for_no_other_place_holder_or_desk() {
        for (EntryContext other : Harbour.beside(kept.place)) {
            var there = new GlassContext(other, holder.address());
            refused(desk.openDesks(pair.desks().bytes(), there));
            refused(GlassSlots.openHolders(pair.holders().bytes(), there, holder));
        }
        var stranger = ReadingKey.fresh(kept.random);
        var theirs = new GlassContext(kept.place, stranger.address());
        refused(desk.openDesks(pair.desks().bytes(), theirs));
        refused(GlassSlots.openHolders(pair.holders().bytes(), theirs, holder));
        refused(GlassSlots.openHolders(pair.holders().bytes(), place, stranger));
        refused(new GlassSlots(Key.fresh(32, kept.random)).openDesks(pair.desks().bytes(), place));
    }

    private static void refused(Slot<GlassHalf> slot) {
        Kept.shut(SlotFailure.NOT_FOR_THIS_KEY, slot, "another place, holder or desk");
    }
}
