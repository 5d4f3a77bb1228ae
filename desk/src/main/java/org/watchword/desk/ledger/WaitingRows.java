package org.watchword.desk.ledger;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.FieldSeal.Place;
import org.watchword.desk.basis.FieldSeal.UnreadableField;
import org.watchword.desk.store.Turn;
import org.watchword.formats.membership.SignedLink;

/// Signed statements that stand in no chain yet: the rows of `founding_statement` and of
/// `half_signed`, which differ only in their names.
final class WaitingRows {
    private final FieldSeal seal;
    private final String table;
    private final String number;

    private WaitingRows(FieldSeal seal, String table, String number) {
        this.seal = seal;
        this.table = table;
        this.number = number;
    }

    static WaitingRows ofTheFounding(FieldSeal seal) {
        return new WaitingRows(seal, "founding_statement", "number");
    }

    static WaitingRows halfSigned(FieldSeal seal) {
        return new WaitingRows(seal, "half_signed", "id");
    }

    /// One of them; empty when it does not open or is no statement.
    record Waiting(long number, Optional<SignedLink> signed) {}

    /// In the order of their numbers.
    List<Waiting> all(Handle handle) {
        return handle.createQuery(
                        "SELECT %s, statement FROM %s ORDER BY 1".formatted(number, table))
                .map((row, _) -> new Waiting(row.getLong(1), read(row.getLong(1), row.getBytes(2))))
                .list();
    }

    private Optional<SignedLink> read(long at, byte[] sealed) {
        try {
            String text = seal.open(place(at), sealed);
            return SignedLink.kept(Base64.getDecoder().decode(text));
        } catch (UnreadableField | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Place place(long at) {
        return new Place(table, "statement", at);
    }

    void insert(Turn turn, long at, SignedLink signed) {
        String text = Base64.getEncoder().encodeToString(signed.bytes());
        turn.handle()
                .createUpdate(
                        "INSERT INTO %s (%s, statement) VALUES (:at, :what)"
                                .formatted(table, number))
                .bind("at", at)
                .bind("what", seal.seal(place(at), text))
                .execute();
    }

    int delete(Turn turn, long at) {
        return turn.handle()
                .createUpdate("DELETE FROM %s WHERE %s = :at".formatted(table, number))
                .bind("at", at)
                .execute();
    }

    void deleteAll(Turn turn) {
        turn.handle().execute("DELETE FROM " + table);
    }
}
