package org.watchword.desk.casebook.envelope;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.FieldSeal.Place;
import org.watchword.desk.basis.FieldSeal.UnreadableField;
import org.watchword.desk.ledger.EntryAt;
import org.watchword.desk.ledger.GlassEntry;
import org.watchword.desk.store.Turn;
import org.watchword.desk.watch.CodenameId;

/// The rows of `envelope`. Which case and compartment a code-name belongs to is sealed.
final class EnvelopeRows {
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
        EntryAt at =
                EntryAt.read(seal.open(place(who), row.getBytes("lies")))
                        .orElseThrow(() -> new UnreadableField(place(who)));
        return new Lying(
                new GlassEntry(at.place(), at.entry()),
                Instant.ofEpochMilli(row.getLong("filled_at")));
    }

    private static Place place(CodenameId who) {
        return new Place("envelope", "lies", who.value());
    }

    void put(Turn turn, CodenameId who, Lying lying) {
        String text = new EntryAt(lying.entry().place(), lying.entry().entry()).written();
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
