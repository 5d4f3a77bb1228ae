package org.watchword.formats.snapshot;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.watchword.formats.cbor.CborReader;
import org.watchword.formats.cbor.CborWriter;
import org.watchword.formats.cbor.NotCanonical;
import org.watchword.formats.cipher.AesGcm;
import org.watchword.formats.cipher.Domain;
import org.watchword.formats.cipher.Hkdf;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.Entry;

/// What one reader verified of a stretch, sealed for nobody but himself: `version(1) ‖ drawn(32) ‖
/// AES-256-GCM(length(4) ‖ entries ‖ zeros)`, under a key that seals this one snapshot.
public final class Snapshot {
    private static final byte VERSION = 1;
    private static final int DRAWN_BYTES = 32;
    private static final int SEALED_AT = Byte.BYTES + DRAWN_BYTES;

    /// More than the length, the version and the heads of lists take.
    private static final int HEADS = 16;

    private static final int LIST_VERSION = 1;
    private static final int ITEMS = 2;

    /// The key is derived for one snapshot from what is drawn for it.
    private static final byte[] NONCE = new byte[AesGcm.NONCE_BYTES];

    private static final Domain KEY = new Domain("watchword/v1/snapshot-key");
    private static final Domain SEALING = new Domain("watchword/v1/snapshot-seal");

    private final Map<Long, Octets> bodies;

    private Snapshot(Map<Long, Octets> bodies) {
        this.bodies = bodies;
    }

    /// What came of opening one.
    public sealed interface Opened {
        record Whole(Snapshot snapshot) implements Opened {}

        record Refused(SnapshotFailure why) implements Opened {}
    }

    /// Whether it tells what stands at a number.
    public boolean tells(long number) {
        return bodies.containsKey(number);
    }

    /// What stands at a number; empty when it does not tell that one.
    public Optional<Entry> entry(long number) {
        return Optional.ofNullable(bodies.get(number)).flatMap(Entry::read);
    }

    /// Seals what was verified of a stretch.
    ///
    /// @param own the reader's own key
    /// @param verified by the numbers of rows that may be held
    public static Octets seal(
            Key own, Stretch of, SortedMap<Long, Entry> verified, SecureRandom random) {
        var entries =
                new CborWriter(HEADS + of.held())
                        .array(ITEMS)
                        .number(LIST_VERSION)
                        .array(verified.size());
        verified.forEach(
                (number, entry) -> entries.array(ITEMS).number(number).bytes(entry.written()));
        byte[] written = entries.written();
        byte[] padded = new byte[HEADS + of.held()];
        ByteBuffer.wrap(padded).putInt(written.length).put(written);
        byte[] drawn = new byte[DRAWN_BYTES];
        random.nextBytes(drawn);
        byte[] context = of.bytes();
        try (Key key = key(own, drawn)) {
            byte[] sealed = AesGcm.seal(key, NONCE, padded, SEALING.before(context));
            return Octets.of(
                    ByteBuffer.allocate(SEALED_AT + sealed.length)
                            .put(VERSION)
                            .put(drawn)
                            .put(sealed)
                            .array());
        } finally {
            Arrays.fill(padded, (byte) 0);
            Arrays.fill(written, (byte) 0);
        }
    }

    /// Opens one, over the rows as they lie now.
    public static Opened open(Octets stored, Stretch of, Key own) {
        byte[] bytes = stored.bytes();
        if (bytes.length == 0 || bytes[0] != VERSION) {
            return new Opened.Refused(SnapshotFailure.OTHER_VERSION);
        }
        if (bytes.length != SEALED_AT + HEADS + of.held() + AesGcm.TAG_BYTES) {
            return new Opened.Refused(SnapshotFailure.OTHER_LENGTH);
        }
        byte[] sealed = Arrays.copyOfRange(bytes, SEALED_AT, bytes.length);
        try (Key key = key(own, Arrays.copyOfRange(bytes, Byte.BYTES, SEALED_AT))) {
            return AesGcm.open(key, NONCE, sealed, SEALING.before(of.bytes()))
                    .map(Snapshot::read)
                    .orElseGet(() -> new Opened.Refused(SnapshotFailure.NOT_OF_THESE_ROWS));
        }
    }

    private static Key key(Key own, byte[] drawn) {
        return Hkdf.derive(own, KEY.before(drawn));
    }

    private static Opened read(byte[] padded) {
        try {
            int length = ByteBuffer.wrap(padded).getInt();
            if (length < 0 || length > padded.length - Integer.BYTES) {
                throw new NotCanonical("longer than what it stands in");
            }
            int end = Integer.BYTES + length;
            return new Opened.Whole(
                    new Snapshot(bodies(Arrays.copyOfRange(padded, Integer.BYTES, end))));
        } catch (NotCanonical e) {
            return new Opened.Refused(SnapshotFailure.NOT_CANONICAL);
        } finally {
            Arrays.fill(padded, (byte) 0);
        }
    }

    private static Map<Long, Octets> bodies(byte[] written) throws NotCanonical {
        var from = new CborReader(written);
        from.array(ITEMS, ITEMS);
        if (from.number(LIST_VERSION) != LIST_VERSION) {
            throw new NotCanonical("another version of the list");
        }
        int count = from.array(0, written.length);
        Map<Long, Octets> bodies = new HashMap<>();
        for (int i = 0; i < count; i++) {
            from.array(ITEMS, ITEMS);
            long number = from.number(Long.MAX_VALUE);
            bodies.put(number, Octets.of(from.bytes(0, Stretch.LONGEST)));
        }
        from.end();
        return bodies;
    }
}
