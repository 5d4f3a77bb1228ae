package org.watchword.desk.rota;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.store.RowNumbers;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Writer.Lane;

/// The numbers of shift sheets: who made which when, so that a lost one is noticed. What stands on
/// a sheet is not kept.
public final class Sheets {
    private final Store store;

    public Sheets(Store store) {
        this.store = store;
    }

    /// One sheet that was made.
    ///
    /// @param codeUsed when the code on it was used, if it was
    public record Sheet(long number, PersonId by, Instant at, Optional<Instant> codeUsed) {}

    /// Gives the next number.
    public long make(PersonId by, Instant now) {
        return store.writer()
                .write(
                        Lane.ORDINARY,
                        turn -> {
                            long number = RowNumbers.next(turn, "shift_sheet");
                            turn.handle()
                                    .createUpdate(
                                            """
                                            INSERT INTO shift_sheet (id, made_by, made_at)
                                            VALUES (:id, :by, :at)
                                            """)
                                    .bind("id", number)
                                    .bind("by", by.value())
                                    .bind("at", now.toEpochMilli())
                                    .execute();
                            return number;
                        });
    }

    public Optional<Sheet> find(Handle handle, long number) {
        return handle.createQuery("SELECT * FROM shift_sheet WHERE id = :id")
                .bind("id", number)
                .map((rs, context) -> sheet(rs))
                .findOne();
    }

    /// The newest first.
    public List<Sheet> newest(Handle handle, int most) {
        return handle.createQuery("SELECT * FROM shift_sheet ORDER BY id DESC LIMIT :most")
                .bind("most", most)
                .map((rs, context) -> sheet(rs))
                .list();
    }

    /// Those made after that instant whose code was not used.
    List<Sheet> withCode(Handle handle, Instant after) {
        return handle.createQuery(
                        """
                        SELECT * FROM shift_sheet
                        WHERE made_at > :after AND code_used_at IS NULL ORDER BY id\
                        """)
                .bind("after", after.toEpochMilli())
                .map((rs, context) -> sheet(rs))
                .list();
    }

    private static Sheet sheet(ResultSet row) throws SQLException {
        long used = row.getLong("code_used_at");
        return new Sheet(
                row.getLong("id"),
                new PersonId(row.getLong("made_by")),
                Instant.ofEpochMilli(row.getLong("made_at")),
                row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(used)));
    }
}
