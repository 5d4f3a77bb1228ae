package org.watchword.formats.snapshot;

import static org.watchword.formats.VectorFile.OPENED;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.watchword.formats.VectorFile;
import org.watchword.formats.cbor.CborWriter;
import org.watchword.formats.cipher.Octets;

/// Makes the file of `vectors/snapshot`.
public final class SnapshotVectors {
    public static final String FILE = "snapshot/snapshot.json";

    private static final String SEED = "watchword vectors, snapshots, 1";

    private final Remembering reader = new Remembering(SEED);
    private final VectorFile file = new VectorFile("snapshots", SEED);

    public static String text() {
        return new SnapshotVectors().made();
    }

    private String made() {
        Octets sealed = reader.sealed();
        vector("whole", OPENED, reader.stretch(), sealed);
        vector("one-not-told", OPENED, reader.stretch(), withoutOne());
        Octets two = changed(sealed, 0, 3);
        vector("version-two", SnapshotFailure.OTHER_VERSION.name(), reader.stretch(), two);
        byte[] cut = new byte[sealed.length() - 1];
        System.arraycopy(sealed.bytes(), 0, cut, 0, cut.length);
        String length = SnapshotFailure.OTHER_LENGTH.name();
        vector("one-byte-short", length, reader.stretch(), Octets.of(cut));
        others(sealed);
        dishonest();
        return file.text();
    }

    private Octets withoutOne() {
        var some = new TreeMap<>(reader.verified);
        some.remove(some.firstKey());
        return Snapshot.seal(reader.key(), reader.stretch(), some, reader.random);
    }

    private static Octets changed(Octets bytes, int at, int by) {
        byte[] changed = bytes.bytes();
        changed[at] ^= (byte) by;
        return Octets.of(changed);
    }

    private void others(Octets sealed) {
        String not = SnapshotFailure.NOT_OF_THESE_ROWS.name();
        vector("bit-turned", not, reader.stretch(), changed(sealed, 40, 1));
        vector("other-drawn", not, reader.stretch(), changed(sealed, 1, 1));
        var stranger = vector("of-another-reader", not, reader.stretch(), sealed);
        stranger.put("own_key", VectorFile.hex(reader.random.bytes(32)));
        List<Stretch> elsewhere = reader.elsewhere();
        for (int i = 0; i < elsewhere.size(); i++) {
            vector("in-another-place-" + i, not, elsewhere.get(i), sealed);
        }
        Stretch.Row first = reader.rows.getFirst();
        vector("another-leaf", not, reader.with(0, leaf(first)), sealed);
        vector("another-epoch", not, reader.with(0, epoch(first)), sealed);
        Stretch.Row unerased = erased(reader.rows.get(1), 0);
        vector("not-erased-any-more", not, reader.with(1, unerased), sealed);
        String length = SnapshotFailure.OTHER_LENGTH.name();
        vector("erased-since", length, reader.with(0, erased(first, 252)), sealed);
        vector("row-missing", length, reader.stretch(reader.rows.subList(1, 4)), sealed);
    }

    private static Stretch.Row leaf(Stretch.Row row) {
        byte[] leaf = row.leaf().bytes();
        leaf[95] ^= 1;
        return new Stretch.Row(
                row.number(),
                row.epoch(),
                row.erasedBy(),
                row.length(),
                row.entry(),
                Octets.of(leaf));
    }

    private static Stretch.Row epoch(Stretch.Row row) {
        return new Stretch.Row(
                row.number(),
                row.epoch() + 1,
                row.erasedBy(),
                row.length(),
                row.entry(),
                row.leaf());
    }

    private static Stretch.Row erased(Stretch.Row row, long by) {
        return new Stretch.Row(
                row.number(), row.epoch(), by, row.length(), row.entry(), row.leaf());
    }

    private void dishonest() {
        String not = SnapshotFailure.NOT_CANONICAL.name();
        byte[] none = new CborWriter().array(2).number(1).array(0).written();
        vector("list-cut-off", not, reader.stretch(), inside(none.length - 1, none));
        vector("length-too-large", not, reader.stretch(), inside(1 << 20, none));
        byte[] two = new CborWriter().array(2).number(2).array(0).written();
        vector("list-of-version-two", not, reader.stretch(), inside(two.length, two));
    }

    private Octets inside(int length, byte[] written) {
        int size = reader.sealed().length() - 33 - 16;
        byte[] padded = ByteBuffer.allocate(size).putInt(length).put(written).array();
        return reader.sealedBy(padded);
    }

    private Map<String, Object> vector(
            String name, String expect, Stretch stretch, Octets snapshot) {
        var vector = file.add(name, "", expect);
        vector.put("organisation", stretch.place().organisation().octets().hex());
        vector.put("case", stretch.place().ofCase().octets().hex());
        vector.put("compartment", stretch.place().compartment().octets().hex());
        vector.put("first", stretch.first());
        vector.put("last", stretch.last());
        vector.put("rows", stretch.rows().stream().map(SnapshotVectors::row).toList());
        vector.put("own_key", VectorFile.hex(reader.own));
        vector.put("snapshot", snapshot.hex());
        if (OPENED.equals(expect)) {
            vector.put("entries", entries(stretch, snapshot));
        }
        return vector;
    }

    private List<Object> entries(Stretch stretch, Octets snapshot) {
        var whole = (Snapshot.Opened.Whole) Snapshot.open(snapshot, stretch, reader.key());
        var entries = new ArrayList<Object>();
        for (Stretch.Row row : stretch.rows()) {
            whole.snapshot()
                    .entry(row.number())
                    .ifPresent(entry -> {
                        Map<String, Object> one = new LinkedHashMap<>();
                        one.put("number", row.number());
                        one.put("body", VectorFile.hex(entry.written()));
                        entries.add(one);
                    });
        }
        return entries;
    }

    private static Map<String, Object> row(Stretch.Row row) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("number", row.number());
        one.put("epoch", row.epoch());
        one.put("erased_by", row.erasedBy());
        one.put("length", row.length());
        one.put("entry", row.entry().octets().hex());
        one.put("leaf", row.leaf().hex());
        return one;
    }

    private SnapshotVectors() {}
}
