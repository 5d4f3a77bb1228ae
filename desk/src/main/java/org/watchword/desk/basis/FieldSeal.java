package org.watchword.desk.basis;

import org.slf4j.LoggerFactory;

/// Seals one field of one row, so that nothing a person typed lies readable on the disk. The place
/// of the field is bound into the seal: a sealed field copied to another row or column does not
/// open.
public interface FieldSeal {
    /// Seals a text for its place. The length is hidden up to a size class.
    byte[] seal(Place place, String text);

    /// Opens what {@link #seal} made for the same place.
    ///
    /// @throws UnreadableField when the bytes were changed, moved, or sealed under another key
    String open(Place place, byte[] sealed);

    /// Opens a field; where it does not open, `spare` stands in its place. For what must not keep
    /// anybody from being rung.
    ///
    /// What the desk forgot left an empty field, and is empty.
    default String openOr(Place place, byte[] sealed, String spare) {
        if (sealed.length == 0) {
            return "";
        }
        try {
            return open(place, sealed);
        } catch (UnreadableField e) {
            LoggerFactory.getLogger(FieldSeal.class).error("{}", e.getMessage());
            return spare;
        }
    }

    /// Where a sealed field stands.
    record Place(String table, String column, long row) {}

    /// A sealed field that does not open. The caller shows "cannot be read" in its place and raises
    /// it with the people who keep the desk; it never goes on with a guess.
    final class UnreadableField extends RuntimeException {
        public UnreadableField(Place place) {
            super("unreadable field " + place.table() + "." + place.column());
        }
    }
}
