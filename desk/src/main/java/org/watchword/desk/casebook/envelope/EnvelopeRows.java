package org.watchword.desk.casebook.envelope;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.FieldSeal.Place;
import org.watchword.desk.basis.FieldSeal.UnreadableField;
import org.watchword.desk.ledger.GlassEntry;
import org.watchword.desk.store.Turn;
import org.watchword.desk.watch.CodenameId;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.CaseId;
import org.watchword.formats.entry.CompartmentId;
import org.watchword.formats.entry.EntryId;
import org.watchword.formats.membership.CaseCompartment;

/// The rows of `envelope`. Which case and compartment a code-name belongs to is sealed.
final class EnvelopeRows {
    private static final HexFormat HEX = HexFormat.of();

    private final FieldSeal seal;

    EnvelopeRows(FieldSeal seal) {
        this.seal = seal;
    }

    /// @throws UnreadableField when the row was changed, or holds nothing that this room writes
    Optional<Lying> find(Handle handle, CodenameId who) {
        return handle.createQuery("SELECT lies, filled_at FROM envelope WHERE codename_id = :who")
                .bind("who", who.value())
                .map((row, _) -> lying(who, row))
                .findOne();
    }

    private Lying lying(CodenameId who, ResultSet row) throws SQLException {
        String[] parts = seal.open(place(who), row.getBytes("lies")).split(" ", -1);
        try {
            var place =
                    new CaseCompartment(
                            new CaseId(octets(parts[0])), new CompartmentId(octets(parts[1])));
            return new Lying(
                    new GlassEntry(place, new EntryId(octets(parts[2]))),
                    Instant.ofEpochMilli(row.getLong("filled_at")));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new UnreadableField(place(who));
        }
    }

    private static Octets octets(String hex) {
        return Octets.of(HEX.parseHex(hex));
    }

    private static Place place(CodenameId who) {
        return new Place("envelope", "lies", who.value());
    }

    void put(Turn turn, CodenameId who, Lying lying) {
        CaseCompartment place = lying.entry().place();
        String text =
                String.join(
                        " ",
                        place.ofCase().octets().hex(),
                        place.compartment().octets().hex(),
                        lying.entry().entry().octets().hex());
        turn.handle()
                .createUpdate(
                        """
                        INSERT INTO envelope (codename_id, lies, filled_at)
                        VALUES (:who, :lies, :at)
                        ON CONFLICT (codename_id) DO UPDATE SET lies = :lies, filled_at = :at\
                        """)
                .bind("who", who.value())
                .bind("lies", seal.seal(place(who), text))
                .bind("at", lying.filledAt().toEpochMilli())
                .execute();
    }

    void remove(Turn turn, CodenameId who) {
        turn.handle()
                .createUpdate("DELETE FROM envelope WHERE codename_id = :who")
                .bind("who", who.value())
                .execute();
    }

    /// Envelopes of code-names that were retired before an instant, with when that was.
    static List<CodenameId> retired(Handle handle, Instant before) {
        return handle.createQuery(
                        """
                        SELECT e.codename_id FROM envelope e JOIN codename c ON c.id = e.codename_id
                        WHERE c.retired_at < :before ORDER BY c.retired_at LIMIT 1\
                        """)
                .bind("before", before.toEpochMilli())
                .map((row, _) -> new CodenameId(row.getLong(1)))
                .list();
    }

    static Optional<Instant> firstRetired(Handle handle) {
        return handle.createQuery(
                        """
                        SELECT c.retired_at FROM envelope e JOIN codename c ON c.id = e.codename_id
                        WHERE c.retired_at IS NOT NULL ORDER BY c.retired_at LIMIT 1\
                        """)
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }
}
