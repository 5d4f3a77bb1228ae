package org.watchword.desk.ledger;

import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.store.Turn;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.EntryId;

/// The rows of `enclosure`: files beside entries. They come with their entry, in one turn, and go
/// with it.
final class EnclosureRows {
    static void put(Turn turn, long entry, Map<Integer, Octets> beside) {
        beside.forEach((number, sealed) ->
                turn.handle()
                        .createUpdate(
                                """
                                INSERT INTO enclosure (entry, number, sealed)
                                VALUES (:entry, :number, :sealed)\
                                """)
                        .bind("entry", entry)
                        .bind("number", number)
                        .bind("sealed", sealed.bytes())
                        .execute());
    }

    static Optional<Octets> find(Handle handle, EntryId entry, int number) {
        return handle.createQuery(
                        """
                        SELECT x.sealed FROM enclosure x JOIN entry e ON e.number = x.entry
                        WHERE e.entry_id = :entry AND x.number = :number\
                        """)
                .bind("entry", entry.octets().bytes())
                .bind("number", number)
                .map((row, _) -> Octets.of(row.getBytes(1)))
                .findOne();
    }

    static void drop(Turn turn, long entry) {
        turn.handle()
                .createUpdate("DELETE FROM enclosure WHERE entry = :entry")
                .bind("entry", entry)
                .execute();
    }

    static void drop(Turn turn, EntryId entry) {
        turn.handle()
                .createUpdate(
                        """
                        DELETE FROM enclosure
                        WHERE entry = (SELECT number FROM entry WHERE entry_id = :entry)\
                        """)
                .bind("entry", entry.octets().bytes())
                .execute();
    }

    private EnclosureRows() {}
}
