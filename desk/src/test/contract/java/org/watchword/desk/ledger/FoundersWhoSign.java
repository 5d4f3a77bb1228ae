package org.watchword.desk.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.ledger.Foundation.Came;
import org.watchword.desk.ledger.Foundation.Why;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.ChainHead;
import org.watchword.formats.membership.Keys;
import org.watchword.formats.slot.AccountKeys;

/// The people who set a desk up sign that they did, one after the other, each when he comes.
class FoundersWhoSign {
    @TempDir Path dir;

    private final Set<AccountNumber> founders = new HashSet<>();

    private Foundation foundation(Circle circle) {
        return circle.ledger.foundation(handle -> Set.copyOf(founders));
    }

    /// Heron, Rook and Wren set the desk up and opened their case files once.
    private Circle begun() {
        var circle = new Circle(dir);
        founders.addAll(List.of(circle.heronsNumber, circle.rooksNumber, circle.wrensNumber));
        known(circle, circle.heronsNumber, circle.heron);
        known(circle, circle.rooksNumber, circle.rook);
        known(circle, circle.wrensNumber, circle.wren);
        return circle;
    }

    private static void known(Circle circle, AccountNumber who, AccountKeys keys) {
        circle.ledger.knownKeys().make(who, Circle.publicKeys(keys));
    }

    private static Map<AccountNumber, Keys> two(Circle circle) {
        return Map.of(
                circle.heronsNumber, Circle.publicKeys(circle.heron),
                circle.rooksNumber, Circle.publicKeys(circle.rook));
    }

    private ChainHead heronBegan(Circle circle) {
        return assertInstanceOf(
                        Came.Waits.class, foundation(circle).begin(two(circle), circle.heron))
                .fingerprint();
    }

    private Optional<Foundation.Proposal> waits(Circle circle) {
        return circle.store.read(foundation(circle)::proposal);
    }

    private static void refused(Why why, Came came) {
        assertEquals(new Came.Refused(why), came);
    }

    @Test
    void nothing_stands_until_all_who_are_named_have_signed() {
        try (var circle = begun()) {
            var three =
                    Map.of(
                            circle.heronsNumber, Circle.publicKeys(circle.heron),
                            circle.rooksNumber, Circle.publicKeys(circle.rook),
                            circle.wrensNumber, Circle.publicKeys(circle.wren));
            var foundation = foundation(circle);
            var first = assertInstanceOf(Came.Waits.class, foundation.begin(three, circle.heron));
            ChainHead seen = first.fingerprint();
            assertEquals(
                    new Came.Waits(seen), foundation.sign(seen, circle.wrensNumber, circle.wren));
            assertInstanceOf(ChainStanding.NotFounded.class, circle.ledger.standing());
            assertEquals(0, circle.count("statement") + circle.count("organisation"));
            var all =
                    assertInstanceOf(
                            Came.Founded.class,
                            foundation.sign(seen, circle.rooksNumber, circle.rook));
            assertEquals(seen, all.now().fingerprint());
            assertEquals(seen, circle.now().fingerprint());
            assertTrue(circle.now().keys(circle.wrensNumber).isPresent());
            assertEquals(0, circle.count("founding_statement"));
        }
    }

    @Test
    void what_the_first_signed_waits_over_a_start_and_founds_the_same() {
        ChainHead seen;
        try (var circle = begun()) {
            seen = heronBegan(circle);
        }
        try (var again = new Circle(dir)) {
            var waits = waits(again).orElseThrow();
            assertEquals(seen, waits.fingerprint());
            assertEquals(Set.of(again.heronsNumber), waits.signed());
            assertTrue(waits.holds());
            foundation(again).sign(seen, again.rooksNumber, again.rook);
        }
        try (var founded = new Circle(dir)) {
            assertEquals(seen, founded.now().fingerprint());
        }
    }

    @Test
    void the_second_changes_his_mind_and_nothing_is_left_of_it() {
        try (var circle = begun()) {
            ChainHead seen = heronBegan(circle);
            assertInstanceOf(
                    Came.PutAway.class, foundation(circle).putAway(seen, circle.rooksNumber));
            assertEquals(0, circle.count("founding_statement"));
            refused(
                    Why.OTHER_THAN_SEEN,
                    foundation(circle).sign(seen, circle.rooksNumber, circle.rook));
            assertInstanceOf(ChainStanding.NotFounded.class, circle.ledger.standing());
            assertFalse(seen.equals(heronBegan(circle)), "another founding, another fingerprint");
        }
    }

    @Test
    void who_set_nothing_up_and_is_not_named_puts_nothing_away() {
        try (var circle = begun()) {
            ChainHead seen = heronBegan(circle);
            refused(Why.NOT_NAMED, foundation(circle).putAway(seen, circle.gullsNumber));
            assertTrue(waits(circle).isPresent());
        }
    }

    @Test
    void a_key_that_is_another_by_now_is_signed_by_nobody() {
        try (var circle = begun()) {
            ChainHead seen = heronBegan(circle);
            circle.ledger.knownKeys().replace(circle.heronsNumber, Circle.publicKeys(circle.gull));
            assertFalse(waits(circle).orElseThrow().holds());
            refused(
                    Why.CHANGED_MEANWHILE,
                    foundation(circle).sign(seen, circle.rooksNumber, circle.rook));
            assertInstanceOf(ChainStanding.NotFounded.class, circle.ledger.standing());
        }
    }

    @Test
    void a_key_swapped_after_it_was_compared_begins_nothing() {
        try (var circle = begun()) {
            var compared = two(circle);
            circle.ledger.knownKeys().replace(circle.rooksNumber, Circle.publicKeys(circle.gull));
            refused(Why.CHANGED_MEANWHILE, foundation(circle).begin(compared, circle.heron));
            assertEquals(0, circle.count("founding_statement"));
        }
    }

    @Test
    void a_founder_who_left_meanwhile_is_no_founder() {
        try (var circle = begun()) {
            ChainHead seen = heronBegan(circle);
            founders.remove(circle.heronsNumber);
            refused(
                    Why.CHANGED_MEANWHILE,
                    foundation(circle).sign(seen, circle.rooksNumber, circle.rook));
        }
    }

    @Test
    void nobody_signs_in_the_place_of_another_or_twice() {
        try (var circle = begun()) {
            ChainHead seen = heronBegan(circle);
            refused(Why.NOT_NAMED, foundation(circle).sign(seen, circle.rooksNumber, circle.wren));
            refused(Why.NOT_NAMED, foundation(circle).sign(seen, circle.wrensNumber, circle.wren));
            refused(
                    Why.SIGNED_ALREADY,
                    foundation(circle).sign(seen, circle.heronsNumber, circle.heron));
            assertEquals(1, circle.count("founding_statement"));
        }
    }

    @Test
    void one_alone_founds_nothing_and_names_nobody_without_himself() {
        try (var circle = begun()) {
            var alone = Map.of(circle.heronsNumber, Circle.publicKeys(circle.heron));
            refused(Why.TOO_FEW, foundation(circle).begin(alone, circle.heron));
            refused(Why.NOT_NAMED, foundation(circle).begin(two(circle), circle.wren));
        }
    }

    @Test
    void of_two_who_begin_at_once_one_is_told_so() {
        try (var circle = begun()) {
            heronBegan(circle);
            refused(Why.ANOTHER_WAITS, foundation(circle).begin(two(circle), circle.rook));
        }
    }

    @Test
    void what_somebody_wrote_into_its_row_is_worth_nothing() {
        try (var circle = begun()) {
            ChainHead seen = heronBegan(circle);
            circle.tampers("UPDATE founding_statement SET statement = x'00'");
            assertEquals(Optional.empty(), waits(circle));
            refused(
                    Why.OTHER_THAN_SEEN,
                    foundation(circle).sign(seen, circle.rooksNumber, circle.rook));
            heronBegan(circle);
            assertEquals(1, circle.count("founding_statement"));
        }
    }

    @Test
    void a_chain_that_is_there_is_not_begun_again() {
        try (var circle = begun()) {
            ChainHead seen = heronBegan(circle);
            foundation(circle).sign(seen, circle.rooksNumber, circle.rook);
            refused(Why.FOUNDED_ALREADY, foundation(circle).begin(two(circle), circle.heron));
        }
    }

    @Test
    void a_key_that_lies_there_stays_until_its_owner_replaces_it() {
        try (var circle = begun()) {
            known(circle, circle.rooksNumber, circle.gull);
            assertEquals(Circle.publicKeys(circle.rook), lying(circle, circle.rooksNumber));
            circle.tampers("UPDATE known_key SET keys = x'00' WHERE account = 2");
            assertInstanceOf(
                    KnownKeys.Known.Spoilt.class,
                    circle.store.read(circle.ledger.knownKeys()::all).get(circle.rooksNumber));
        }
    }

    private static Keys lying(Circle circle, AccountNumber who) {
        var row = circle.store.read(circle.ledger.knownKeys()::all).get(who);
        return assertInstanceOf(KnownKeys.Known.Here.class, row).keys();
    }
}
