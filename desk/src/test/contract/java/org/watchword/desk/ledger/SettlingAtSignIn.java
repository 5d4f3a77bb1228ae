package org.watchword.desk.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.accounts.HandClock;
import org.watchword.desk.accounts.Jobs;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.desk.basis.HandPace;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.ledger.belonging.AtSignIn;
import org.watchword.formats.membership.Standing;
import org.watchword.formats.membership.Statement;

/// Somebody opens his case files, and does in passing what only he can.
class SettlingAtSignIn {
    private static final PersonId WREN = new PersonId(3);

    @TempDir Path dir;

    private final HandPace pace = new HandPace();
    private Jobs jobs = new Jobs(new HandClock(Circle.AT), pace, _ -> true);

    private static void wrote(Circle circle, int notes) {
        try (var open = circle.entered(circle.wren)) {
            for (int i = 0; i < notes; i++) {
                Circle.kept(open.write(Circle.note("note " + i)));
            }
        }
    }

    private static void rookGoes(Circle circle) {
        Circle.stands(
                circle.ledger.compartments().remove(circle.core, circle.rooksNumber, circle.heron));
    }

    private boolean isShutOut(Circle circle, PersonId person) {
        return circle.store.read(handle -> atSignIn(circle).shutOut(handle).test(person));
    }

    private AtSignIn atSignIn(Circle circle) {
        jobs = new Jobs(circle.clock, pace, _ -> true);
        return new AtSignIn(circle.ledger, jobs);
    }

    /// Wren signs in, to a desk that was just started.
    private void opens(Circle circle) {
        atSignIn(circle).opened(WREN, circle.wren);
    }

    private static Compartments.Pending pending(Circle circle) {
        return circle.ledger.compartments().pending(circle.wrensNumber);
    }

    @Test
    void a_job_does_what_is_left_with_the_keys_of_the_compartment_when_the_persons_are_gone() {
        int batch = CaseLimits.PIECES_AT_ONCE * CaseLimits.SLOTS_AT_ONCE;
        int all = batch + 250;
        try (var circle = Circle.whole(dir)) {
            wrote(circle, all);
            rookGoes(circle);
            opens(circle);
            circle.wren.close();
            assertEquals(new Compartments.Pending(250, all, true), pending(circle));
            var _ = pace.round();
            assertEquals(new Compartments.Pending(50, all, true), pending(circle));
            while (pace.round().isPresent()) {
                assertTrue(pending(circle).slots() <= 50);
            }
            assertEquals(new Compartments.Pending(0, all, false), pending(circle));
            assertEquals(0, circle.count("epoch_slot WHERE epoch = 0"));
            assertEquals(all, circle.count("entry_slot WHERE epoch = 1 AND kind = 'settled'"));
            assertEquals(all, circle.texts(Circle.keys(3)).size());
        }
    }

    @Test
    void a_job_that_is_ended_moves_nothing_more_and_what_is_left_is_due_as_before() {
        int batch = CaseLimits.PIECES_AT_ONCE * CaseLimits.SLOTS_AT_ONCE;
        try (var circle = Circle.whole(dir)) {
            wrote(circle, batch + 250);
            rookGoes(circle);
            opens(circle);
            var before = pending(circle);
            jobs.close();
            assertTrue(pace.round().isEmpty());
            assertEquals(before, pending(circle));
            opens(circle);
            while (pace.round().isPresent()) {
                assertTrue(pending(circle).slots() < before.slots());
            }
            assertEquals(0, pending(circle).slots());
        }
    }

    @Test
    void two_members_have_one_job_and_not_two() {
        int batch = CaseLimits.PIECES_AT_ONCE * CaseLimits.SLOTS_AT_ONCE;
        try (var circle = Circle.whole(dir)) {
            Circle.stands(
                    circle.ledger.compartments().add(circle.core, circle.gullsNumber, circle.wren));
            wrote(circle, 3 * batch);
            rookGoes(circle);
            var atSignIn = atSignIn(circle);
            atSignIn.opened(WREN, circle.wren);
            atSignIn.opened(new PersonId(4), circle.gull);
            int rounds = 0;
            for (; pace.round().isPresent(); rounds++) {
                assertTrue(rounds < 100);
            }
            assertEquals(0, pending(circle).slots());
            // A third of it is left, and one piece more finds nothing.
            assertEquals(CaseLimits.PIECES_AT_ONCE + 1, rounds);
        }
    }

    @Test
    void it_is_bounded_and_goes_on_after_a_start_until_nothing_is_left() {
        int batch = CaseLimits.PIECES_AT_ONCE * CaseLimits.SLOTS_AT_ONCE;
        int all = 2 * batch + 50;
        try (var circle = Circle.whole(dir)) {
            wrote(circle, all);
            rookGoes(circle);
            opens(circle);
            var once = circle.ledger.compartments().pending(circle.wrensNumber);
            assertEquals(new Compartments.Pending(all - batch, all, true), once);
            try (var again = circle.again(dir)) {
                opens(again);
                assertEquals(
                        new Compartments.Pending(50, all, true),
                        again.ledger.compartments().pending(again.wrensNumber));
                opens(again);
                assertEquals(
                        new Compartments.Pending(0, all, false),
                        again.ledger.compartments().pending(again.wrensNumber));
                assertEquals(0, again.count("epoch_slot WHERE epoch = 0"));
                assertEquals(all, again.count("entry_slot WHERE epoch = 1 AND kind = 'settled'"));
            }
        }
    }

    @Test
    void the_keys_of_before_go_with_the_last_slot_also_where_the_pieces_end_with_it() {
        int batch = CaseLimits.PIECES_AT_ONCE * CaseLimits.SLOTS_AT_ONCE;
        try (var circle = Circle.whole(dir)) {
            wrote(circle, batch);
            rookGoes(circle);
            opens(circle);
            assertFalse(circle.ledger.compartments().isPending(circle.core));
            assertEquals(0, circle.count("epoch_slot WHERE epoch = 0"));
        }
    }

    @Test
    void who_was_shut_out_while_an_epoch_was_made_gets_its_key_though_nothing_is_to_be_moved() {
        try (var circle = Circle.whole(dir)) {
            Circle.stands(
                    circle.ledger.compartments().add(circle.core, circle.gullsNumber, circle.wren));
            Circle.stands(circle.ledger.members().shutOut(circle.gullsNumber));
            rookGoes(circle);
            circle.says(new Statement.Lifted(circle.gullsNumber), circle.wren, circle.heron);
            assertEquals(ShutOut.KEY_NOT_GIVEN, circle.shut(circle.gull));
            opens(circle);
            circle.entered(circle.gull).close();
        }
    }

    @Test
    void whoever_is_invited_comes_with_the_keys_that_he_has_and_is_not_let_in_by_that() {
        try (var circle = new Circle(dir).founded()) {
            circle.says(new Statement.Invited(circle.wrensNumber), circle.heron);
            opens(circle);
            assertEquals(
                    new Standing.Accepted(Circle.publicKeys(circle.wren)),
                    circle.now().standing(circle.wrensNumber).orElseThrow());
            assertTrue(circle.now().keys(circle.wrensNumber).isEmpty());
        }
    }

    @Test
    void who_is_shut_out_is_let_in_nowhere_until_it_is_lifted() {
        try (var circle = Circle.whole(dir)) {
            var gull = new PersonId(4);
            assertFalse(isShutOut(circle, gull));
            Circle.stands(circle.ledger.members().shutOut(circle.gullsNumber));
            assertTrue(isShutOut(circle, gull));
            circle.says(new Statement.Lifted(circle.gullsNumber), circle.wren, circle.heron);
            assertFalse(isShutOut(circle, gull));
        }
    }
}
