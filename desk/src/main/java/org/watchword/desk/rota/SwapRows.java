package org.watchword.desk.rota;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;

/// Reads and writes swaps.
final class SwapRows {
    /// Those that wait for an answer of this person or that this person asked for, as long as
    /// nothing of it has begun.
    List<Swap> asked(Handle handle, PersonId concerning, Instant now) {
        return handle.createQuery(
                        """
                        SELECT * FROM shift_swap WHERE state = 'asked' AND gives_from > :now
                            AND coalesce(takes_from, gives_from) > :now
                            AND (asker = :person OR other = :person) ORDER BY id
                        """)
                .bind("now", now.toEpochMilli())
                .bind("person", concerning.value())
                .map((rs, context) -> swap(rs))
                .list();
    }

    Optional<Swap> asked(Handle handle, long id) {
        return handle.createQuery("SELECT * FROM shift_swap WHERE id = :id AND state = 'asked'")
                .bind("id", id)
                .map((rs, context) -> swap(rs))
                .findOne();
    }

    private static Swap swap(ResultSet row) throws SQLException {
        long from = row.getLong("takes_from");
        Optional<Span> takes =
                row.wasNull()
                        ? Optional.empty()
                        : Optional.of(
                                new Span(
                                        Instant.ofEpochMilli(from),
                                        Instant.ofEpochMilli(row.getLong("takes_to"))));
        return new Swap(
                row.getLong("id"),
                new RoleId(row.getString("role")),
                new PersonId(row.getLong("asker")),
                new PersonId(row.getLong("other")),
                new Span(
                        Instant.ofEpochMilli(row.getLong("gives_from")),
                        Instant.ofEpochMilli(row.getLong("gives_to"))),
                takes);
    }

    void insert(Handle handle, Swap swap, Instant now) {
        handle.createUpdate(
                        """
                        INSERT INTO shift_swap (id, role, asker, other, gives_from, gives_to,
                            takes_from, takes_to, state, asked_at)
                        VALUES (:id, :role, :asker, :other, :givesFrom, :givesTo, :takesFrom,
                            :takesTo, 'asked', :now)
                        """)
                .bind("id", swap.id())
                .bind("role", swap.role().value())
                .bind("asker", swap.asker().value())
                .bind("other", swap.other().value())
                .bind("givesFrom", swap.gives().from().toEpochMilli())
                .bind("givesTo", swap.gives().to().toEpochMilli())
                .bind("takesFrom", swap.takes().map(t -> t.from().toEpochMilli()).orElse(null))
                .bind("takesTo", swap.takes().map(t -> t.to().toEpochMilli()).orElse(null))
                .bind("now", now.toEpochMilli())
                .execute();
    }

    void settle(Handle handle, long id, String state, Instant now) {
        handle.createUpdate(
                        """
                        UPDATE shift_swap SET state = :state, settled_at = :now
                        WHERE id = :id AND state = 'asked'
                        """)
                .bind("id", id)
                .bind("state", state)
                .bind("now", now.toEpochMilli())
                .execute();
    }
}
