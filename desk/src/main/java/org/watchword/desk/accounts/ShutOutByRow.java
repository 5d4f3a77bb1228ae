package org.watchword.desk.accounts;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.store.Turn;
import org.watchword.formats.slot.AccountKeys;

/// Who is shut out though no chain can say it, because it never let him in: an officer who only
/// answers, an administrator. It counts as the other does; two colleagues end it.
public final class ShutOutByRow {
    private final Sessions sessions;

    ShutOutByRow(Sessions sessions) {
        this.sessions = sessions;
    }

    /// He is signed out, too.
    public void shutOut(Turn turn, PersonId who, Instant now) {
        turn.handle()
                .createUpdate(
                        "UPDATE person SET shut_out_at = :now, lifted_by = NULL WHERE id = :id")
                .bind("now", now.toEpochMilli())
                .bind("id", who.value())
                .execute();
        sessions.endAll(turn, who);
    }

    /// One of the two says that it is over. The first of them is remembered, and counts while he
    /// belongs.
    public void lift(Turn turn, PersonId who, PersonId by, Predicate<PersonId> belongs) {
        Optional<PersonId> first = all(turn.handle()).getOrDefault(who, Optional.empty());
        boolean isOver = first.filter(one -> !one.equals(by)).filter(belongs).isPresent();
        turn.handle()
                .createUpdate(
                        """
                        UPDATE person SET
                          shut_out_at = iif(:over, NULL, shut_out_at),
                          lifted_by = iif(:over, NULL, :by)
                        WHERE id = :id AND shut_out_at IS NOT NULL
                        """)
                .bind("over", isOver)
                .bind("by", by.value())
                .bind("id", who.value())
                .execute();
    }

    /// Everybody who is, with who of the two said already that it is over.
    public Map<PersonId, Optional<PersonId>> all(Handle handle) {
        return handle.createQuery("SELECT id, lifted_by FROM person WHERE shut_out_at IS NOT NULL")
                .reduceRows(
                        new HashMap<>(),
                        (all, row) -> {
                            var by = Optional.ofNullable(row.getColumn(2, Long.class));
                            all.put(
                                    new PersonId(row.getColumn(1, Long.class)),
                                    by.map(PersonId::new));
                            return all;
                        });
    }

    /// The same room, asked together with the rows.
    Belonging beside(Belonging room) {
        return new Belonging() {
            @Override
            public Predicate<PersonId> shutOut(Handle rows) {
                return room.isKnown(rows)
                        ? room.shutOut(rows).or(all(rows)::containsKey)
                        : room.shutOut(rows);
            }

            @Override
            public boolean isKnown(Handle rows) {
                return room.isKnown(rows);
            }

            @Override
            public void opened(PersonId person, AccountKeys keys) {
                room.opened(person, keys);
            }
        };
    }
}
