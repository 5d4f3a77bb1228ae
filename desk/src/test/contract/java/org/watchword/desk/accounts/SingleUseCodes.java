package org.watchword.desk.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.changes.AtOnce;
import org.watchword.desk.web.StaffListener;

class SingleUseCodes {
    private static final Instant START = Instant.parse("2021-02-04T12:00:00Z");
    private static final String OWN = "four herons under one lamp";

    @TempDir Path directory;
    private TeamOnDisk team;
    private RoleId founder;

    @BeforeEach
    void open() {
        team = new TeamOnDisk(directory, START);
        founder = team.role("founder", "answer", "people");
    }

    @AfterEach
    void close() {
        team.close();
    }

    private List<String> founders(int count) {
        return team
                .accounts
                .invitations()
                .forFounders(count, Set.of(founder), TeamOnDisk.EN)
                .orElseThrow()
                .stream()
                .map(Invitations.Made::code)
                .toList();
    }

    private Joined join(String code, String name) {
        try (var passphrase = TeamOnDisk.secret(OWN)) {
            return team.accounts.invitations().join(code, name, TeamOnDisk.EN, passphrase);
        }
    }

    private PersonId joined(String code, String name) {
        return assertInstanceOf(Joined.Done.class, join(code, name)).id();
    }

    @Test
    void a_founder_joins_with_a_code_of_eight_words_and_may_do_what_founders_may() {
        String code = founders(2).getFirst();
        assertEquals(8, code.split(" ", -1).length);
        var wren = joined(code, "Wren");
        team.store.read(handle -> {
            assertEquals(
                    Set.of("answer", "people"), team.accounts.people().capabilities(handle, wren));
            return true;
        });
        try (var passphrase = TeamOnDisk.secret(OWN)) {
            var signedIn = team.accounts.signIn().byName("Wren", passphrase, "here");
            assertInstanceOf(SignInTry.Right.class, signedIn);
        }
    }

    private Set<PersonId> whoFounded() {
        return team.store.read(team.accounts.invitations()::founders);
    }

    private void leaves(PersonId who) {
        var person = team.store.read(handle -> team.accounts.people().find(handle, who));
        var gone = person.orElseThrow();
        team.accounts
                .founding()
                .changePerson(new Person(who, gone.name(), gone.language(), gone.roles(), false));
    }

    @Test
    void founders_are_who_joined_by_one_that_nobody_of_the_team_made_and_nobody_becomes_one() {
        var codes = founders(2);
        var wren = joined(codes.get(0), "Wren");
        var heron = joined(codes.get(1), "Heron");
        team.stub(90, "Adder", founder);
        assertEquals(Set.of(wren, heron), whoFounded());
        team.stub(91, "Finch");
        leaves(heron);
        assertEquals(Set.of(wren, new PersonId(90)), whoFounded(), "one alone founds nothing");
    }

    @Test
    void capitals_and_what_stands_between_the_words_do_not_matter() {
        String code = founders(1).getFirst();
        joined("  " + code.toUpperCase(java.util.Locale.ROOT).replace(" ", " - ") + ".", "Wren");
    }

    @Test
    void unknown_used_run_out_and_taken_back_are_answered_alike() {
        var codes = founders(3);
        joined(codes.get(0), "Wren");
        long third =
                team.store.read(team.accounts.invitations()::all).stream()
                        .mapToLong(Invitation::id)
                        .max()
                        .orElseThrow();
        team.accounts.invitations().revoke(third);
        var answers = new ArrayList<Joined>();
        answers.add(join("acorn actor adapt adobe agree album alder alley", "Finch"));
        answers.add(join(codes.get(0), "Finch"));
        answers.add(join(codes.get(2), "Finch"));
        team.clock.pass(Duration.ofDays(3));
        answers.add(join(codes.get(1), "Finch"));
        assertEquals(List.of(new Joined.NoCode()), answers.stream().distinct().toList());
    }

    @Test
    void until_its_last_second_a_code_is_good() {
        var codes = founders(1);
        team.clock.pass(Duration.ofDays(3).minusSeconds(1));
        joined(codes.getFirst(), "Wren");
    }

    @Test
    void of_two_who_type_it_at_once_one_gets_in() throws Exception {
        for (int round = 0; round < 5; round++) {
            String code = invited("for round " + round);
            var start = new CyclicBarrier(2);
            var answers = new ArrayList<Joined>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var both = new ArrayList<Future<Joined>>();
                for (String name : List.of("One " + round, "Other " + round)) {
                    both.add(
                            threads.submit(() -> {
                                start.await();
                                return join(code, name);
                            }));
                }
                for (var one : both) {
                    answers.add(one.get());
                }
            }
            assertEquals(1, answers.stream().filter(Joined.Done.class::isInstance).count());
            assertTrue(answers.contains(new Joined.NoCode()));
        }
    }

    private PersonId keeper = new PersonId(0);

    private String invited(String label) {
        if (keeper.value() == 0) {
            keeper = team.join("Keeper", founder);
        }
        var asked =
                team.accounts.invitations().invite(keeper, label, Set.of(founder), TeamOnDisk.EN);
        return assertInstanceOf(Invitations.Asked.Yes.class, asked).made().code();
    }

    @Test
    void one_that_somebody_made_who_is_shut_out_now_is_good_no_more() {
        String code = invited("");
        team.accounts.ask(new OneIsOut(keeper));
        assertInstanceOf(Joined.NoCode.class, join(code, "Wren"));
    }

    @Test
    void a_name_that_is_taken_or_a_bad_passphrase_leaves_the_code_good() {
        String code = invited("");
        var taken = assertInstanceOf(Joined.Refused.class, join(code, "keeper"));
        assertEquals("name", taken.field());
        try (var weak = TeamOnDisk.secret("short")) {
            var refused = team.accounts.invitations().join(code, "Wren", TeamOnDisk.EN, weak);
            assertEquals("passphrase", assertInstanceOf(Joined.Refused.class, refused).field());
        }
        joined(code, "Wren");
    }

    @Test
    void a_code_is_good_no_more_once_whoever_made_it_may_not_invite() {
        String code = invited("");
        joined(invited(""), "Finch");
        var left = new Person(keeper, "Keeper", TeamOnDisk.EN, Set.of(founder), false);
        assertInstanceOf(Changed.Done.class, team.accounts.founding().changePerson(left));
        assertEquals(new Joined.NoCode(), join(code, "Wren"));
    }

    @Test
    void founders_codes_are_made_anew_only_while_nobody_is_there_and_the_old_ones_end() {
        String old = founders(1).getFirst();
        String fresh = founders(1).getFirst();
        assertEquals(new Joined.NoCode(), join(old, "Wren"));
        joined(fresh, "Wren");
        var late = team.accounts.invitations().forFounders(1, Set.of(founder), TeamOnDisk.EN);
        assertTrue(late.isEmpty());
    }

    @Test
    void no_word_of_a_code_lies_in_the_files() throws Exception {
        String code = founders(1).getFirst();
        team.close();
        for (String file : List.of("desk.db", "desk.db-wal")) {
            Path path = directory.resolve(file);
            if (Files.exists(path)) {
                String all = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
                assertFalse(all.contains(code), file);
                assertFalse(all.contains(code.replace(" ", "")), file);
            }
        }
    }

    @Test
    void on_the_page_wrong_codes_wait_and_a_right_one_does_not() {
        String code = founders(1).getFirst();
        var routes =
                team.accounts.routes(
                        List.of(TeamOnDisk.EN, StaffPages.RU), List.of(), AtOnce.on(team.store));
        try (var browser =
                new StaffPages(
                        team,
                        List.of(StaffListener.class, Accounts.class),
                        routes,
                        List.of(),
                        Accounts.menu())) {
            for (int i = 0; i < 3; i++) {
                var wrong = typed(browser, "acorn acorn acorn", "Wren");
                assertEquals(422, wrong.status());
                assertTrue(wrong.says("This code is not good"), wrong.text());
            }
            assertTrue(typed(browser, "acorn acorn acorn", "Wren").says("Wait"));
            var right = typed(browser, code, "Wren");
            assertEquals(303, right.status(), right.text());
            assertEquals("/pin?to=%2Ffirst-night", right.location());
            browser.get("/pin?to=%2Ffirst-night");
            assertEquals(
                    "/first-night",
                    browser.post("/pin", "pin", "471902", "to", "/first-night").location());
        }
    }

    private static StaffPages.Page typed(StaffPages browser, String code, String name) {
        browser.get("/join");
        return browser.post(
                "/join",
                "code",
                code,
                "name",
                name,
                "language",
                "en",
                "passphrase",
                OWN,
                "again",
                OWN);
    }
}
