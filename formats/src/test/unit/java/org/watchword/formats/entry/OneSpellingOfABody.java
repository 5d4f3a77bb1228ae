package org.watchword.formats.entry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.watchword.formats.Drawn;
import org.watchword.formats.cbor.CborWriter;
import org.watchword.formats.cbor.NotCanonical;

class OneSpellingOfABody {
    private static final long SEED = 20261129;
    private static final int CHANGES = 200_000;

    private final Harbour harbour = new Harbour(new Drawn("one spelling"));

    @Test
    void comes_back_as_the_same_entry() throws NotCanonical {
        for (int heads = 1; heads <= 8; heads++) {
            Entry entry =
                    harbour.entry(
                            harbour.random().bytes(heads * 40),
                            harbour.seen(heads),
                            harbour.evidence(heads - 1));
            assertEquals(entry, Body.read(Body.written(entry)));
        }
    }

    /// Bytes changed at random: whatever is still taken is written as the very same bytes.
    @Test
    void is_the_only_one_however_its_bytes_are_changed() {
        System.out.println("OneSpellingOfABody: seed " + SEED);
        byte[] body =
                Body.written(harbour.entry(new byte[30], harbour.seen(2), harbour.evidence(2)));
        var random = new SplittableRandom(SEED);
        int taken = 0;
        for (int i = 0; i < CHANGES; i++) {
            byte[] changed = changed(body, random);
            try {
                assertArrayEquals(changed, Body.written(Body.read(changed)));
                taken++;
            } catch (NotCanonical refused) {
                assertTrue(refused.getMessage() != null);
            }
        }
        assertTrue(taken > CHANGES / 100 && taken < CHANGES, taken + " were taken");
    }

    private static byte[] changed(byte[] body, SplittableRandom random) {
        byte[] changed = body.clone();
        for (int count = 1 + random.nextInt(2); count > 0; count--) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        }
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(changed, random.nextInt(changed.length));
            case 1 -> Arrays.copyOf(changed, changed.length + 1);
            default -> changed;
        };
    }

    @Test
    void has_no_other_version_kind_of_type_order_of_heads_or_doubled_evidence() {
        List<Head> heads = harbour.seen(2).heads();
        List<EvidenceReference> evidence = harbour.evidence(1);
        refused(written(2, "note", heads, evidence), "version");
        refused(written(1, "Note", heads, evidence), "a capital");
        refused(written(1, "", heads, evidence), "no type");
        refused(written(1, "n".repeat(33), heads, evidence), "a long type");
        refused(written(1, "note", heads.reversed(), evidence), "order");
        refused(written(1, "note", List.of(heads.getFirst(), heads.getFirst()), evidence), "twice");
        refused(written(1, "note", List.of(), evidence), "no head");
        refused(written(1, "note", nine(), evidence), "nine heads");
        var beginning = Head.beginning(harbour.epoch());
        var beside = Stream.of(beginning, heads.getFirst()).sorted().toList();
        refused(written(1, "note", beside, evidence), "the beginning beside another");
        var doubled = List.of(evidence.getFirst(), evidence.getFirst());
        refused(written(1, "note", heads, doubled), "evidence twice");
    }

    private List<Head> nine() {
        return Stream.concat(harbour.seen(8).heads().stream(), harbour.seen(1).heads().stream())
                .sorted()
                .toList();
    }

    private static void refused(byte[] body, String why) {
        assertThrows(NotCanonical.class, () -> Body.read(body), why);
    }

    private byte[] written(
            int version, String type, List<Head> heads, List<EvidenceReference> evidence) {
        var into = new CborWriter().array(12).number(version);
        harbour.place().items(into);
        into.text(type).bytes(harbour.author().publicKey()).number(0).array(heads.size());
        heads.forEach(head -> into.bytes(head.octets().bytes()));
        into.bytes(new byte[0]).array(evidence.size());
        evidence.forEach(one -> into.bytes(one.octets().bytes()));
        return into.written();
    }

    /// The control of the refusals above: so written, nothing is wrong with it.
    @Test
    void is_taken_when_it_is_written_by_hand() throws NotCanonical {
        List<Head> heads = harbour.seen(2).heads();
        byte[] body = written(1, "note", heads, harbour.evidence(1));
        assertArrayEquals(body, Body.written(Body.read(body)));
        byte[] longer = Arrays.copyOf(body, body.length + 1);
        assertThrows(NotCanonical.class, () -> Body.read(longer));
    }
}
