package org.watchword.desk.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.store.SqliteEngine;
import org.watchword.desk.store.StoreUnavailable;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.MembershipFailure;
import org.watchword.formats.membership.Statement;
import org.watchword.formats.slot.AccountKeys;

/// People come into compartments and go out of them, and the keys go with that.
class SomebodyGoes {
    @TempDir Path dir;

    private static void removed(Circle circle) {
        Circle.stands(
                circle.ledger.compartments().remove(circle.core, circle.rooksNumber, circle.heron));
    }

    private static void gullIsAdded(Circle circle) {
        Circle.stands(
                circle.ledger.compartments().add(circle.core, circle.gullsNumber, circle.wren));
    }

    @Test
    void whoever_is_added_reads_what_was_there_before() {
        try (var circle = Circle.whole(dir)) {
            circle.wrote(circle.wren, "the road by the river");
            gullIsAdded(circle);
            assertEquals(List.of("the road by the river"), circle.texts(circle.gull));
        }
    }

    @Test
    void nobody_adds_who_does_not_read_there() {
        try (var circle = Circle.whole(dir)) {
            assertEquals(
                    new Appended.NoKey(ShutOut.NOT_A_MEMBER),
                    circle.ledger
                            .compartments()
                            .add(circle.core, circle.gullsNumber, circle.heron));
            Circle.refused(
                    MembershipFailure.ALREADY_THERE,
                    circle.ledger.compartments().add(circle.core, circle.rooksNumber, circle.wren));
        }
    }

    @Test
    void a_removal_takes_every_key_and_the_desk_makes_the_next_epoch_with_no_member_there() {
        try (var circle = Circle.whole(dir)) {
            circle.wrote(circle.wren, "the road by the river");
            gullIsAdded(circle);
            assertEquals(3, circle.count("epoch_slot"));
            removed(circle);
            // Of epoch 0 Wren's and Gull's are left, of epoch 1 both have theirs.
            assertEquals(2, circle.count("epoch_slot WHERE epoch = 0"));
            assertEquals(2, circle.count("epoch_slot WHERE epoch = 1"));
            assertEquals(1, circle.now().compartment(circle.core).orElseThrow().epoch());
            assertEquals(ShutOut.NOT_A_MEMBER, circle.shut(circle.rook));
            assertEquals(List.of("the road by the river"), circle.texts(circle.gull));
            assertTrue(
                    circle.ledger
                            .compartments()
                            .standing(circle.core)
                            .orElseThrow()
                            .rekeyPending());
        }
    }

    @Test
    void who_has_no_authority_removes_nobody() {
        try (var circle = Circle.whole(dir)) {
            Circle.refused(
                    MembershipFailure.NOT_AUTHORISED,
                    circle.ledger
                            .compartments()
                            .remove(circle.core, circle.rooksNumber, circle.wren));
            assertEquals(2, circle.count("epoch_slot"));
        }
    }

    @Test
    void old_slots_are_moved_at_the_next_members_sign_in_and_old_keys_go() {
        try (var circle = Circle.whole(dir)) {
            for (int i = 0; i < 5; i++) {
                circle.wrote(circle.wren, "note " + i);
            }
            circle.added(circle.gull, "from outside");
            removed(circle);
            assertEquals(new Settled.Progress(6, 6, 0), circle.settled(circle.wren));
            assertEquals(6, circle.count("entry_slot WHERE epoch = 1 AND kind = 'settled'"));
            assertEquals(0, circle.count("epoch_slot WHERE epoch = 0"));
            assertFalse(
                    circle.ledger
                            .compartments()
                            .standing(circle.core)
                            .orElseThrow()
                            .rekeyPending());
            assertEquals(6, circle.texts(circle.wren).size());
            assertEquals(new Settled.Progress(0, 0, 0), circle.settled(circle.wren));
            assertTrue(
                    circle.read(circle.wren).stream()
                            .noneMatch(one -> ((ReadEntry.Whole) one).unsettled()));
        }
    }

    @Test
    void what_came_from_outside_is_settled_though_nobody_went() {
        try (var circle = Circle.whole(dir)) {
            circle.added(circle.gull, "from outside");
            assertEquals(new Settled.Progress(1, 1, 0), circle.settled(circle.rook));
            assertEquals(List.of("from outside"), circle.texts(circle.wren));
        }
    }

    @Test
    void it_goes_on_where_it_was_left_after_a_start() {
        try (var circle = Circle.whole(dir)) {
            many(circle, 450);
            removed(circle);
            try (var settling = circle.ledger.compartments().settling(circle.core, circle.wren)) {
                assertInstanceOf(Settled.More.class, settling.step());
                assertInstanceOf(Settled.More.class, settling.step());
                assertEquals(new Settled.Progress(200, 450, 0), settling.progress());
            }
            try (var again = circle.again(dir)) {
                assertTrue(
                        again.ledger
                                .compartments()
                                .standing(again.core)
                                .orElseThrow()
                                .rekeyPending());
                assertEquals(450, again.texts(again.wren).size());
                assertEquals(new Settled.Progress(250, 250, 0), again.settled(again.wren));
                assertEquals(450, again.texts(again.wren).size());
            }
        }
    }

    private static void many(Circle circle, int count) {
        try (var open = circle.entered(circle.wren)) {
            for (int i = 0; i < count; i++) {
                var _ = Circle.kept(open.write(Circle.note("note " + i)));
            }
        }
    }

    @Test
    void two_members_at_once_harm_nothing() throws Exception {
        try (var circle = Circle.whole(dir);
                var people = Executors.newFixedThreadPool(2)) {
            gullIsAdded(circle);
            many(circle, 600);
            removed(circle);
            var together = new CountDownLatch(2);
            List<Future<Settled.Progress>> came = new ArrayList<>();
            for (AccountKeys by : List.of(circle.wren, circle.gull)) {
                came.add(
                        people.submit(() -> {
                            together.countDown();
                            together.await();
                            return circle.settled(by);
                        }));
            }
            long done = 0;
            for (Future<Settled.Progress> one : came) {
                done += one.get().done();
            }
            assertEquals(600, done);
            assertEquals(600, circle.count("entry_slot WHERE epoch = 1"));
            assertEquals(600, circle.texts(circle.gull).size());
        }
    }

    @Test
    void another_removal_in_the_midst_of_it_begins_it_anew_in_the_later_epoch() {
        try (var circle = Circle.whole(dir)) {
            gullIsAdded(circle);
            many(circle, 300);
            removed(circle);
            try (var settling = circle.ledger.compartments().settling(circle.core, circle.wren)) {
                var _ = settling.step();
                var _ = settling.step();
                Circle.stands(
                        circle.ledger
                                .compartments()
                                .remove(circle.core, circle.gullsNumber, circle.heron));
                Settled last = settling.step();
                while (last instanceof Settled.More) {
                    last = settling.step();
                }
                assertInstanceOf(Settled.Done.class, last, last::toString);
            }
            assertEquals(300, circle.count("entry_slot WHERE epoch = 2"));
            assertEquals(300, circle.texts(circle.wren).size());
            assertEquals(0, circle.count("epoch_slot WHERE epoch < 2"));
        }
    }

    @Test
    void whoever_is_removed_while_settling_stops() {
        try (var circle = Circle.whole(dir)) {
            many(circle, 10);
            circle.added(circle.gull, "from outside");
            try (var settling = circle.ledger.compartments().settling(circle.core, circle.rook)) {
                assertInstanceOf(Settled.More.class, settling.step());
                removed(circle);
                assertEquals(
                        new Settled.Out(ShutOut.NOT_A_MEMBER),
                        assertInstanceOf(Settled.Stopped.class, settling.step()).why());
            }
        }
    }

    @Test
    void a_slot_that_does_not_open_stays_and_is_counted() {
        try (var circle = Circle.whole(dir)) {
            many(circle, 3);
            assertEquals(
                    1, circle.tampers("UPDATE entry_slot SET slot = zeroblob(61) WHERE entry = 2"));
            removed(circle);
            assertEquals(new Settled.Progress(2, 3, 1), circle.settled(circle.wren));
            // The key of the old epoch stays with it.
            assertEquals(1, circle.count("epoch_slot WHERE epoch = 0"));
            assertEquals(2, circle.texts(circle.wren).size());
        }
    }

    @Test
    void a_disk_that_fills_in_the_midst_of_it_stops_it_and_it_goes_on_when_there_is_room() {
        var disk = new FullAtWill();
        try (var circle =
                new Circle(dir, disk.engine(new SqliteEngine(dir.resolve("desk.db"))), disk)
                        .founded()
                        .withDeskKey()
                        .grown()) {
            many(circle, 450);
            removed(circle);
            try (var settling = circle.ledger.compartments().settling(circle.core, circle.wren)) {
                assertInstanceOf(Settled.More.class, settling.step());
                assertInstanceOf(Settled.More.class, settling.step());
                disk.fill(circle.store);
                assertEquals(
                        new Settled.NotKept(StoreUnavailable.Cause.DISK_FULL),
                        assertInstanceOf(Settled.Stopped.class, settling.step()).why());
                assertEquals(450, circle.texts(circle.wren).size());
                disk.empty(circle.store);
                Settled last = settling.step();
                while (last instanceof Settled.More) {
                    last = settling.step();
                }
                assertEquals(
                        new Settled.Progress(450, 450, 0),
                        assertInstanceOf(Settled.Done.class, last, last::toString).progress());
            }
        }
    }

    @Test
    void somebody_is_shut_out_on_a_full_disk_too() {
        var disk = new FullAtWill();
        try (var circle =
                new Circle(dir, disk.engine(new SqliteEngine(dir.resolve("desk.db"))), disk)
                        .founded()
                        .withDeskKey()
                        .grown()) {
            disk.fill(circle.store);
            Circle.stands(circle.ledger.members().shutOut(circle.rooksNumber));
            assertEquals(ShutOut.NOT_IN_FORCE, circle.shut(circle.rook));
            disk.empty(circle.store);
        }
    }

    @Test
    void whoever_was_shut_out_meanwhile_gets_the_later_key_from_a_colleague() {
        try (var circle = Circle.whole(dir)) {
            gullIsAdded(circle);
            circle.wrote(circle.wren, "before");
            Circle.stands(circle.ledger.members().shutOut(circle.gullsNumber));
            removed(circle);
            circle.wrote(circle.wren, "after");
            circle.says(new Statement.Lifted(circle.gullsNumber), circle.heron, circle.wren);
            assertEquals(ShutOut.KEY_NOT_GIVEN, circle.shut(circle.gull));
            circle.settled(circle.wren);
            assertEquals(List.of("before", "after"), circle.texts(circle.gull));
        }
    }

    @Test
    void where_the_desk_has_no_key_a_member_makes_the_next_epoch() {
        try (var circle = new Circle(dir).founded().grown()) {
            circle.wrote(circle.wren, "before");
            removed(circle);
            assertTrue(circle.now().compartment(circle.core).orElseThrow().isRekeyPending());
            try (var open = circle.entered(circle.wren)) {
                assertEquals(
                        new Written.Refused(NotWritten.REKEY_DUE),
                        open.write(Circle.note("too soon")));
            }
            assertEquals(new Settled.Progress(1, 1, 0), circle.settled(circle.wren));
            assertEquals(1, circle.now().compartment(circle.core).orElseThrow().epoch());
            circle.wrote(circle.wren, "after");
            assertEquals(List.of("before", "after"), circle.texts(circle.wren));
        }
    }

    @Test
    void where_only_people_who_are_shut_out_are_left_no_epoch_is_made_for_nobody() {
        try (var circle = Circle.whole(dir)) {
            circle.wrote(circle.wren, "before");
            Circle.stands(circle.ledger.members().shutOut(circle.wrensNumber));
            removed(circle);
            assertEquals(0, circle.now().compartment(circle.core).orElseThrow().epoch());
            circle.says(new Statement.Lifted(circle.wrensNumber), circle.heron, circle.rook);
            // Lifting it made the epoch.
            assertEquals(1, circle.now().compartment(circle.core).orElseThrow().epoch());
            assertEquals(List.of("before"), circle.texts(circle.wren));
        }
    }

    @Test
    void where_nobody_is_left_nothing_is_added() {
        try (var circle = Circle.whole(dir)) {
            removed(circle);
            Circle.stands(
                    circle.ledger
                            .compartments()
                            .remove(circle.core, circle.wrensNumber, circle.heron));
            assertEquals(
                    new Written.Refused(NotWritten.NO_READER),
                    circle.ledger.additions().add(circle.core, Circle.note("x"), circle.gull));
        }
    }

    @Test
    void an_account_made_anew_reads_nothing_of_before_and_each_of_its_compartments_is_rekeyed() {
        try (var circle = Circle.whole(dir)) {
            circle.wrote(circle.rook, "by rook");
            circle.comes(new AccountNumber(5), Circle.keys(5));
            circle.says(
                    new Statement.AuthorityGiven(circle.wrensNumber), circle.heron, circle.rook);
            circle.says(new Statement.MadeAnew(circle.rooksNumber), circle.heron, circle.wren);
            assertEquals(1, circle.now().compartment(circle.core).orElseThrow().epoch());
            assertEquals(ShutOut.NOT_IN_FORCE, circle.shut(circle.rook));
            assertEquals(1, circle.count("epoch_slot WHERE epoch = 0"));
            var one = assertInstanceOf(ReadEntry.Whole.class, circle.read(circle.wren).getFirst());
            assertEquals(new WrittenBy.Member(circle.rooksNumber), one.by());
        }
    }

    @Test
    void who_removes_learns_before_whether_it_may_be_done_and_nothing_is_half_done() {
        try (var circle = Circle.whole(dir)) {
            int statements = circle.now().size();
            Circle.refused(
                    MembershipFailure.NOT_THERE,
                    circle.ledger
                            .compartments()
                            .remove(circle.core, circle.gullsNumber, circle.heron));
            assertEquals(statements, circle.count("statement"));
            Circle.refused(
                    MembershipFailure.NOT_CONFIRMED,
                    circle.ledger
                            .compartments()
                            .open(
                                    circle.ledger.compartments().ofANewCase(),
                                    Set.of(invited(circle)),
                                    circle.wren));
            assertEquals(statements + 1, circle.count("statement"));
            assertEquals(1, circle.count("compartment"));
        }
    }

    private static AccountNumber invited(Circle circle) {
        var number = new AccountNumber(9);
        circle.says(new Statement.Invited(number), circle.heron);
        return number;
    }
}
