package org.watchword.desk.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.store.Turn;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.CaseCompartment;
import org.watchword.formats.slot.GlassSlots;

/// The rows of `glass_slot`: for an entry and a holder, both halves of its key. Whose they are
/// stands there as a keyed hash only.
final class GlassRows {
    private final SlotRows slots;

    GlassRows(SlotRows slots) {
        this.slots = slots;
    }

    /// @param used whether the desk's half went out: new halves are due
    record Row(long entry, Octets holder, GlassSlots.Pair halves, boolean used) {}

    Optional<Row> of(Handle handle, CaseCompartment place, long entry, AccountNumber holder) {
        return handle.createQuery(
                        "SELECT * FROM glass_slot WHERE entry = :entry AND holder_hash = :holder")
                .bind("entry", entry)
                .bind("holder", slots.member(place, holder))
                .map((row, _) -> row(row))
                .findOne();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("entry"),
                Octets.of(row.getBytes("holder_hash")),
                new GlassSlots.Pair(
                        Octets.of(row.getBytes("holders")), Octets.of(row.getBytes("desks"))),
                row.getBoolean("used"));
    }

    /// Which of these hold it.
    Set<AccountNumber> holders(
            Handle handle, CaseCompartment place, long entry, Collection<AccountNumber> of) {
        Set<Octets> there =
                new HashSet<>(
                        handle.createQuery("SELECT holder_hash FROM glass_slot WHERE entry = :e")
                                .bind("e", entry)
                                .map((row, _) -> Octets.of(row.getBytes(1)))
                                .list());
        var holders = new TreeSet<AccountNumber>();
        for (AccountNumber one : of) {
            if (there.contains(Octets.of(slots.member(place, one)))) {
                holders.add(one);
            }
        }
        return holders;
    }

    /// Whose halves a row has, if it is one of these.
    Optional<AccountNumber> holder(
            CaseCompartment place, Row row, Collection<AccountNumber> anyOf) {
        return anyOf.stream()
                .filter(one -> Octets.of(slots.member(place, one)).equals(row.holder()))
                .findFirst();
    }

    void put(
            Turn turn,
            CaseCompartment place,
            long entry,
            AccountNumber holder,
            GlassSlots.Pair halves) {
        turn.handle()
                .createUpdate(
                        """
                        INSERT INTO glass_slot (entry, holder_hash, holders, desks, used)
                        VALUES (:entry, :holder, :holders, :desks, 0)\
                        """)
                .bind("entry", entry)
                .bind("holder", slots.member(place, holder))
                .bind("holders", halves.holders().bytes())
                .bind("desks", halves.desks().bytes())
                .execute();
    }

    /// Nobody opens this entry together with the desk any more.
    static void drop(Turn turn, long entry) {
        turn.handle()
                .createUpdate("DELETE FROM glass_slot WHERE entry = :entry")
                .bind("entry", entry)
                .execute();
    }

    /// Takes from somebody whatever he opened together with the desk, in one compartment.
    void take(Turn turn, CaseCompartment place, AccountNumber from) {
        turn.handle()
                .createUpdate("DELETE FROM glass_slot WHERE holder_hash = :holder")
                .bind("holder", slots.member(place, from))
                .execute();
    }

    static void used(Turn turn, Row row) {
        turn.handle()
                .createUpdate(
                        """
                        UPDATE glass_slot SET used = 1
                        WHERE entry = :entry AND holder_hash = :holder\
                        """)
                .bind("entry", row.entry())
                .bind("holder", row.holder().bytes())
                .execute();
    }

    /// Some of a compartment's whose halves are due.
    static List<Row> due(Handle handle, long compartment, int most) {
        return handle.createQuery(
                        """
                        SELECT g.* FROM glass_slot g JOIN entry e ON e.number = g.entry
                        WHERE g.used = 1 AND e.compartment = :compartment
                        ORDER BY g.entry LIMIT :most\
                        """)
                .bind("compartment", compartment)
                .bind("most", most)
                .map((row, _) -> row(row))
                .list();
    }

    /// Puts new halves in the place of these; nothing when others stand there by now.
    static void anew(Turn turn, Row before, GlassSlots.Pair halves) {
        turn.handle()
                .createUpdate(
                        """
                        UPDATE glass_slot SET holders = :holders, desks = :desks, used = 0
                        WHERE entry = :entry AND holder_hash = :holder AND desks = :before\
                        """)
                .bind("entry", before.entry())
                .bind("holder", before.holder().bytes())
                .bind("before", before.halves().desks().bytes())
                .bind("holders", halves.holders().bytes())
                .bind("desks", halves.desks().bytes())
                .execute();
    }
}
