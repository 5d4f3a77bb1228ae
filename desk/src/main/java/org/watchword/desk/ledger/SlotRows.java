package org.watchword.desk.ledger;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.watchword.desk.basis.KeyedHash;
import org.watchword.desk.store.RowNumbers;
import org.watchword.desk.store.Turn;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.CaseId;
import org.watchword.formats.entry.CompartmentId;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.CaseCompartment;

/// The rows of `compartment` and `epoch_slot`. Whose a slot is, and of which case a compartment,
/// stands there as a keyed hash only: who has the rows alone learns how many read somewhere, not
/// who.
final class SlotRows {
    private static final String TABLE = "compartment";
    private static final String PLACE = "ledger-compartment";
    private static final String MEMBER = "ledger-member";
    private static final int PLACE_BYTES = CaseId.BYTES + CompartmentId.BYTES;

    private final KeyedHash hash;
    private final Map<CaseCompartment, Long> known = new ConcurrentHashMap<>();

    SlotRows(KeyedHash hash) {
        this.hash = hash;
    }

    /// The key of an epoch, sealed to one member.
    record EpochSlotRow(long epoch, Octets slot) {}

    /// The row of a compartment; empty before anything was kept of it.
    OptionalLong row(Handle handle, CaseCompartment place) {
        Long before = known.get(place);
        if (before != null) {
            return OptionalLong.of(before);
        }
        Optional<Long> found =
                handle.createQuery("SELECT id FROM compartment WHERE place_hash = :hash")
                        .bind("hash", hash.of(PLACE, bytes(place).array()))
                        .mapTo(Long.class)
                        .findOne();
        return found.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    /// The same, and made when there is none.
    long rowOrNew(Turn turn, CaseCompartment place) {
        OptionalLong found = row(turn.handle(), place);
        long row = found.orElseGet(() -> made(turn, place));
        turn.afterCommit(() -> known.put(place, row));
        return row;
    }

    private long made(Turn turn, CaseCompartment place) {
        long row = RowNumbers.next(turn, TABLE);
        turn.handle()
                .createUpdate("INSERT INTO compartment (id, place_hash) VALUES (:id, :hash)")
                .bind("id", row)
                .bind("hash", hash.of(PLACE, bytes(place).array()))
                .execute();
        return row;
    }

    private static ByteBuffer bytes(CaseCompartment place) {
        return ByteBuffer.allocate(PLACE_BYTES + Long.BYTES)
                .put(place.ofCase().octets().bytes())
                .put(place.compartment().octets().bytes());
    }

    /// By what an account is found in the rows of a compartment.
    byte[] member(CaseCompartment place, AccountNumber account) {
        return hash.of(MEMBER, bytes(place).putLong(account.number()).array());
    }

    /// Every epoch whose key was sealed to a member, the last first.
    List<EpochSlotRow> of(Handle handle, CaseCompartment place, AccountNumber member) {
        OptionalLong row = row(handle, place);
        if (row.isEmpty()) {
            return List.of();
        }
        return handle.createQuery(
                        """
                        SELECT epoch, slot FROM epoch_slot
                        WHERE compartment = :compartment AND member_hash = :member
                        ORDER BY epoch DESC\
                        """)
                .bind("compartment", row.getAsLong())
                .bind("member", member(place, member))
                .map((found, _) -> new EpochSlotRow(found.getLong(1), Octets.of(found.getBytes(2))))
                .list();
    }

    /// Gives a member the key of an epoch; one that he has stays.
    void give(Turn turn, Draft.Given given) {
        turn.handle()
                .createUpdate(
                        """
                        INSERT INTO epoch_slot (compartment, epoch, member_hash, slot)
                        VALUES (:compartment, :epoch, :member, :slot)
                        ON CONFLICT DO NOTHING\
                        """)
                .bind("compartment", rowOrNew(turn, given.place()))
                .bind("epoch", given.epoch())
                .bind("member", member(given.place(), given.member()))
                .bind("slot", given.slot().bytes())
                .execute();
    }

    /// Takes from somebody every key of a compartment.
    void take(Turn turn, CaseCompartment place, AccountNumber from) {
        turn.handle()
                .createUpdate(
                        """
                        DELETE FROM epoch_slot
                        WHERE compartment = :compartment AND member_hash = :member\
                        """)
                .bind("compartment", rowOrNew(turn, place))
                .bind("member", member(place, from))
                .execute();
    }

    /// Lets go of the keys of older epochs in which nothing is sealed any more.
    int dropUnused(Turn turn, CaseCompartment place, long epoch) {
        return turn.handle()
                .createUpdate(
                        """
                        DELETE FROM epoch_slot
                        WHERE compartment = :compartment AND epoch < :epoch
                          AND NOT EXISTS (SELECT 1 FROM entry_slot s
                              WHERE s.compartment = epoch_slot.compartment
                                AND s.epoch = epoch_slot.epoch)\
                        """)
                .bind("compartment", rowOrNew(turn, place))
                .bind("epoch", epoch)
                .execute();
    }
}
