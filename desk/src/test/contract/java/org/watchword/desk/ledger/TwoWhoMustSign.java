package org.watchword.desk.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.MembershipFailure;
import org.watchword.formats.membership.Standing;
import org.watchword.formats.membership.Statement;
import org.watchword.formats.slot.AccountKeys;

/// What one signs in his session and a second in another.
class TwoWhoMustSign {
    @TempDir Path dir;

    private static Countersigning.Came begins(Circle circle, Statement says, AccountKeys by) {
        return circle.ledger.countersigning().begin(says, by);
    }

    private static List<Countersigning.Half> waiting(Circle circle) {
        return circle.store.read(circle.ledger.countersigning()::all);
    }

    private static Appended second(Circle circle, AccountKeys by) {
        Countersigning.Half half = waiting(circle).getFirst();
        return circle.ledger.countersigning().sign(half.id(), half.head(), by);
    }

    @Test
    void it_stands_with_the_second_signature_and_waits_for_nobody_then() {
        try (var circle = Circle.whole(dir)) {
            Circle.stands(circle.ledger.members().shutOut(circle.gullsNumber));
            assertInstanceOf(
                    Countersigning.Came.Waits.class,
                    begins(circle, new Statement.Lifted(circle.gullsNumber), circle.wren));
            assertInstanceOf(
                    Standing.Suspended.class,
                    circle.now().standing(circle.gullsNumber).orElseThrow());
            try (var again = circle.again(dir)) {
                Circle.stands(second(again, again.heron));
                assertInstanceOf(
                        Standing.Confirmed.class,
                        again.now().standing(again.gullsNumber).orElseThrow());
                assertEquals(0, again.count("half_signed"));
            }
        }
    }

    @Test
    void the_same_person_twice_is_one() {
        try (var circle = Circle.whole(dir)) {
            Circle.stands(circle.ledger.members().shutOut(circle.gullsNumber));
            begins(circle, new Statement.Lifted(circle.gullsNumber), circle.wren);
            Circle.refused(MembershipFailure.OTHER_NUMBER_OF_SIGNERS, second(circle, circle.wren));
            assertEquals(1, circle.count("half_signed"));
        }
    }

    @Test
    void what_another_statement_came_before_is_shown_and_signed_no_more() {
        try (var circle = Circle.whole(dir)) {
            Circle.stands(circle.ledger.members().shutOut(circle.gullsNumber));
            begins(circle, new Statement.Lifted(circle.gullsNumber), circle.wren);
            Countersigning.Half half = waiting(circle).getFirst();
            circle.says(new Statement.Invited(new AccountNumber(9)), circle.heron);
            assertEquals(List.of(), waiting(circle));
            Circle.refused(
                    MembershipFailure.OVERTAKEN,
                    circle.ledger.countersigning().sign(half.id(), half.head(), circle.heron));
        }
    }

    @Test
    void who_was_shut_out_in_between_is_no_second() {
        try (var circle = Circle.whole(dir)) {
            Circle.stands(circle.ledger.members().shutOut(circle.gullsNumber));
            begins(circle, new Statement.Lifted(circle.gullsNumber), circle.wren);
            Circle.stands(circle.ledger.members().shutOut(circle.heronsNumber));
            assertEquals(List.of(), waiting(circle));
            begins(circle, new Statement.Lifted(circle.gullsNumber), circle.wren);
            Circle.refused(MembershipFailure.SIGNER_SUSPENDED, second(circle, circle.heron));
            Circle.stands(second(circle, circle.rook));
        }
    }

    @Test
    void nobody_signs_what_he_did_not_see() {
        try (var circle = Circle.whole(dir)) {
            Circle.stands(circle.ledger.members().shutOut(circle.gullsNumber));
            begins(circle, new Statement.Lifted(circle.gullsNumber), circle.wren);
            Countersigning.Half half = waiting(circle).getFirst();
            Circle.refused(
                    MembershipFailure.OVERTAKEN,
                    circle.ledger
                            .countersigning()
                            .sign(half.id(), circle.now().fingerprint(), circle.heron));
        }
    }

    @Test
    void what_could_never_stand_is_refused_before_anybody_waits() {
        try (var circle = Circle.whole(dir)) {
            assertEquals(
                    new Countersigning.Came.Refused(MembershipFailure.NOT_SUSPENDED),
                    begins(circle, new Statement.Lifted(circle.gullsNumber), circle.wren));
            Circle.stands(circle.ledger.members().shutOut(circle.gullsNumber));
            assertEquals(
                    new Countersigning.Came.Refused(MembershipFailure.SIGNER_SUSPENDED),
                    begins(circle, new Statement.Lifted(circle.gullsNumber), circle.gull));
            assertEquals(0, circle.count("half_signed"));
        }
    }

    @Test
    void the_desk_signs_beside_the_two_who_name_its_key() {
        try (var circle = new Circle(dir).founded()) {
            begins(circle, circle.ledger.members().deskKey(), circle.rook);
            Circle.stands(second(circle, circle.heron));
            assertTrue(circle.now().deskKey().isPresent());
        }
    }
}
