package org.watchword.desk.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.DataKey;
import org.watchword.formats.entry.EntryContext;
import org.watchword.formats.entry.EntryId;
import org.watchword.formats.membership.Statement;
import org.watchword.formats.slot.SettledSlots;

/// Slots are moved with the keys of a compartment's epochs, after those of the account are gone.
class MovingAlone {
    @TempDir Path dir;

    private static Moving handedOver(Circle circle) {
        try (var settling = circle.ledger.compartments().settling(circle.core, circle.wren)) {
            assertTrue(settling.handOver().isEmpty(), "nothing is begun yet");
            assertInstanceOf(Settled.More.class, settling.step());
            return settling.handOver().orElseThrow();
        }
    }

    private static Settled.Why why(Moving moving) {
        return assertInstanceOf(Settled.Stopped.class, moving.step()).why();
    }

    private static Past past(Circle circle) {
        var chain = new Chain(circle.store, new ChainRows(circle.vault.fieldSeal()));
        chain.read();
        return chain.now().past();
    }

    private static byte[] sealed(EpochKeys.Opened with, Circle circle) {
        var entry = new EntryId(Octets.of(new byte[EntryId.BYTES]));
        var context = new EntryContext(with.key().epoch(), entry);
        try (var key = DataKey.taking(Key.fresh(DataKey.BYTES, circle.random))) {
            return with.settled().seal(key, context, circle.random);
        }
    }

    @Test
    void it_opens_what_came_from_outside_and_what_is_of_an_older_epoch() {
        try (var circle = Circle.whole(dir)) {
            circle.wrote(circle.wren, "before Rook went");
            circle.added(circle.gull, "a call");
            Circle.stands(
                    circle.ledger
                            .compartments()
                            .remove(circle.core, circle.rooksNumber, circle.heron));
            try (var moving = handedOver(circle)) {
                circle.wren.close();
                assertInstanceOf(Settled.More.class, moving.step());
                assertInstanceOf(Settled.Done.class, moving.step());
            }
            assertEquals(2, circle.count("entry_slot WHERE epoch = 1 AND kind = 'settled'"));
        }
    }

    /// What is inbound stays so.
    private static void stopsOnceRookGoes(Circle circle, Moving moving) {
        circle.added(circle.gull, "a call");
        Circle.stands(
                circle.ledger.compartments().remove(circle.core, circle.rooksNumber, circle.heron));
        assertEquals(new Settled.NextEpoch(), why(moving));
        assertEquals(1, circle.count("entry_slot WHERE kind = 'inbound'"));
    }

    @Test
    void it_stops_at_the_next_epoch_of_which_it_has_no_key() {
        try (var circle = Circle.whole(dir);
                var moving = handedOver(circle)) {
            stopsOnceRookGoes(circle, moving);
        }
    }

    @Test
    void it_stops_where_the_next_epoch_waits_for_a_member() {
        // Where the desk has no key the epoch stays the same.
        try (var circle = new Circle(dir).founded().grown();
                var moving = handedOver(circle)) {
            stopsOnceRookGoes(circle, moving);
        }
    }

    @Test
    void it_moves_nothing_of_a_piece_in_the_midst_of_which_somebody_goes() {
        try (var circle = Circle.whole(dir);
                var moving = handedOver(circle)) {
            circle.added(circle.gull, "a call");
            circle.random.next(() ->
                    Circle.stands(
                            circle.ledger
                                    .compartments()
                                    .remove(circle.core, circle.rooksNumber, circle.heron)));
            assertEquals(new Settled.NextEpoch(), why(moving));
            assertEquals(1, circle.count("entry_slot WHERE kind = 'inbound'"));
        }
    }

    @Test
    void it_stops_when_who_it_is_for_is_shut_out_or_removed() {
        try (var circle = Circle.whole(dir);
                var moving = handedOver(circle)) {
            circle.added(circle.gull, "a call");
            Circle.stands(circle.ledger.members().shutOut(circle.wrensNumber));
            assertEquals(new Settled.Out(ShutOut.NOT_IN_FORCE), why(moving));
            circle.says(new Statement.Lifted(circle.wrensNumber), circle.heron, circle.rook);
            Circle.stands(
                    circle.ledger
                            .compartments()
                            .remove(circle.core, circle.wrensNumber, circle.heron));
            assertEquals(new Settled.Out(ShutOut.NOT_A_MEMBER), why(moving));
            assertEquals(1, circle.count("entry_slot WHERE kind = 'inbound'"));
        }
    }

    @Test
    void once_it_is_closed_it_opens_nothing_and_leaves_every_slot_as_it_is() {
        try (var circle = Circle.whole(dir)) {
            circle.added(circle.gull, "a call");
            var moving = handedOver(circle);
            moving.close();
            var _ = moving.step();
            assertEquals(1, circle.count("entry_slot WHERE kind = 'inbound'"));
            assertEquals(new Settled.Progress(0, 1, 1), moving.progress());
        }
    }

    private static EpochKeys wrens(Circle circle) {
        return new EpochKeys(
                circle.store,
                new SlotRows(circle.vault.keyedHash()),
                circle.core,
                circle.wrensNumber,
                circle.wren.reading());
    }

    @Test
    void keys_that_were_closed_with_those_of_the_account_in_hand_come_out_no_more_either() {
        try (var circle = Circle.whole(dir)) {
            var epoch = circle.now().epoch(circle.core).orElseThrow().epoch();
            var keys = wrens(circle);
            assertInstanceOf(EpochKeys.Found.Here.class, keys.of(epoch, past(circle)));
            keys.close();
            assertInstanceOf(EpochKeys.Found.Not.class, keys.of(epoch, past(circle)));
        }
    }

    @Test
    void the_keys_of_epochs_are_zeroed_when_they_are_closed_and_none_is_opened_any_more() {
        try (var circle = Circle.whole(dir)) {
            var epoch = circle.now().epoch(circle.core).orElseThrow().epoch();
            var keys = wrens(circle);
            var past = past(circle);
            keys.standAlone(epoch, past);
            var one = assertInstanceOf(EpochKeys.Found.Here.class, keys.of(epoch, past)).opened();
            assertEquals(SettledSlots.BYTES, sealed(one, circle).length);
            keys.close();
            assertThrows(IllegalStateException.class, () -> new SettledSlots(one.key()));
            assertThrows(IllegalStateException.class, () -> sealed(one, circle));
            assertInstanceOf(EpochKeys.Found.Not.class, keys.of(epoch, past));
        }
    }
}
