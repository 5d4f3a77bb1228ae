package org.watchword.desk.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.store.PastTheDesk;

/// Passphrases tried over a real store and the real Argon2id; each try costs part of a second.
class SigningIn {
    private static final Instant START = Instant.parse("2021-02-04T12:00:00Z");

    @TempDir Path directory;
    private TeamOnDisk team;
    private PersonId wren;

    @BeforeEach
    void wrenIsThere() {
        team = new TeamOnDisk(directory, START);
        wren = team.join("Алёна  Wren", team.role("duty", "answer", "people"));
    }

    @AfterEach
    void close() {
        team.close();
    }

    @Test
    void finds_the_name_however_it_is_written() {
        right(signIn("алена wren", TeamOnDisk.PASSPHRASE));
        try (var secret = TeamOnDisk.secret(TeamOnDisk.PASSPHRASE)) {
            var again = team.accounts.signIn().again(wren, secret, "phone");
            right(again);
        }
    }

    @Test
    void answers_an_unknown_name_a_wrong_passphrase_and_somebody_gone_alike() {
        assertEquals(new SignInTry.Wrong(), signIn("Nobody", TeamOnDisk.PASSPHRASE));
        assertEquals(new SignInTry.Wrong(), signIn("Алёна Wren", "eight lamps beside a river"));
        leave();
        assertEquals(new SignInTry.Wrong(), signIn("Алёна Wren", TeamOnDisk.PASSPHRASE));
        assertEquals(2, delays());
    }

    @Test
    void waits_after_three_wrong_tries_from_one_source_and_from_no_other() {
        for (int i = 0; i < 3; i++) {
            assertEquals(new SignInTry.Wrong(), signIn("Алёна Wren", "x"));
        }
        assertEquals(new SignInTry.TooSoon(1), signIn("Алёна Wren", TeamOnDisk.PASSPHRASE));
        try (var secret = TeamOnDisk.secret(TeamOnDisk.PASSPHRASE)) {
            var elsewhere = team.accounts.signIn().byName("Алёна Wren", secret, "laptop");
            right(elsewhere);
        }
        team.clock.pass(Duration.ofSeconds(1));
        right(signIn("Алёна Wren", TeamOnDisk.PASSPHRASE));
        assertEquals(0, delays());
    }

    /// Of one who tries several at once one is tried and one waits.
    @Test
    void lets_whoever_is_sent_away_wait_for_that() throws InterruptedException {
        var refused = new AtomicInteger();
        List<Thread> tries = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            tries.add(
                    Thread.startVirtualThread(() -> {
                        long began = System.nanoTime();
                        if (signIn("Nobody", "x") instanceof SignInTry.Busy) {
                            long waited = System.nanoTime() - began;
                            assertTrue(waited >= Limits.BUSY_ANSWER.toNanos());
                            refused.incrementAndGet();
                        }
                    }));
        }
        for (Thread each : tries) {
            each.join();
        }
        assertTrue(refused.get() > 0, "nobody who waited was sent away");
    }

    @Test
    void never_opens_slots_that_were_copied_from_somebody_else() {
        var finch = team.stub(99, "Finch", TeamOnDisk.DUTY);
        int _ =
                PastTheDesk.execute(
                        team.store,
                        "UPDATE person SET slots = (SELECT slots FROM"
                                + " person WHERE id = ?) WHERE id = ?",
                        wren.value(),
                        finch.value());
        assertEquals(new SignInTry.Wrong(), signIn("Finch", TeamOnDisk.PASSPHRASE));
    }

    @Test
    void answers_damaged_slots_like_a_wrong_passphrase() {
        team.stub(99, "Finch");
        assertEquals(new SignInTry.Wrong(), signIn("Finch", TeamOnDisk.PASSPHRASE));
    }

    @Test
    void refuses_to_add_a_second_of_one_name_or_a_weak_passphrase_or_a_role_not_there() {
        var founding = team.accounts.founding();
        try (var good = TeamOnDisk.secret(TeamOnDisk.PASSPHRASE);
                var weak = TeamOnDisk.secret("finch finch finch finch")) {
            var twin = new NewPerson("АЛЕНА WREN", TeamOnDisk.EN, Set.of(), good);
            assertEquals("name", refusal(founding.addPerson(twin)));
            var easy = new NewPerson("Finch", TeamOnDisk.EN, Set.of(), weak);
            assertEquals("passphrase", refusal(founding.addPerson(easy)));
            var role = new org.watchword.desk.basis.RoleId("no-such");
            var lost = new NewPerson("Finch", TeamOnDisk.EN, Set.of(role), good);
            assertEquals("roles", refusal(founding.addPerson(lost)));
            var nameless = new NewPerson(" ", TeamOnDisk.EN, Set.of(), good);
            assertEquals("name", refusal(founding.addPerson(nameless)));
            var endless = new NewPerson("n".repeat(61), TeamOnDisk.EN, Set.of(), good);
            assertEquals("name", refusal(founding.addPerson(endless)));
        }
        assertEquals(1, team.store.read(team.accounts.people()::all).size());
    }

    @Test
    void never_leaves_a_desk_whose_people_nobody_may_change() {
        var alone = new Person(wren, "Wren", TeamOnDisk.EN, Set.of(), true);
        var founding = team.accounts.founding();
        assertInstanceOf(Changed.Refused.class, founding.changePerson(alone));
        var role = new Role(TeamOnDisk.DUTY, "Duty", Set.of("answer"));
        assertInstanceOf(Changed.Refused.class, founding.changeRole(role));
        var kept = team.store.read(h -> team.accounts.people().find(h, wren)).orElseThrow();
        assertEquals("Алёна  Wren", kept.name());
        assertEquals(Set.of(TeamOnDisk.DUTY), kept.roles());
        assertTrue(
                team.store
                        .read(h -> team.accounts.people().capabilities(h, wren))
                        .contains("people"));
    }

    @Test
    void counts_nobody_who_is_shut_out_among_those_who_may_change_people() {
        var alone = new Person(wren, "Wren", TeamOnDisk.EN, Set.of(), true);
        PersonId finch = team.stub(9, "Finch", TeamOnDisk.DUTY);
        team.accounts.ask(new OneIsOut(finch));
        var refused = team.accounts.founding().changePerson(alone);
        assertEquals("roles", assertInstanceOf(Changed.Refused.class, refused).field());
        team.accounts.ask(Belonging.NOT_KNOWN);
        assertInstanceOf(Changed.Done.class, team.accounts.founding().changePerson(alone));
    }

    private void right(SignInTry tried) {
        var right = assertInstanceOf(SignInTry.Right.class, tried);
        right.unlocked().close();
        assertEquals(wren, right.person());
    }

    private static String refusal(Added added) {
        return assertInstanceOf(Added.Refused.class, added).field();
    }

    private SignInTry signIn(String name, String passphrase) {
        try (var secret = TeamOnDisk.secret(passphrase)) {
            return team.accounts.signIn().byName(name, secret, "phone");
        }
    }

    private void leave() {
        team.stub(98, "Keeper", TeamOnDisk.DUTY);
        var gone = new Person(wren, "Алёна Wren", TeamOnDisk.EN, Set.of(), false);
        assertInstanceOf(Changed.Done.class, team.accounts.founding().changePerson(gone));
    }

    private long delays() {
        return PastTheDesk.count(team.store, "sign_in_delay");
    }
}
