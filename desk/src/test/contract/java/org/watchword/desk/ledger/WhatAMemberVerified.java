package org.watchword.desk.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.EntryId;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.Statement;

/// What a member verified once he need not verify again, and nobody else is served by it.
class WhatAMemberVerified {
    @TempDir Path dir;

    @Test
    void is_not_opened_when_he_reads_it_again() {
        try (var again = Remembering.with(dir)) {
            assertEquals(Remembering.notes(), again.reads(again.circle.wren));
            Octets kept = again.kept();
            List<ReadEntry> before = again.circle.read(again.circle.wren);
            again.written();
            assertEquals(kept, again.kept(), "nothing was added to it");
            again.spoils();
            List<ReadEntry> after = again.circle.read(again.circle.wren);
            assertEquals(before.subList(0, 127), after.subList(0, 127));
            assertTrue(
                    after.subList(127, Remembering.NOTES).stream()
                            .allMatch(ReadEntry.Shut.class::isInstance),
                    "what was not remembered is opened");
        }
    }

    @Test
    void is_read_again_after_a_start() {
        try (var again = Remembering.with(dir)) {
            again.reads(again.circle.wren);
            again.spoils();
            try (var started = again.circle.again(dir)) {
                assertEquals(Remembering.notes().subList(0, 127), started.texts(started.wren));
            }
        }
    }

    @Test
    void is_verified_along_with_a_page_that_lies_in_the_same_stretch() {
        try (var again = Remembering.with(dir);
                var open = again.circle.entered(again.circle.wren)) {
            assertInstanceOf(EntryPage.Read.class, open.before(100, 30));
            again.written();
            again.spoils();
            var page = assertInstanceOf(EntryPage.Read.class, open.before(50, 30));
            assertEquals(30, page.entries().size());
            assertTrue(page.entries().stream().allMatch(ReadEntry.Whole.class::isInstance));
            assertEquals(49, page.entries().getFirst().number());
        }
    }

    @Test
    void is_remembered_only_of_a_stretch_that_cannot_grow() {
        try (var again = new Remembering(dir)) {
            List<String> few = Remembering.notes().subList(0, 20);
            few.forEach(text -> again.circle.wrote(again.circle.wren, text));
            assertEquals(few, again.reads(again.circle.wren));
            assertEquals(0, again.snapshots());
            again.skips(400);
            again.circle.wrote(again.circle.wren, "the next");
            assertEquals(21, again.reads(again.circle.wren).size());
            assertEquals(1, again.snapshots());
        }
    }

    @Test
    void is_not_more_than_the_few_that_were_asked_for() {
        try (var again = Remembering.with(dir);
                var open = again.circle.entered(again.circle.wren)) {
            assertInstanceOf(EntryPage.Read.class, open.before(100, 15));
            again.written();
            assertEquals(0, again.snapshots());
        }
    }

    @Test
    void serves_no_other_member() {
        try (var again = Remembering.with(dir)) {
            again.reads(again.circle.wren);
            assertEquals(1, again.snapshots());
            String rook = again.hash(again.circle.rooksNumber);
            assertEquals(
                    1, again.circle.tampers("UPDATE snapshot SET member_hash = x'" + rook + "'"));
            again.spoils();
            assertEquals(List.of(), again.circle.texts(again.circle.rook));
        }
    }

    @Test
    void lies_beside_a_colleagues_and_each_is_served_by_his_own() {
        try (var again = Remembering.with(dir)) {
            again.reads(again.circle.wren);
            again.reads(again.circle.rook);
            assertEquals(2, again.snapshots());
            again.spoils();
            List<String> remembered = Remembering.notes().subList(0, 127);
            assertEquals(remembered, again.circle.texts(again.circle.wren));
            assertEquals(remembered, again.circle.texts(again.circle.rook));
        }
    }

    @Test
    void shows_no_more_by_its_length_than_the_entries_do() {
        try (var again = Remembering.with(dir)) {
            again.reads(again.circle.wren);
            assertEquals(
                    again.circle.count(
                            "(SELECT 1 FROM snapshot WHERE length(sealed) = 65 + (SELECT"
                                    + " sum(length(sealed)) FROM entry WHERE number < 128))"),
                    1);
        }
    }

    @Test
    void goes_on_being_remembered_when_somebody_else_was_removed() {
        try (var again = Remembering.with(dir)) {
            again.reads(again.circle.wren);
            again.reads(again.circle.rook);
            var circle = again.circle;
            Circle.stands(
                    circle.ledger
                            .compartments()
                            .remove(circle.core, circle.rooksNumber, circle.heron));
            assertEquals(0, again.snapshots(circle.rooksNumber));
            assertEquals(1, again.snapshots(circle.wrensNumber));
            circle.settled(circle.wren);
            again.spoils();
            assertEquals(Remembering.notes().subList(0, 127), circle.texts(circle.wren));
        }
    }

    @Test
    void is_forgotten_for_who_is_shut_out() {
        try (var again = Remembering.with(dir)) {
            again.reads(again.circle.wren);
            again.reads(again.circle.rook);
            Circle.stands(again.circle.ledger.members().shutOut(again.circle.rooksNumber));
            assertEquals(0, again.snapshots(again.circle.rooksNumber));
            assertEquals(1, again.snapshots());
        }
    }

    @Test
    void is_not_kept_for_who_was_removed_while_he_read() {
        try (var again = Remembering.with(dir)) {
            var circle = again.circle;
            try (var open = circle.entered(circle.rook)) {
                circle.random.next(() ->
                        Circle.stands(
                                circle.ledger
                                        .compartments()
                                        .remove(circle.core, circle.rooksNumber, circle.heron)));
                assertEquals(new EntryPage.Shut(ShutOut.NOT_A_MEMBER), open.after(0, 200));
                again.written();
                assertEquals(0, again.snapshots());
            }
        }
    }

    @Test
    void is_not_kept_for_who_is_shut_out_before_it_is_written() throws Exception {
        try (var again = Remembering.with(dir)) {
            var circle = again.circle;
            var mayGoOn = new CountDownLatch(1);
            var busy = circle.store.writer().submit(Lane.FIRST, _ -> waits(mayGoOn));
            assertEquals(Remembering.notes(), circle.texts(circle.rook));
            var out =
                    Thread.ofPlatform()
                            .start(() ->
                                    Circle.stands(
                                            circle.ledger.members().shutOut(circle.rooksNumber)));
            while (out.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            mayGoOn.countDown();
            assertTrue(busy.get());
            out.join();
            again.written();
            assertEquals(0, again.snapshots());
        }
    }

    private static boolean waits(CountDownLatch until) {
        try {
            until.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void is_taken_from_everybody_with_an_entry_that_is_erased() {
        try (var again = Remembering.with(dir)) {
            var circle = again.circle;
            again.reads(circle.wren);
            again.reads(circle.rook);
            assertEquals(2, again.snapshots());
            erases(again, 7);
            assertEquals(0, again.snapshots());
            List<ReadEntry> read = circle.read(circle.rook);
            assertInstanceOf(ReadEntry.Erased.class, read.get(6));
            again.written();
            again.spoils();
            List<String> rest = circle.texts(circle.rook);
            assertEquals(126, rest.size());
            assertFalse(rest.contains("note 7"));
        }
    }

    private static void erases(Remembering again, int number) {
        try (var open = again.circle.entered(again.circle.wren)) {
            var _ = Circle.kept(open.erase(id(again, number)));
        }
    }

    private static EntryId id(Remembering again, int number) {
        var one = again.circle.read(again.circle.wren).get(number - 1);
        return assertInstanceOf(ReadEntry.Whole.class, one).entry().context().entry();
    }

    @Test
    void is_not_kept_of_an_entry_that_was_erased_meanwhile() {
        try (var again = Remembering.with(dir)) {
            var circle = again.circle;
            EntryId seventh = id(again, 7);
            again.written();
            circle.tampers("DELETE FROM snapshot");
            circle.random.next(() -> {
                try (var open = circle.entered(circle.wren)) {
                    var _ = Circle.kept(open.erase(seventh));
                }
            });
            circle.read(circle.rook);
            again.written();
            assertEquals(0, again.snapshots());
            assertEquals(Remembering.NOTES, again.reads(circle.rook).size());
            assertEquals(1, again.snapshots());
        }
    }

    @Test
    void of_an_account_that_began_anew_is_nobodys() {
        try (var again = Remembering.with(dir)) {
            var circle = again.circle;
            again.reads(circle.rook);
            circle.comes(new AccountNumber(5), Circle.keys(5));
            circle.says(
                    new Statement.AuthorityGiven(circle.wrensNumber), circle.heron, circle.rook);
            circle.says(new Statement.MadeAnew(circle.rooksNumber), circle.heron, circle.wren);
            assertEquals(0, again.snapshots());
        }
    }
}
