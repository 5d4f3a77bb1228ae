package org.watchword.formats.snapshot;

import java.nio.ByteBuffer;
import java.util.List;
import org.watchword.formats.cbor.CborWriter;
import org.watchword.formats.cipher.Domain;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.cipher.Sha256;
import org.watchword.formats.entry.CaseId;
import org.watchword.formats.entry.CompartmentId;
import org.watchword.formats.entry.EntryId;
import org.watchword.formats.entry.OrganisationId;

/// All entries of a compartment between two numbers, as they show themselves to everybody.
///
/// @param first the lowest number that an entry of it could have
/// @param last the highest
/// @param rows those that are there, the lowest number first
public record Stretch(Place place, long first, long last, List<Row> rows) {
    /// A snapshot holds nothing longer than this: of what is long, verifying it is the least.
    public static final int LONGEST = 8_192 + 17;

    private static final Domain ROWS = new Domain("watchword/v1/snapshot-rows");
    private static final int PLACE_ITEMS = 5;

    public Stretch {
        rows = List.copyOf(rows);
    }

    /// In which compartment of which case.
    public record Place(OrganisationId organisation, CaseId ofCase, CompartmentId compartment) {}

    /// One entry, without what is sealed in it.
    ///
    /// @param erasedBy the entry that says that it was erased, 0 for none
    /// @param length of the sealed entry
    public record Row(
            long number, long epoch, long erasedBy, int length, EntryId entry, Octets leaf) {
        private static final int FIXED = 3 * Long.BYTES + 2 * Integer.BYTES + EntryId.BYTES;

        /// Whether a snapshot may hold what it says.
        public boolean isHeld() {
            return erasedBy == 0 && length > 0 && length <= LONGEST;
        }

        private byte[] bytes() {
            return ByteBuffer.allocate(FIXED + leaf.length())
                    .putLong(number)
                    .putLong(epoch)
                    .putLong(erasedBy)
                    .putInt(length)
                    .put(entry.octets().bytes())
                    .putInt(leaf.length())
                    .put(leaf.bytes())
                    .array();
        }
    }

    /// What a snapshot of it is bound to: `[organisation, case, compartment, first, last]`, and the
    /// hash of all its rows.
    byte[] bytes() {
        byte[] where =
                new CborWriter()
                        .array(PLACE_ITEMS)
                        .bytes(place.organisation().octets().bytes())
                        .bytes(place.ofCase().octets().bytes())
                        .bytes(place.compartment().octets().bytes())
                        .number(first)
                        .number(last)
                        .written();
        byte[] hash = Sha256.of(ROWS.before(rows.stream().map(Row::bytes).toArray(byte[][]::new)));
        return ByteBuffer.allocate(where.length + hash.length).put(where).put(hash).array();
    }

    /// The bytes that everything it may hold takes up at most. Whoever sees the rows can tell.
    int held() {
        return rows.stream().filter(Row::isHeld).mapToInt(Row::length).sum();
    }
}
