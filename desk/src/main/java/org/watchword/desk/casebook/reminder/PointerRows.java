package org.watchword.desk.casebook.reminder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.FieldSeal.Place;
import org.watchword.desk.ledger.EntryAt;
import org.watchword.desk.store.RowNumbers;
import org.watchword.desk.store.Turn;
import org.watchword.desk.watch.timer.TimerId;
import org.watchword.formats.cipher.Octets;

/// The rows of `reminder`. One whose seal does not open points to nothing, and the log says so.
final class PointerRows {
    private final FieldSeal seal;

    PointerRows(FieldSeal seal) {
        this.seal = seal;
    }

    void insert(Turn turn, Pointer pointer) {
        long number = RowNumbers.next(turn, "reminder");
        turn.handle()
                .createUpdate(
                        """
                        INSERT INTO reminder (number, timer_id, lies)
                        VALUES (:number, :timer, :lies)\
                        """)
                .bind("number", number)
                .bind("timer", pointer.timer().octets().bytes())
                .bind("lies", seal.seal(place(number), pointer.entry().written()))
                .execute();
    }

    private static Place place(long number) {
        return new Place("reminder", "lies", number);
    }

    boolean isThere(Handle handle, TimerId timer) {
        return handle.createQuery("SELECT 1 FROM reminder WHERE timer_id = :timer")
                .bind("timer", timer.octets().bytes())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    Optional<Pointer> find(Handle handle, TimerId timer) {
        return handle.createQuery("SELECT * FROM reminder WHERE timer_id = :timer")
                .bind("timer", timer.octets().bytes())
                .map((row, _) -> pointer(row))
                .findOne()
                .flatMap(one -> one);
    }

    /// All of them, as they were planted. Where each lies is sealed, so whoever looks for those of
    /// one case opens every one.
    List<Pointer> all(Handle handle) {
        return handle
                .createQuery("SELECT * FROM reminder ORDER BY number")
                .map((row, _) -> pointer(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Pointer> pointer(ResultSet row) throws SQLException {
        var timer = new TimerId(Octets.of(row.getBytes("timer_id")));
        String lies = seal.openOr(place(row.getLong("number")), row.getBytes("lies"), "");
        return EntryAt.read(lies).map(at -> new Pointer(timer, at));
    }

    /// Takes it away, and says whether it was there.
    static boolean remove(Turn turn, TimerId timer) {
        return turn.handle()
                        .createUpdate("DELETE FROM reminder WHERE timer_id = :timer")
                        .bind("timer", timer.octets().bytes())
                        .execute()
                > 0;
    }
}
