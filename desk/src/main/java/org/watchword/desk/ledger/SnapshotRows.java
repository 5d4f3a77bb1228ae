package org.watchword.desk.ledger;

import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.store.Turn;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.CaseCompartment;

/// The rows of `snapshot`. Whose they are stands there as a keyed hash only. They can be made anew
/// at any time, so whoever is in doubt deletes them.
final class SnapshotRows {
    /// Numbers of entries in one stretch. They are counted over all compartments, so that which
    /// entries are in a stretch never changes once a higher number was given.
    private static final int NUMBERS = 128;

    private final SlotRows slots;

    SnapshotRows(SlotRows slots) {
        this.slots = slots;
    }

    /// In which stretch an entry is.
    static long stretch(long number) {
        return Math.floorDiv(number, (long) NUMBERS);
    }

    static long first(long stretch) {
        return stretch * NUMBERS;
    }

    static long last(long stretch) {
        return first(stretch) + NUMBERS - 1;
    }

    /// Whose, and of which compartment.
    ///
    /// @param compartment its row
    record Whose(CaseCompartment place, long compartment, AccountNumber member) {}

    /// What there is of some stretches, by their numbers.
    Map<Long, Octets> between(Handle handle, Whose whose, long first, long last) {
        Map<Long, Octets> found = new HashMap<>();
        handle.createQuery(
                        """
                        SELECT stretch, sealed FROM snapshot
                        WHERE compartment = :compartment AND member_hash = :member
                          AND stretch BETWEEN :first AND :last\
                        """)
                .bind("compartment", whose.compartment())
                .bind("member", slots.member(whose.place(), whose.member()))
                .bind("first", first)
                .bind("last", last)
                .map((row, _) -> Map.entry(row.getLong(1), Octets.of(row.getBytes(2))))
                .forEach(one -> found.put(one.getKey(), one.getValue()));
        return found;
    }

    /// In the place of whatever stood there.
    void put(Turn turn, Whose whose, long stretch, Octets sealed) {
        turn.handle()
                .createUpdate(
                        """
                        INSERT INTO snapshot (compartment, member_hash, stretch, sealed)
                        VALUES (:compartment, :member, :stretch, :sealed)
                        ON CONFLICT (compartment, member_hash, stretch)
                        DO UPDATE SET sealed = excluded.sealed\
                        """)
                .bind("compartment", whose.compartment())
                .bind("member", slots.member(whose.place(), whose.member()))
                .bind("stretch", stretch)
                .bind("sealed", sealed.bytes())
                .execute();
    }

    /// Nobody remembers anything of a compartment any more.
    static void drop(Turn turn, long compartment) {
        turn.handle()
                .createUpdate("DELETE FROM snapshot WHERE compartment = :compartment")
                .bind("compartment", compartment)
                .execute();
    }

    /// One member remembers nothing of it any more.
    void take(Turn turn, CaseCompartment place, AccountNumber from) {
        turn.handle()
                .createUpdate(
                        """
                        DELETE FROM snapshot
                        WHERE compartment = :compartment AND member_hash = :member\
                        """)
                .bind("compartment", slots.rowOrNew(turn, place))
                .bind("member", slots.member(place, from))
                .execute();
    }
}
