package org.watchword.desk.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.web.Caller;

/// Sessions over a real store. Nobody gives a passphrase here: sessions are started directly.
class ShiftSession {
    private static final Instant START = Instant.parse("2021-02-04T12:00:00Z");
    private static final Language RU = new Language("ru");

    @TempDir Path directory;
    private TeamOnDisk team;
    private PersonId wren;
    private String cookie = "";

    @BeforeEach
    void wrenSignsIn() {
        team = new TeamOnDisk(directory, START);
        wren = team.stub(1, "Wren", team.role("duty", "answer"), team.role("keeper", "people"));
        cookie = team.accounts.sessions().start(wren, Optional.empty());
    }

    @AfterEach
    void close() {
        team.close();
    }

    @Test
    void is_locked_until_a_pin_is_chosen_and_then_open() {
        var locked = assertInstanceOf(Caller.Locked.class, caller());
        assertEquals("Wren", locked.name());
        assertTrue(choose("471902"));
        var present = assertInstanceOf(Caller.Present.class, caller());
        assertEquals(Set.of("answer", "people"), present.may());
        assertEquals(locked.formToken(), present.formToken());
        assertTrue(present.fresh());
    }

    @Test
    void speaks_the_language_of_its_person_whatever_the_browser_asks() {
        assertEquals(TeamOnDisk.EN, caller().language());
        assertEquals(RU, sessions().behind(Optional.empty(), RU, true).language());
    }

    @Test
    void takes_no_pin_later_without_the_passphrase() {
        team.clock.pass(Limits.FRESH);
        assertFalse(choose("471902"));
        assertInstanceOf(Caller.Locked.class, caller());
    }

    @Test
    void takes_no_second_pin_over_the_first() {
        assertTrue(choose("471902"));
        assertFalse(choose("000000"));
    }

    @Test
    void survives_a_restart_of_the_desk_open_or_locked() {
        choose("471902");
        restart();
        assertInstanceOf(Caller.Present.class, caller());
        sessions().lockAll(wren);
        restart();
        assertInstanceOf(Caller.Locked.class, caller());
        assertInstanceOf(PinTry.Right.class, pin("471902"));
    }

    @Test
    void locks_after_fifteen_minutes_without_a_deliberate_request() {
        choose("471902");
        for (int minute = 0; minute < 20; minute++) {
            team.clock.pass(Duration.ofMinutes(1));
            assertInstanceOf(Caller.Present.class, caller());
            settle();
        }
        for (int minute = 0; minute < 14; minute++) {
            team.clock.pass(Duration.ofMinutes(1));
            assertInstanceOf(Caller.Present.class, renewal());
        }
        team.clock.pass(Duration.ofMinutes(1));
        assertInstanceOf(Caller.Locked.class, renewal());
        assertInstanceOf(Caller.Locked.class, caller());
        assertInstanceOf(PinTry.Right.class, pin("471902"));
        assertInstanceOf(Caller.Present.class, caller());
    }

    @Test
    void is_not_fresh_five_minutes_after_the_passphrase_nor_by_the_pin() {
        choose("471902");
        team.clock.pass(Limits.FRESH);
        assertFalse(assertInstanceOf(Caller.Present.class, caller()).fresh());
        assertFalse(assertInstanceOf(PinTry.Right.class, pin("471902")).now().fresh());
        sessions().confirm(caller2().formToken());
        assertTrue(assertInstanceOf(Caller.Present.class, caller()).fresh());
    }

    @Test
    void is_locked_and_not_fresh_when_the_clock_was_set_back() {
        choose("471902");
        team.clock.pass(Duration.ofHours(-2));
        assertInstanceOf(Caller.Locked.class, caller());
        assertFalse(assertInstanceOf(PinTry.Right.class, pin("471902")).now().fresh());
        assertInstanceOf(Caller.Present.class, caller());
    }

    @Test
    void asks_for_the_passphrase_after_five_wrong_pins_also_over_a_restart() {
        choose("471902");
        sessions().lockAll(wren);
        for (int left = 4; left >= 2; left--) {
            assertEquals(left, assertInstanceOf(PinTry.Wrong.class, pin("111111")).triesLeft());
        }
        restart();
        assertEquals(1, assertInstanceOf(PinTry.Wrong.class, pin("111111")).triesLeft());
        assertInstanceOf(PinTry.NeedsPassphrase.class, pin("111111"));
        assertInstanceOf(PinTry.NeedsPassphrase.class, pin("471902"));
        assertInstanceOf(Caller.Locked.class, caller());
    }

    @Test
    void gets_a_new_cookie_and_a_new_pin_by_the_passphrase() {
        choose("471902");
        for (int i = 0; i < 5; i++) {
            pin("111111");
        }
        String before = cookie;
        cookie = sessions().renew(token()).orElseThrow().cookie();
        assertNotEquals(before, cookie);
        assertInstanceOf(Caller.Nobody.class, sessions().behind(Optional.of(before), RU, true));
        assertInstanceOf(Caller.Locked.class, caller());
        assertTrue(choose("830264"));
        assertInstanceOf(Caller.Present.class, caller());
    }

    @Test
    void a_right_pin_gives_all_tries_back() {
        choose("471902");
        pin("111111");
        pin("471902");
        assertEquals(4, assertInstanceOf(PinTry.Wrong.class, pin("111111")).triesLeft());
    }

    @Test
    void ends_after_thirteen_hours_whatever_is_done() {
        choose("471902");
        team.clock.pass(Limits.SESSION.minusMillis(1));
        assertInstanceOf(Caller.Locked.class, caller());
        team.clock.pass(Duration.ofMillis(1));
        assertInstanceOf(Caller.Nobody.class, caller());
    }

    @Test
    void ends_at_once_when_its_person_leaves_the_team() {
        choose("471902");
        var keeper = team.stub(2, "Swift", new org.watchword.desk.basis.RoleId("keeper"));
        assertNotEquals(wren, keeper);
        var person = new Person(wren, "Wren", TeamOnDisk.EN, Set.of(), false);
        assertInstanceOf(Changed.Done.class, team.accounts.founding().changePerson(person));
        assertInstanceOf(Caller.Nobody.class, caller());
        assertTrue(sessions().listOf(wren).isEmpty());
    }

    @Test
    void allows_what_the_roles_allow_from_the_next_request_on() {
        choose("471902");
        var role =
                new Role(new org.watchword.desk.basis.RoleId("duty"), "Duty", Set.of("channels"));
        assertInstanceOf(Changed.Done.class, team.accounts.founding().changeRole(role));
        var present = assertInstanceOf(Caller.Present.class, caller());
        assertEquals(Set.of("channels", "people"), present.may());
    }

    @Test
    void is_nobody_for_a_cookie_that_was_never_given() {
        for (String wrong : new String[] {"", "x", "A".repeat(43), "A".repeat(100_000), "ё"}) {
            assertInstanceOf(Caller.Nobody.class, sessions().behind(Optional.of(wrong), RU, true));
        }
    }

    @Test
    void lies_in_no_row_in_a_form_that_signs_in() {
        var kept =
                team.store.read(
                        handle -> handle.createQuery("SELECT * FROM session").mapToMap().list());
        assertFalse(kept.toString().contains(cookie));
        assertFalse(kept.toString().contains(token()));
    }

    @Test
    void the_oldest_ends_when_a_sixth_device_signs_in() {
        for (int i = 0; i < Limits.SESSIONS_PER_PERSON; i++) {
            sessions().start(wren, Optional.empty());
        }
        assertEquals(Limits.SESSIONS_PER_PERSON, sessions().listOf(wren).size());
        assertInstanceOf(Caller.Nobody.class, caller());
    }

    @Test
    void ends_when_the_same_device_signs_in_again() {
        sessions().start(wren, Optional.of(token()));
        assertEquals(1, sessions().listOf(wren).size());
        assertInstanceOf(Caller.Nobody.class, caller());
    }

    @Test
    void can_be_ended_by_its_person_and_by_nobody_else() {
        var finch = team.stub(2, "Finch");
        long id = sessions().listOf(wren).getFirst().id();
        assertFalse(sessions().end(finch, id));
        assertTrue(sessions().end(wren, id));
        assertInstanceOf(Caller.Nobody.class, caller());
    }

    private Sessions sessions() {
        return team.accounts.sessions();
    }

    private Caller caller() {
        return sessions().behind(Optional.of(cookie), RU, true);
    }

    private Caller.Present caller2() {
        return assertInstanceOf(Caller.Present.class, caller());
    }

    private Caller renewal() {
        return sessions().behind(Optional.of(cookie), RU, false);
    }

    private String token() {
        return switch (caller()) {
            case Caller.Nobody nobody -> "";
            case Caller.Locked locked -> locked.formToken();
            case Caller.Present present -> present.formToken();
        };
    }

    private boolean choose(String pin) {
        try (var secret = TeamOnDisk.secret(pin)) {
            return sessions().choosePin(token(), secret);
        }
    }

    private PinTry pin(String pin) {
        try (var secret = TeamOnDisk.secret(pin)) {
            return sessions().tryPin(token(), secret);
        }
    }

    /// Waits until what was noted by the way is written.
    private void settle() {
        while (!team.store.isIdle()) {
            Thread.onSpinWait();
        }
    }

    private void restart() {
        Instant now = team.clock.instant();
        settle();
        team.close();
        team = new TeamOnDisk(directory, now);
    }
}
