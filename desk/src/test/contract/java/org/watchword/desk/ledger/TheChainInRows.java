package org.watchword.desk.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.FieldSeal.Place;
import org.watchword.desk.store.FileReserve;
import org.watchword.desk.store.PastTheDesk;
import org.watchword.desk.store.StoreUnavailable;
import org.watchword.desk.store.UntoldCommits;
import org.watchword.formats.entry.AuthorKey;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.ChainHead;
import org.watchword.formats.membership.MembershipFailure;
import org.watchword.formats.membership.Statement;

/// The membership chain as it is kept, and what becomes of it when somebody writes in its rows.
class TheChainInRows {
    @TempDir Path dir;

    @Test
    void is_the_same_after_a_start() {
        try (var before = Circle.whole(dir)) {
            ChainHead head = before.now().head();
            Set<AccountNumber> accounts = before.now().accounts();
            try (var after = before.again(dir)) {
                assertEquals(head, after.now().head());
                assertEquals(accounts, after.now().accounts());
                assertEquals(11, after.now().size());
            }
        }
    }

    @Test
    void is_founded_once_by_a_founder() {
        try (var circle = new Circle(dir)) {
            assertEquals(new ChainStanding.NotFounded(), circle.ledger.standing());
            assertInstanceOf(
                    Appended.NoChain.class,
                    circle.ledger
                            .members()
                            .says(new Statement.Invited(circle.gullsNumber), circle.heron));
            var founders =
                    List.of(
                            new Statement.Founder(
                                    circle.heronsNumber, Circle.publicKeys(circle.heron)));
            Circle.refused(
                    MembershipFailure.NOT_BY_ITS_KEY,
                    circle.ledger.members().found(founders, circle.gull));
            Circle.stands(circle.ledger.members().found(founders, circle.heron));
            Circle.refused(
                    MembershipFailure.FOUNDING_MISPLACED,
                    circle.ledger.members().found(founders, circle.heron));
        }
    }

    @Test
    void a_refusal_changes_nothing() {
        try (var circle = Circle.whole(dir)) {
            ChainHead head = circle.now().head();
            Circle.refused(
                    MembershipFailure.NOT_AUTHORISED,
                    circle.ledger
                            .members()
                            .says(new Statement.Invited(new AccountNumber(9)), circle.gull));
            assertEquals(head, circle.now().head());
            assertEquals(11, circle.count("statement"));
        }
    }

    @Test
    void of_statements_made_at_once_each_stands_once() throws Exception {
        try (var circle = Circle.whole(dir);
                var people = Executors.newFixedThreadPool(4)) {
            var together = new CountDownLatch(4);
            List<Future<Appended>> came = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                var account = new AccountNumber(10 + i);
                came.add(
                        people.submit(() -> {
                            together.countDown();
                            together.await();
                            return circle.ledger
                                    .members()
                                    .says(new Statement.Invited(account), circle.heron);
                        }));
            }
            for (Future<Appended> one : came) {
                Circle.stands(one.get());
            }
            assertEquals(15, circle.now().size());
            assertEquals(15, circle.count("statement"));
        }
    }

    @Test
    void what_several_signed_is_not_made_anew_when_another_came_first() {
        try (var circle = Circle.whole(dir)) {
            var link =
                    circle.now().next(new Statement.AuthorityGiven(circle.wrensNumber), Circle.AT);
            var signed = link.signedBy(circle.heron.signing()).andBy(circle.rook.signing());
            circle.says(new Statement.Invited(new AccountNumber(9)), circle.heron);
            Circle.refused(MembershipFailure.OVERTAKEN, circle.ledger.members().takes(signed));
            var anew =
                    circle.now().next(new Statement.AuthorityGiven(circle.wrensNumber), Circle.AT);
            Circle.stands(
                    circle.ledger
                            .members()
                            .takes(
                                    anew.signedBy(circle.heron.signing())
                                            .andBy(circle.rook.signing())));
        }
    }

    @Test
    void a_statement_that_was_kept_though_nobody_was_told_counts() {
        var disk = new UntoldCommits(dir.resolve("desk.db"));
        try (var circle =
                new Circle(dir, disk.engine(), new FileReserve(dir.resolve("reserve"), 4_096))
                        .founded()
                        .withDeskKey()
                        .grown()) {
            disk.lose("SELECT 1 FROM statement WHERE number = 11");
            assertThrows(
                    StoreUnavailable.class,
                    () -> circle.ledger.members().shutOut(circle.rooksNumber));
            circle.wrote(circle.wren, "the next turn finds it");
            assertEquals(12, circle.now().size());
            assertEquals(ShutOut.NOT_IN_FORCE, circle.shut(circle.rook));
        }
    }

    @Test
    void statements_that_go_with_keys_have_ways_of_their_own() {
        try (var circle = Circle.whole(dir)) {
            var added = new Statement.Added(circle.core, circle.gullsNumber);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> circle.ledger.members().says(added, circle.wren));
        }
    }

    @Test
    void a_row_that_was_changed_shuts_the_cases_and_nothing_else() {
        broken(
                ChainFault.OfRows.UNREADABLE,
                0,
                "UPDATE statement SET statement = x'01' WHERE number = 3");
    }

    @Test
    void rows_that_changed_places_do_not_open() {
        broken(
                ChainFault.OfRows.UNREADABLE,
                0,
                "UPDATE statement SET statement = (SELECT statement FROM statement WHERE number = 4)"
                        + " WHERE number = 3");
    }

    @Test
    void a_row_that_is_missing_in_the_middle_is_found() {
        broken(
                new ChainFault.OfStatement(MembershipFailure.GAP),
                3,
                "DELETE FROM statement WHERE number = 3");
    }

    @Test
    void rows_that_are_missing_at_the_end_are_found() {
        broken(ChainFault.OfRows.OTHER_END, 10, "DELETE FROM statement WHERE number = 10");
    }

    @Test
    void a_chain_without_its_root_is_none() {
        broken(ChainFault.OfRows.NO_ROOT, 0, "DELETE FROM organisation");
    }

    @Test
    void statements_without_a_founding_are_none() {
        broken(ChainFault.OfRows.NO_ROOT, 0, "DELETE FROM statement");
    }

    @Test
    void a_swapped_public_key_is_found_though_whoever_wrote_it_has_the_watch_key() {
        try (var circle = Circle.whole(dir)) {
            // The fourth statement is Wren's, with her keys; somebody puts his own there.
            var place = new Place("statement", "statement", 4);
            byte[] sealed =
                    circle.store.read(handle ->
                            handle.createQuery("SELECT statement FROM statement WHERE number = 4")
                                    .map((row, _) -> row.getBytes(1))
                                    .one());
            byte[] statement =
                    Base64.getDecoder().decode(circle.vault.fieldSeal().open(place, sealed));
            byte[] hers = AuthorKey.of(circle.wren.signing()).octets().bytes();
            byte[] his = AuthorKey.of(Circle.keys(66).signing()).octets().bytes();
            int at = indexOf(statement, hers);
            assertTrue(at > 0, "her key stands there");
            System.arraycopy(his, 0, statement, at, his.length);
            byte[] anew =
                    circle.vault
                            .fieldSeal()
                            .seal(place, Base64.getEncoder().encodeToString(statement));
            var _ =
                    PastTheDesk.execute(
                            circle.store,
                            "UPDATE statement SET statement = ? WHERE number = 4",
                            anew);
            try (var again = circle.again(dir)) {
                assertEquals(
                        new ChainStanding.Broken(
                                4, new ChainFault.OfStatement(MembershipFailure.NOT_SIGNED)),
                        again.ledger.standing());
            }
        }
    }

    @Test
    void whoever_has_the_watch_key_and_writes_anything_keeps_no_desk_from_starting() {
        try (var circle = Circle.whole(dir)) {
            for (String text : List.of("", "!", "AAAA", "7", "7 zz", " ")) {
                sealed(circle, new Place("statement", "statement", 3), "number", text);
                assertInstanceOf(ChainStanding.Broken.class, standing(circle));
                for (String column : List.of("organisation", "fingerprint", "head")) {
                    sealed(circle, new Place("organisation", column, 1), "id", text);
                    assertInstanceOf(ChainStanding.Broken.class, standing(circle));
                }
            }
        }
    }

    /// As another ledger over the same rows finds it at its start.
    private static ChainStanding standing(Circle circle) {
        var another = new Ledger(circle.store, circle.vault, circle.clock, circle.random);
        another.start();
        return another.standing();
    }

    private static void sealed(Circle circle, Place at, String key, String text) {
        byte[] sealed = circle.vault.fieldSeal().seal(at, text);
        var _ =
                PastTheDesk.execute(
                        circle.store,
                        "UPDATE %s SET %s = ? WHERE %s = ?".formatted(at.table(), at.column(), key),
                        sealed,
                        at.row());
    }

    private static int indexOf(byte[] in, byte[] what) {
        for (int i = 0; i + what.length <= in.length; i++) {
            if (Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
        return -1;
    }

    private void broken(ChainFault why, long at, String sql) {
        try (var circle = Circle.whole(dir)) {
            circle.wrote(circle.wren, "the road by the river");
            assertTrue(circle.tampers(sql) > 0);
            try (var again = circle.again(dir)) {
                assertEquals(new ChainStanding.Broken(at, why), again.ledger.standing());
                assertEquals(ShutOut.CHAIN_BROKEN, again.shut(again.wren));
                assertEquals(
                        new Written.Shut(ShutOut.CHAIN_BROKEN),
                        again.ledger.additions().add(again.core, Circle.note("no"), again.gull));
                assertInstanceOf(
                        Appended.NoChain.class, again.ledger.members().shutOut(again.gullsNumber));
                assertFalse(again.store.read(again.ledger::lines).getFirst().well());
            }
        }
    }
}
