package org.watchword.formats.entry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.watchword.formats.Drawn;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.cipher.SigningKey;

class AnEntry {
    private final Harbour harbour = new Harbour(new Drawn("an entry"));
    private final EntryOpener opener = new EntryOpener();

    private EntryOpener.Opened opened(EntrySealer.Sealed sealed, EntryContext place) {
        return opener.open(sealed.entry(), sealed.leaf(), place, sealed.key());
    }

    private static EntryOpener.Opened failed(EntryFailure failure) {
        return new EntryOpener.Opened.Failed(failure);
    }

    @Test
    void comes_back_as_it_was_written() {
        byte[] body = harbour.random().bytes(5_000);
        for (Entry entry :
                List.of(
                        harbour.first("Кто звонил и когда"),
                        harbour.first(""),
                        harbour.entry(body, harbour.seen(8), harbour.evidence(64)))) {
            var opened = opened(harbour.sealed(entry), entry.context());
            assertEquals(new EntryOpener.Opened.Whole(entry), opened);
        }
    }

    @Test
    void may_fill_the_largest_class_and_no_more() {
        byte[] body = harbour.random().bytes(Entry.MOST_BODY_BYTES);
        Entry entry = harbour.entry(body, harbour.seen(8), harbour.evidence(64));
        var sealed = harbour.sealed(entry);
        assertTrue(sealed.entry().octets().length() <= SizeClass.MOST + 17);
        assertEquals(new EntryOpener.Opened.Whole(entry), opened(sealed, entry.context()));
        byte[] longer = new byte[Entry.MOST_BODY_BYTES + 1];
        assertThrows(
                IllegalArgumentException.class,
                () -> harbour.entry(longer, harbour.seen(1), List.of()));
    }

    @Test
    void opens_in_no_other_place() {
        Entry entry = harbour.first("under the pier");
        var sealed = harbour.sealed(entry);
        List<EntryContext> others = Harbour.beside(entry.context());
        assertEquals(5, others.size());
        for (EntryContext other : others) {
            assertEquals(failed(EntryFailure.NOT_SEALED_HERE), opened(sealed, other));
        }
    }

    @Test
    void opens_with_no_other_key_and_for_no_other_leaf() {
        Entry entry = harbour.first("under the pier");
        var sealed = harbour.sealed(entry);
        var another = harbour.sealed(entry);
        assertEquals(
                failed(EntryFailure.OTHER_KEY),
                opener.open(sealed.entry(), sealed.leaf(), entry.context(), another.key()));
        assertEquals(
                failed(EntryFailure.CIPHERTEXT_CHANGED),
                opener.open(sealed.entry(), another.leaf(), entry.context(), sealed.key()));
    }

    @Test
    void is_sealed_for_nobody_but_the_author_it_names() {
        Entry entry = harbour.first("by another");
        var other = SigningKey.fresh(harbour.random());
        var sealer = new EntrySealer(harbour.random());
        assertThrows(IllegalArgumentException.class, () -> sealer.seal(entry, other));
    }

    @Test
    void tells_its_size_class_and_nothing_else() {
        Entry entry = harbour.first("the same words");
        var one = harbour.sealed(entry);
        var two = harbour.sealed(entry);
        assertNotEquals(one.leaf().ciphertext(), two.leaf().ciphertext());
        assertNotEquals(one.leaf().commitment(), two.leaf().commitment());
        assertNotEquals(one.leaf().keyCommitment(), two.leaf().keyCommitment());
        int length = one.entry().octets().length();
        for (int words = 0; words < 600; words += 50) {
            Entry other = harbour.entry(new byte[words], harbour.seen(2), List.of());
            assertEquals(length, harbour.sealed(other).entry().octets().length());
        }
        String seen = one.entry().octets().hex() + HexFormat.of().formatHex(one.leaf().bytes());
        String inside = HexFormat.of().formatHex(Body.written(entry));
        assertTrue(inside.contains(entry.author().octets().hex()));
        assertFalse(seen.contains(entry.author().octets().hex()), "who wrote it");
        assertFalse(seen.contains(entry.context().epoch().organisation().octets().hex()));
    }

    /// Otherwise who has the public keys of a group could try which of them signed a leaf.
    @Test
    void shows_no_signature_outside_its_seal() {
        Entry entry = harbour.first("who wrote this?");
        var sealed = harbour.sealed(entry);
        byte[] signature =
                harbour.author().sign(Seal.toBeSigned(entry.context(), sealed.leaf().commitment()));
        assertFalse(sealed.entry().octets().hex().contains(Octets.of(signature).hex()));
    }

    @Test
    void is_named_by_later_ones_with_the_hash_of_its_leaf() {
        var sealed = harbour.sealed(harbour.first("first"));
        Head head = Head.of(sealed.leaf());
        assertArrayEquals(
                sealed.leaf().bytes(), Leaf.read(sealed.leaf().bytes()).orElseThrow().bytes());
        assertTrue(Leaf.read(new byte[95]).isEmpty());
        assertTrue(Leaf.read(new byte[97]).isEmpty());
        Entry next =
                harbour.entry(
                        "next".getBytes(StandardCharsets.UTF_8),
                        new Seen(List.of(head)),
                        List.of());
        assertEquals(
                new EntryOpener.Opened.Whole(next), opened(harbour.sealed(next), next.context()));
    }

    @Test
    void names_one_to_eight_heads_in_order_and_the_beginning_alone() {
        Head beginning = Head.beginning(harbour.epoch());
        assertEquals(beginning, Head.beginning(harbour.later()), "whatever the epoch is");
        List<Head> two = harbour.seen(2).heads();
        assertThrows(IllegalArgumentException.class, () -> new Seen(List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Seen(two.reversed()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Seen(List.of(two.getFirst(), two.getFirst())));
        assertThrows(IllegalArgumentException.class, () -> harbour.seen(9));
        var both = new Seen(List.of(beginning, two.getFirst()).stream().sorted().toList());
        assertThrows(
                IllegalArgumentException.class, () -> harbour.entry(new byte[0], both, List.of()));
    }
}
