package org.watchword.formats.slot;

import static org.watchword.formats.VectorFile.OPENED;
import static org.watchword.formats.VectorFile.hex;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.watchword.formats.VectorFile;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.EntryContext;
import org.watchword.formats.entry.Epoch;
import org.watchword.formats.entry.Harbour;

/// Makes the files of `vectors/slot`, by name.
final class SlotVectors {
    static final String SETTLED = "slot/settled-slot.json";
    static final String INBOUND = "slot/inbound-slot.json";
    static final String GLASS = "slot/glass-slot.json";
    static final String EPOCH = "slot/epoch-slot.json";
    static final String ACCOUNT = "slot/account-slots.json";
    static final String KEYS = "slot/account-keys.json";
    static final String SHUT = "shut";
    static final String SPOILT = "spoilt";

    static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(SETTLED, settled());
        texts.put(INBOUND, inbound());
        texts.put(GLASS, glass());
        texts.put(EPOCH, epoch());
        texts.put(ACCOUNT, AccountVectors.slots());
        texts.put(KEYS, AccountVectors.keys());
        return texts;
    }

    private static Map<String, Object> place(EntryContext entry) {
        Map<String, Object> place = place(entry.epoch());
        place.put("entry", entry.entry().octets().hex());
        return place;
    }

    private static Map<String, Object> place(Epoch epoch) {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("organisation", epoch.organisation().octets().hex());
        place.put("case", epoch.ofCase().octets().hex());
        place.put("compartment", epoch.compartment().octets().hex());
        place.put("epoch", epoch.number());
        return place;
    }

    private static byte[] turned(byte[] bytes, int at) {
        byte[] turned = bytes.clone();
        turned[at] ^= 1;
        return turned;
    }

    static byte[] cut(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length - 1);
    }

    private static String settled() {
        String seed = "watchword vectors, settled slots, 1";
        var kept = new Kept(seed);
        var file = new VectorFile("settled slots", seed);
        EpochKey key = kept.epochKey();
        var slots = new SettledSlots(key);
        byte[] slot = slots.seal(kept.key, kept.place, kept.random);
        ofEpoch(file.add("settled", "", OPENED), kept, key, slot);
        var later = new EpochKey(kept.harbour.later(), ReadingKey.fresh(kept.random));
        byte[] moved = new SettledSlots(later).seal(kept.key, kept.place, kept.random);
        ofEpoch(file.add("settled-in-a-later-epoch", "", OPENED), kept, later, moved);
        changed(file, kept, key, slot);
        byte[] other =
                slots.seal(
                        kept.harbour.sealed(kept.harbour.first("another")).key(),
                        kept.place,
                        kept.random);
        String another = SlotFailure.HOLDS_ANOTHER.name();
        ofEpoch(file.add("key-of-another-entry", "", another), kept, key, other);
        return file.text();
    }

    private static String inbound() {
        String seed = "watchword vectors, inbound slots, 1";
        var kept = new Kept(seed);
        var file = new VectorFile("inbound slots", seed);
        EpochKey key = kept.epochKey();
        byte[] slot = InboundSlot.seal(kept.key, kept.place, key.address(), kept.random);
        ofEpoch(file.add("inbound", "", OPENED), kept, key, slot);
        changed(file, kept, key, slot);
        byte[] low = slot.clone();
        Arrays.fill(low, 1 + 1088, 1 + 1120, (byte) 0);
        String unsound = SlotFailure.UNSOUND.name();
        ofEpoch(file.add("point-of-low-order", "of X25519", unsound), kept, key, low);
        byte[] other =
                InboundSlot.seal(
                        kept.harbour.sealed(kept.harbour.first("another")).key(),
                        kept.place,
                        key.address(),
                        kept.random);
        String another = SlotFailure.HOLDS_ANOTHER.name();
        ofEpoch(file.add("key-of-another-entry", "", another), kept, key, other);
        return file.text();
    }

    private static void changed(VectorFile file, Kept kept, EpochKey key, byte[] slot) {
        String version = SlotFailure.OTHER_VERSION.name();
        byte[] two = slot.clone();
        two[0] = 2;
        ofEpoch(file.add("version-two", "", version), kept, key, two);
        String none = SlotFailure.NO_SLOT.name();
        ofEpoch(file.add("one-byte-short", "", none), kept, key, cut(slot));
        String shut = SlotFailure.NOT_FOR_THIS_KEY.name();
        ofEpoch(file.add("bit-turned", "", shut), kept, key, turned(slot, slot.length - 1));
        EpochKey stranger = kept.epochKey();
        ofEpoch(file.add("seed-of-another", "", shut), kept, stranger, slot);
        for (EntryContext other : Harbour.beside(kept.place)) {
            var there = new EpochKey(other.epoch(), key.reading());
            var vector =
                    file.add(
                            "in-another-place-" + Harbour.beside(kept.place).indexOf(other),
                            "the same seed, looked for elsewhere",
                            shut);
            ofEpoch(vector, kept, there, slot);
            vector.put("entry", place(other));
        }
    }

    private static void ofEpoch(Map<String, Object> vector, Kept kept, EpochKey key, byte[] slot) {
        vector.put("epoch", place(key.epoch()));
        vector.put("entry", place(kept.place));
        vector.put("epoch_seed", hex(key.reading().seed().getEncoded()));
        vector.put("key_commitment", kept.commitment.octets().hex());
        vector.put("slot", hex(slot));
        if (OPENED.equals(vector.get("expect"))) {
            vector.put("data_key", hex(kept.key.secretBytes()));
        }
    }

    private static String glass() {
        String seed = "watchword vectors, glass slots, 1";
        var kept = new Kept(seed);
        var file = new VectorFile("glass slots", seed);
        var holder = ReadingKey.fresh(kept.random);
        byte[] watchKey = kept.random.bytes(32);
        var desk = new GlassSlots(Key.taking(watchKey.clone()));
        var place = new GlassContext(kept.place, holder.address());
        var pair = desk.seal(kept.key, place, kept.random);
        byte[] his = pair.holders().bytes();
        byte[] desks = pair.desks().bytes();
        byte[] again = desk.seal(kept.key, place, kept.random).desks().bytes();
        Map<String, GlassSlots.Pair> pairs = new LinkedHashMap<>();
        pairs.put("glass OPENED", pair);
        pairs.put("halves-of-two-pairs HOLDS_ANOTHER", mixed(his, again));
        pairs.put("desks-bit-turned NOT_FOR_THIS_KEY", mixed(his, turned(desks, 30)));
        pairs.put("holders-bit-turned NOT_FOR_THIS_KEY", mixed(turned(his, 9), desks));
        pairs.put("desks-version-two OTHER_VERSION", mixed(his, two(desks)));
        pairs.put("holders-version-two OTHER_VERSION", mixed(two(his), desks));
        pairs.put("desks-one-byte-short NO_SLOT", mixed(his, cut(desks)));
        pairs.put("holders-one-byte-short NO_SLOT", mixed(cut(his), desks));
        pairs.forEach((says, halves) -> {
            String[] words = says.split(" ", 2);
            String end = words[1].equals("OPENED") ? OPENED : words[1];
            var vector = file.add(words[0], "", end);
            vector.put("entry", place(kept.place));
            vector.put("holder_seed", hex(holder.seed().getEncoded()));
            vector.put("watch_key", hex(watchKey));
            vector.put("key_commitment", kept.commitment.octets().hex());
            vector.put("holders_half", halves.holders().hex());
            vector.put("desks_half", halves.desks().hex());
            if (OPENED.equals(end)) {
                vector.put("data_key", hex(kept.key.secretBytes()));
            }
        });
        return file.text();
    }

    private static GlassSlots.Pair mixed(byte[] holders, byte[] desks) {
        return new GlassSlots.Pair(Octets.of(holders), Octets.of(desks));
    }

    private static byte[] two(byte[] slot) {
        byte[] two = slot.clone();
        two[0] = 2;
        return two;
    }

    private static String epoch() {
        String seed = "watchword vectors, epoch slots, 1";
        var kept = new Kept(seed);
        var file = new VectorFile("epoch slots", seed);
        EpochKey key = kept.epochKey();
        var member = ReadingKey.fresh(kept.random);
        var stranger = ReadingKey.fresh(kept.random);
        byte[] slot = EpochSlot.seal(key, member.address(), kept.random);
        byte[] planted = EpochSlot.seal(kept.epochKey(), member.address(), kept.random);
        var elsewhere = new EpochAddress(kept.harbour.later(), key.address().address());
        String shut = SlotFailure.NOT_FOR_THIS_KEY.name();
        ofMember(file.add("epoch", "", OPENED), key.address(), member, slot);
        ofMember(
                file.add("planted-key", "", SlotFailure.HOLDS_ANOTHER.name()),
                key.address(),
                member,
                planted);
        ofMember(file.add("seed-of-another", "", shut), key.address(), stranger, slot);
        ofMember(file.add("another-epoch", "", shut), elsewhere, member, slot);
        ofMember(file.add("bit-turned", "", shut), key.address(), member, turned(slot, 1130));
        return file.text();
    }

    private static void ofMember(
            Map<String, Object> vector, EpochAddress epoch, ReadingKey member, byte[] slot) {
        vector.put("epoch", place(epoch.epoch()));
        vector.put("epoch_address", epoch.address().octets().hex());
        vector.put("member_seed", hex(member.seed().getEncoded()));
        vector.put("slot", hex(slot));
        if (OPENED.equals(vector.get("expect"))) {
            var opened = (Slot.Open<EpochKey>) EpochSlot.open(slot, epoch, member);
            vector.put("epoch_seed", hex(opened.key().reading().seed().getEncoded()));
        }
    }

    private SlotVectors() {}
}
