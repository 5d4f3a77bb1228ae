package org.watchword.desk.rota;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;

/// Reads and writes shifts.
final class ShiftRows {
    List<Shift> touching(Handle handle, RoleId role, Instant from, Instant to) {
        return handle.createQuery(
                        """
                        SELECT id, role, person, starts_at, ends_at, taken_over FROM shift
                        WHERE role = :role AND ends_at > :from AND starts_at < :to
                        ORDER BY starts_at, id
                        """)
                .bind("role", role.value())
                .bind("from", from.toEpochMilli())
                .bind("to", to.toEpochMilli())
                .map((row, _) -> shift(row))
                .list();
    }

    Optional<Shift> find(Handle handle, long id) {
        return handle.createQuery("SELECT * FROM shift WHERE id = :id")
                .bind("id", id)
                .map((row, _) -> shift(row))
                .findOne();
    }

    private static Shift shift(ResultSet row) throws SQLException {
        return new Shift(
                row.getLong("id"),
                new RoleId(row.getString("role")),
                new PersonId(row.getLong("person")),
                Instant.ofEpochMilli(row.getLong("starts_at")),
                Instant.ofEpochMilli(row.getLong("ends_at")),
                row.getInt("taken_over") == 1);
    }

    Set<RoleId> roles(Handle handle) {
        return handle.createQuery("SELECT role FROM shift UNION SELECT role FROM weekly_shift")
                .map((rs, context) -> new RoleId(rs.getString(1)))
                .set();
    }

    void insert(Handle handle, Shift shift) {
        handle.createUpdate(
                        """
                        INSERT INTO shift (id, role, person, starts_at, ends_at, taken_over)
                        VALUES (:id, :role, :person, :starts, :ends, :taken)
                        """)
                .bind("id", shift.id())
                .bind("role", shift.role().value())
                .bind("person", shift.person().value())
                .bind("starts", shift.starts().toEpochMilli())
                .bind("ends", shift.ends().toEpochMilli())
                .bind("taken", shift.takenOver() ? 1 : 0)
                .execute();
    }

    /// Takes away what is still to come of it; nothing when it is over or gone.
    int end(Handle handle, long id, Instant now) {
        return RowEnd.of("shift").end(handle, id, now);
    }
}
