package org.watchword.desk.ledger;

import java.util.HexFormat;
import java.util.Optional;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.CaseId;
import org.watchword.formats.entry.CompartmentId;
import org.watchword.formats.entry.EntryId;
import org.watchword.formats.membership.CaseCompartment;

/// Which entry of which compartment. A room that keeps it in a row seals it there: it says which
/// case something belongs to.
public record EntryAt(CaseCompartment place, EntryId entry) {
    private static final HexFormat HEX = HexFormat.of();
    private static final String BETWEEN = " ";

    /// Case, compartment and entry in hexadecimal digits.
    public String written() {
        return String.join(
                BETWEEN,
                place.ofCase().octets().hex(),
                place.compartment().octets().hex(),
                entry.octets().hex());
    }

    /// What {@link #written} gave; empty for anything else.
    public static Optional<EntryAt> read(String text) {
        String[] parts = text.split(BETWEEN, -1);
        try {
            var place =
                    new CaseCompartment(
                            new CaseId(octets(parts[0])), new CompartmentId(octets(parts[1])));
            var at = new EntryAt(place, new EntryId(octets(parts[2])));
            return at.written().equals(text) ? Optional.of(at) : Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static Octets octets(String hex) {
        return Octets.of(HEX.parseHex(hex));
    }
}
