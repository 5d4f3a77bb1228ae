package org.watchword.formats.entry;

import static org.watchword.formats.VectorFile.hex;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.watchword.formats.Drawn;
import org.watchword.formats.VectorFile;
import org.watchword.formats.cbor.CborWriter;
import org.watchword.formats.cipher.Octets;

/// Makes `vectors/entry/entry.json`.
public final class EntryVectors {
    public static final String FILE = "entry/entry.json";
    private static final String SEED = "watchword vectors, entry, 1";

    private final VectorFile file = new VectorFile("sealed entries", SEED);
    private final Drawn random = new Drawn(SEED);
    private final Harbour harbour = new Harbour(random);
    private final Dishonest dishonest = new Dishonest(random, harbour.author());
    private final Entry entry = harbour.first("They came at three. Кто звонил?");
    private final EntryContext place = entry.context();
    private final byte[] body = Body.written(entry);

    public static String text() {
        var vectors = new EntryVectors();
        vectors.sound();
        vectors.outside();
        vectors.padding();
        vectors.signatures();
        vectors.bodies();
        return vectors.file.text();
    }

    private void sound() {
        opened("first-of-a-compartment", "it has seen the beginning", entry);
        opened(
                "empty-body",
                "nothing said",
                harbour.entry(new byte[0], harbour.seen(1), List.of()));
        opened(
                "as-full-as-the-least-class",
                "its inside is 1,024 bytes without padding",
                filling(SizeClass.LEAST));
        opened("one-byte-more", "the class after the least", filling(SizeClass.LEAST + 1));
        opened(
                "eight-heads",
                "as many heads as there may be, three pieces of evidence",
                harbour.entry(random.bytes(80), harbour.seen(8), harbour.evidence(3)));
        opened(
                "all-evidence",
                "as many pieces of evidence as there may be",
                harbour.entry(random.bytes(300), harbour.seen(2), harbour.evidence(64)));
    }

    private Entry filling(int inside) {
        Entry empty = harbour.entry(new byte[256], harbour.seen(2), List.of());
        int rest = inside - 100 - Body.written(empty).length;
        return harbour.entry(random.bytes(256 + rest), harbour.seen(2), List.of());
    }

    private void opened(String name, String says, Entry one) {
        var sealed = harbour.sealed(one);
        var vector = vector(name, says, VectorFile.OPENED, sealed, one.context());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", one.type().word());
        fields.put("author", one.author().octets().hex());
        fields.put("at", one.at().toEpochMilli());
        fields.put("seen", hexes(one.seen().heads().stream().map(Head::octets)));
        fields.put("body", one.body().hex());
        fields.put("evidence", hexes(one.evidence().stream().map(EvidenceReference::octets)));
        vector.put("entry", fields);
        byte[] padded =
                Seal.opened(sealed.entry().octets().bytes(), one.context(), sealed.key())
                        .orElseThrow();
        Map<String, Object> onTheWay = new LinkedHashMap<>();
        onTheWay.put("canonical_body", hex(Body.written(one)));
        onTheWay.put("context", hex(one.context().bytes()));
        onTheWay.put("r", hex(Arrays.copyOf(padded, 32)));
        onTheWay.put("signature", hex(Arrays.copyOfRange(padded, 32, 96)));
        onTheWay.put("sealing_key", hex(sealed.key().sealing().getEncoded()));
        onTheWay.put("commitment", sealed.leaf().commitment().octets().hex());
        onTheWay.put("key_commitment", sealed.leaf().keyCommitment().octets().hex());
        onTheWay.put("head", Head.of(sealed.leaf()).octets().hex());
        onTheWay.put("beginning", Head.beginning(one.context().epoch()).octets().hex());
        vector.put("on_the_way", onTheWay);
    }

    private static List<String> hexes(Stream<Octets> many) {
        return many.map(Octets::hex).toList();
    }

    private Map<String, Object> vector(
            String name, String says, String expect, EntrySealer.Sealed one, EntryContext at) {
        Map<String, Object> vector = file.add(name, says, expect);
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("organisation", at.epoch().organisation().octets().hex());
        context.put("case", at.epoch().ofCase().octets().hex());
        context.put("compartment", at.epoch().compartment().octets().hex());
        context.put("epoch", at.epoch().number());
        context.put("entry", at.entry().octets().hex());
        vector.put("context", context);
        vector.put("data_key", hex(one.key().secretBytes()));
        vector.put("leaf", hex(one.leaf().bytes()));
        vector.put("sealed", one.entry().octets().hex());
        return vector;
    }

    private void failing(EntryFailure why, String name, String says, EntrySealer.Sealed one) {
        vector(name, says, why.name(), one, place);
    }

    private void outside() {
        var sealed = harbour.sealed(entry);
        var other = harbour.sealed(entry);
        byte[] bytes = sealed.entry().octets().bytes();
        byte[] version = bytes.clone();
        version[0] = 2;
        failing(EntryFailure.OTHER_VERSION, "version-two", "", with(version, sealed));
        failing(EntryFailure.OTHER_VERSION, "no-bytes", "", with(new byte[0], sealed));
        failing(
                EntryFailure.NO_ENTRY,
                "one-byte-short",
                "no entry has this length",
                with(Arrays.copyOf(bytes, bytes.length - 1), sealed));
        byte[] turned = bytes.clone();
        turned[500] ^= 1;
        var changed = with(turned, sealed);
        failing(
                EntryFailure.CIPHERTEXT_CHANGED,
                "bit-turned",
                "one bit, and the leaf as it was",
                new EntrySealer.Sealed(changed.entry(), sealed.leaf(), sealed.key()));
        failing(
                EntryFailure.NOT_SEALED_HERE,
                "bit-turned-leaf-too",
                "one bit, and a leaf that fits it",
                changed);
        failing(
                EntryFailure.OTHER_KEY,
                "key-of-another",
                "",
                new EntrySealer.Sealed(sealed.entry(), sealed.leaf(), other.key()));
        failing(
                EntryFailure.CIPHERTEXT_CHANGED,
                "leaf-of-another",
                "the same entry, sealed twice",
                new EntrySealer.Sealed(sealed.entry(), other.leaf(), sealed.key()));
        String[] things = {"organisation", "case", "compartment", "epoch", "entry"};
        for (int i = 0; i < things.length; i++) {
            vector(
                    "looked-for-in-another-" + things[i],
                    "",
                    EntryFailure.NOT_SEALED_HERE.name(),
                    sealed,
                    Harbour.beside(place).get(i));
        }
    }

    private static EntrySealer.Sealed with(byte[] bytes, EntrySealer.Sealed sealed) {
        return new EntrySealer.Sealed(
                new SealedEntry(Octets.of(bytes)),
                Dishonest.fitting(bytes, sealed.leaf()),
                sealed.key());
    }

    private void padding() {
        failing(
                EntryFailure.BADLY_PADDED,
                "padding-not-zero",
                "the last byte is 1",
                dishonest.padded(
                        place,
                        body,
                        padded -> {
                            padded[padded.length - 1] = 1;
                            return padded;
                        }));
        failing(
                EntryFailure.BADLY_PADDED,
                "padded-to-another-class",
                "a class too many",
                dishonest.padded(place, body, p -> Arrays.copyOf(p, SizeClass.of(p.length + 1))));
        failing(
                EntryFailure.BADLY_PADDED,
                "length-too-large",
                "longer than what it stands in",
                dishonest.padded(
                        place,
                        body,
                        padded -> {
                            padded[96] = (byte) 0x80;
                            return padded;
                        }));
        failing(
                EntryFailure.OTHER_COMMITMENT,
                "length-takes-a-zero",
                "one byte of padding counted as body",
                dishonest.padded(
                        place,
                        body,
                        padded -> {
                            padded[99]++;
                            return padded;
                        }));
        failing(
                EntryFailure.OTHER_COMMITMENT,
                "other-r",
                "",
                dishonest.padded(
                        place,
                        body,
                        padded -> {
                            padded[0] ^= 1;
                            return padded;
                        }));
    }

    private void signatures() {
        failing(
                EntryFailure.NOT_SIGNED,
                "signed-for-another-place",
                "another entry of the compartment",
                dishonest.signed(
                        place,
                        body,
                        c -> harbour.author().sign(Seal.toBeSigned(harbour.place(), c))));
        failing(
                EntryFailure.NOT_SIGNED,
                "signed-without-its-domain",
                "the commitment alone",
                dishonest.signed(place, body, c -> harbour.author().sign(c.octets().bytes())));
        failing(
                EntryFailure.NOT_SIGNED,
                "signed-by-another",
                "",
                new Dishonest(random, new Harbour(random).author()).bodied(place, body));
        failing(
                EntryFailure.NOT_SIGNED,
                "author-of-low-order",
                "a signature that anybody can make",
                dishonest.byNobody(entry));
    }

    private void bodies() {
        notCanonical("body-behind-the-end", Arrays.copyOf(body, body.length + 1));
        notCanonical("body-cut-off", Arrays.copyOf(body, body.length - 1));
        byte[] longHead = new byte[body.length + 1];
        longHead[0] = (byte) 0x98;
        longHead[1] = 12;
        System.arraycopy(body, 1, longHead, 2, body.length - 1);
        notCanonical("array-of-a-longer-spelling", longHead);
        byte[] endless = Arrays.copyOf(body, body.length + 1);
        endless[0] = (byte) 0x9f;
        endless[body.length] = (byte) 0xff;
        notCanonical("array-of-a-length-told-later", endless);
        List<Head> two = harbour.seen(2).heads();
        notCanonical("body-of-version-two", written(2, "note", two));
        notCanonical("type-with-a-capital", written(1, "Note", two));
        notCanonical("type-of-no-letters", written(1, "", two));
        notCanonical("heads-out-of-order", written(1, "note", two.reversed()));
        notCanonical("head-twice", written(1, "note", List.of(two.getFirst(), two.getFirst())));
        notCanonical("no-head", written(1, "note", List.of()));
        var beginning = Stream.of(Head.beginning(place.epoch()), two.getFirst()).sorted();
        notCanonical("beginning-beside-a-head", written(1, "note", beginning.toList()));
        Entry elsewhere = harbour.first("of another entry");
        failing(
                EntryFailure.OTHER_CONTEXT,
                "body-of-another-entry",
                "sealed and signed here, says that it belongs elsewhere",
                dishonest.bodied(place, Body.written(elsewhere)));
    }

    private void notCanonical(String name, byte[] form) {
        failing(EntryFailure.NOT_CANONICAL, name, "", dishonest.bodied(place, form));
    }

    private byte[] written(int version, String type, List<Head> heads) {
        var into = new CborWriter().array(12).number(version);
        place.items(into);
        into.text(type).bytes(harbour.author().publicKey()).number(0).array(heads.size());
        heads.forEach(head -> into.bytes(head.octets().bytes()));
        into.bytes("words".getBytes(StandardCharsets.UTF_8)).array(0);
        return into.written();
    }

    private EntryVectors() {}
}
