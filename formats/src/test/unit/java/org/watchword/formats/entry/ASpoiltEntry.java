package org.watchword.formats.entry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.watchword.formats.Drawn;
import org.watchword.formats.cipher.Octets;

class ASpoiltEntry {
    private static final long SEED = 20261129;
    private static final int ROUNDS = 10_000;
    private static final int LENGTH_AT = 96;
    private static final int BODY_AT = 100;
    private static final int AMONG = 3;

    private final Harbour harbour = new Harbour(new Drawn("a spoilt entry"));
    private final EntryOpener opener = new EntryOpener();
    private final Entry entry = harbour.first("Кто звонил и когда");
    private final EntryContext place = entry.context();
    private final EntrySealer.Sealed sealed = harbour.sealed(entry);
    private final List<EntryOpener.Begun> others =
            IntStream.range(0, 8).mapToObj(this::sound).toList();
    private final Dishonest dishonest = new Dishonest(harbour.random(), harbour.author());

    private static byte[] turned(byte[] bytes, int bit) {
        byte[] turned = bytes.clone();
        turned[bit / 8] ^= (byte) (1 << bit % 8);
        return turned;
    }

    private void fails(EntryFailure failure, byte[] bytes, Leaf leaf, String where) {
        fails(failure, new SealedEntry(Octets.of(bytes)), leaf, sealed.key(), where);
    }

    private void fails(EntryFailure failure, EntrySealer.Sealed other, String where) {
        fails(failure, other.entry(), other.leaf(), other.key(), where);
    }

    private void fails(
            EntryFailure failure, SealedEntry spoilt, Leaf leaf, DataKey key, String where) {
        var failed = new EntryOpener.Opened.Failed(failure);
        assertEquals(failed, opener.open(spoilt, leaf, place, key), where);
        if (failure == EntryFailure.NOT_SIGNED) {
            failsAlone(failed, opener.begin(spoilt, leaf, place, key), where);
        }
    }

    /// Among others that are sound, and stay so.
    private void failsAlone(EntryOpener.Opened failed, EntryOpener.Begun begun, String where) {
        var all = new ArrayList<>(others);
        all.add(AMONG, begun);
        var opened = new ArrayList<>(opener.verified(all));
        assertEquals(failed, opened.remove(AMONG), where);
        assertTrue(
                opened.stream().allMatch(EntryOpener.Opened.Whole.class::isInstance),
                "others: " + where);
    }

    @Test
    void is_seen_among_many_whatever_is_wrong_with_it() {
        byte[] version = turned(sealed.entry().octets().bytes(), 0);
        var begun =
                opener.begin(
                        new SealedEntry(Octets.of(version)), sealed.leaf(), place, sealed.key());
        failsAlone(new EntryOpener.Opened.Failed(EntryFailure.OTHER_VERSION), begun, "version");
        assertEquals(List.of(), opener.verified(List.of()));
    }

    private EntryOpener.Begun sound(int nth) {
        Entry other = harbour.first("number " + nth);
        var sealed = harbour.sealed(other);
        return opener.begin(sealed.entry(), sealed.leaf(), other.context(), sealed.key());
    }

    @Test
    void is_seen_whichever_bit_of_it_was_turned() {
        byte[] bytes = sealed.entry().octets().bytes();
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] spoilt = turned(bytes, bit);
            String where = "bit " + bit;
            if (bit < 8) {
                fails(EntryFailure.OTHER_VERSION, spoilt, sealed.leaf(), where);
                continue;
            }
            fails(EntryFailure.CIPHERTEXT_CHANGED, spoilt, sealed.leaf(), where);
            Leaf fitting = Dishonest.fitting(spoilt, sealed.leaf());
            fails(EntryFailure.NOT_SEALED_HERE, spoilt, fitting, where);
        }
    }

    @Test
    void is_seen_when_it_is_long_too() {
        System.out.println("ASpoiltEntry: seed " + SEED);
        Entry large = harbour.entry(harbour.random().bytes(60_000), harbour.seen(3), List.of());
        var whole = harbour.sealed(large);
        byte[] bytes = whole.entry().octets().bytes();
        var random = new SplittableRandom(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            int bit = random.nextInt(8, bytes.length * 8);
            var spoilt = new SealedEntry(Octets.of(turned(bytes, bit)));
            boolean fitted = round % 2 == 0;
            Leaf leaf =
                    fitted
                            ? Dishonest.fitting(spoilt.octets().bytes(), whole.leaf())
                            : whole.leaf();
            var failure = fitted ? EntryFailure.NOT_SEALED_HERE : EntryFailure.CIPHERTEXT_CHANGED;
            assertEquals(
                    new EntryOpener.Opened.Failed(failure),
                    opener.open(spoilt, leaf, large.context(), whole.key()),
                    "bit " + bit);
        }
    }

    @Test
    void is_seen_whichever_bit_of_its_leaf_was_turned() {
        byte[] leaf = sealed.leaf().bytes();
        for (int bit = 0; bit < leaf.length * 8; bit++) {
            var failure =
                    switch (bit / 256) {
                        case 0 -> EntryFailure.CIPHERTEXT_CHANGED;
                        case 1 -> EntryFailure.OTHER_COMMITMENT;
                        default -> EntryFailure.OTHER_KEY;
                    };
            byte[] bytes = sealed.entry().octets().bytes();
            fails(failure, bytes, Leaf.read(turned(leaf, bit)).orElseThrow(), "bit " + bit);
        }
    }

    @Test
    void is_seen_in_every_length_that_is_not_its_own() {
        byte[] bytes = sealed.entry().octets().bytes();
        for (int length = 0; length < 3_000; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            boolean isClass = SizeClass.isOne(length - 17);
            var failure =
                    length == 0
                            ? EntryFailure.OTHER_VERSION
                            : isClass ? EntryFailure.CIPHERTEXT_CHANGED : EntryFailure.NO_ENTRY;
            if (length != bytes.length) {
                fails(failure, cut, sealed.leaf(), length + " bytes");
            }
        }
        fails(EntryFailure.NO_ENTRY, large(SizeClass.of(SizeClass.MOST + 1)), sealed.leaf(), "");
    }

    private static byte[] large(int inside) {
        byte[] bytes = new byte[inside + 17];
        bytes[0] = SealedEntry.VERSION;
        return bytes;
    }

    /// Each bit of what lies inside, by an author who seals it so.
    @Test
    void is_seen_whatever_its_author_changed_inside() {
        byte[] body = Body.written(entry);
        for (int bit = 0; bit < SizeClass.LEAST * 8; bit++) {
            int turned = bit;
            var other = dishonest.padded(place, body, padded -> turned(padded, turned));
            fails(inside(bit, body.length), other, "bit " + bit);
        }
    }

    private static EntryFailure inside(int bit, int length) {
        int at = bit / 8;
        if (at >= Inside.R_BYTES && at < LENGTH_AT) {
            return EntryFailure.NOT_SIGNED;
        }
        if (at >= LENGTH_AT && at < BODY_AT) {
            int told = ByteBuffer.wrap(turned(lengthOf(length), bit - LENGTH_AT * 8)).getInt();
            boolean takesZeros = told > length && told <= SizeClass.LEAST - BODY_AT;
            return takesZeros ? EntryFailure.OTHER_COMMITMENT : EntryFailure.BADLY_PADDED;
        }
        return at < BODY_AT + length ? EntryFailure.OTHER_COMMITMENT : EntryFailure.BADLY_PADDED;
    }

    private static byte[] lengthOf(int length) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(length).array();
    }

    @Test
    void is_seen_when_it_is_padded_to_another_class() {
        byte[] body = Body.written(entry);
        UnaryOperator<byte[]> longer = padded -> Arrays.copyOf(padded, SizeClass.of(2_000));
        fails(EntryFailure.BADLY_PADDED, dishonest.padded(place, body, longer), "longer");
        UnaryOperator<byte[]> negative =
                padded -> ByteBuffer.wrap(padded).putInt(LENGTH_AT, -1).array();
        fails(EntryFailure.BADLY_PADDED, dishonest.padded(place, body, negative), "negative");
        UnaryOperator<byte[]> most =
                padded -> ByteBuffer.wrap(padded).putInt(LENGTH_AT, Integer.MAX_VALUE).array();
        fails(EntryFailure.BADLY_PADDED, dishonest.padded(place, body, most), "most");
    }

    @Test
    void is_seen_when_its_body_belongs_elsewhere() {
        for (EntryContext other : Harbour.beside(place)) {
            Entry elsewhere =
                    new Entry(
                            other,
                            entry.type(),
                            entry.author(),
                            entry.at(),
                            Seen.nothingIn(other.epoch()),
                            entry.body(),
                            entry.evidence());
            var moved = dishonest.bodied(place, Body.written(elsewhere));
            fails(EntryFailure.OTHER_CONTEXT, moved, "its body names another place");
        }
    }

    @Test
    void is_seen_when_it_was_signed_for_another_place_or_by_another() {
        byte[] body = Body.written(entry);
        for (EntryContext other : Harbour.beside(place)) {
            var signedElsewhere =
                    dishonest.signed(
                            place,
                            body,
                            commitment ->
                                    harbour.author().sign(Seal.toBeSigned(other, commitment)));
            fails(EntryFailure.NOT_SIGNED, signedElsewhere, "signed for another place");
        }
        var stranger = new Harbour(new Drawn("a stranger"));
        var by = new Dishonest(harbour.random(), stranger.author());
        fails(EntryFailure.NOT_SIGNED, by.bodied(place, body), "signed by another");
    }

    /// A key of low order would make signatures hold that nobody made.
    @Test
    void is_seen_when_its_author_has_no_sound_key() {
        fails(EntryFailure.NOT_SIGNED, dishonest.byNobody(entry), "of low order");
    }

    @Test
    void is_told_apart_by_every_kind_of_failure_there_is() {
        assertTrue(EntryFailure.values().length == 10, "a new kind needs a case above");
    }
}
