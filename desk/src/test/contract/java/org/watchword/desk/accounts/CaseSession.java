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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.CaseKeys;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.vault.Unlocked;
import org.watchword.desk.web.Caller;
import org.watchword.desk.web.CaseFiles;
import org.watchword.formats.slot.Address;

/// Case sessions beside shift sessions. The passphrase is tried once for each test: it opens the
/// slot of a real account.
class CaseSession {
    private static final Instant START = Instant.parse("2021-02-04T12:00:00Z");
    private static final String PIN = "471902";

    private final Path directory;
    private TeamOnDisk team;
    private PersonId wren;
    private Unlocked unlocked;
    private Address address;
    private String cookie;

    CaseSession(@TempDir Path directory) {
        this.directory = directory;
        team = new TeamOnDisk(directory, START);
        wren = team.join("Wren", team.role("duty", "answer"));
        unlocked = unlocked();
        try (var keys = unlocked.keys()) {
            address = keys.reading().address();
        }
        cookie = sessions().start(wren, Optional.empty(), unlocked);
        choosePin();
    }

    private Unlocked unlocked() {
        try (var passphrase = TeamOnDisk.secret(TeamOnDisk.PASSPHRASE)) {
            var tried = team.accounts.signIn().again(wren, passphrase, "phone");
            return assertInstanceOf(SignInTry.Right.class, tried).unlocked();
        }
    }

    @AfterEach
    void close() {
        unlocked.close();
        team.close();
    }

    @Test
    void gives_a_request_with_its_cookie_the_keys_of_the_account() {
        unlocked.close();
        try (var keys = keys().orElseThrow().open()) {
            assertEquals(address, keys.reading().address());
        }
    }

    @Test
    void gives_another_device_of_the_same_person_nothing() {
        String mine = cookie;
        cookie = sessions().start(wren, Optional.empty());
        choosePin();
        assertTrue(keys().isEmpty());
        cookie = mine;
        assertTrue(keys().isPresent());
    }

    @Test
    void shuts_after_fifteen_minutes_in_which_its_keys_were_not_used() {
        for (int minute = 0; minute < 20; minute++) {
            pass(Duration.ofMinutes(1));
            use();
        }
        for (int minute = 0; minute < 14; minute++) {
            pass(Duration.ofMinutes(1));
            assertTrue(keys().isPresent(), "minute " + minute);
        }
        pass(Duration.ofMinutes(1));
        assertTrue(keys().isEmpty());
        assertInstanceOf(Caller.Present.class, caller(true), "the shift goes on");
    }

    @Test
    void is_not_kept_open_by_a_page_that_renews_itself() {
        for (int minute = 0; minute < 15; minute++) {
            var renewal = assertInstanceOf(Caller.Present.class, caller(false));
            var open = assertInstanceOf(CaseFiles.Open.class, renewal.files());
            open.keys().open().close();
            pass(Duration.ofMinutes(1));
            settle(caller(true));
        }
        assertTrue(keys().isEmpty());
    }

    @Test
    void shuts_after_eight_hours_whatever_is_done() {
        for (int tens = 0; tens < 8 * 6 - 1; tens++) {
            pass(Duration.ofMinutes(10));
            use();
        }
        pass(Duration.ofMinutes(10).minusMillis(1));
        assertTrue(keys().isPresent());
        pass(Duration.ofMillis(1));
        assertTrue(keys().isEmpty());
        assertInstanceOf(Caller.Present.class, caller(true), "the shift goes on");
    }

    @Test
    void shuts_when_the_clock_is_set_back_far_or_again_and_again() {
        for (int minute = 0; minute < 15; minute++) {
            assertTrue(keys().isPresent(), "minute " + minute);
            pass(Duration.ofMinutes(1));
            team.clock.jump(Duration.ofSeconds(-50));
        }
        assertTrue(keys().isEmpty());
        sessions().openFiles(token(), unlocked).ifPresent(now -> cookie = now.cookie());
        assertTrue(keys().isPresent());
        team.clock.jump(Limits.CLOCK_WOBBLE.plusMillis(1).negated());
        pin();
        assertTrue(keys().isEmpty());
    }

    @Test
    void ends_with_the_desk_while_the_shift_session_goes_on() {
        Instant now = team.clock.instant();
        settle(caller(true));
        team.close();
        team = new TeamOnDisk(directory, now);
        var present = assertInstanceOf(Caller.Present.class, caller(true));
        assertInstanceOf(CaseFiles.Shut.class, present.files());
    }

    @Test
    void stays_shut_when_a_locked_session_is_opened_by_its_pin() {
        pass(Limits.UNLOCKED);
        assertInstanceOf(Caller.Locked.class, caller(true));
        pin();
        assertTrue(keys().isEmpty());
    }

    /// A use within seconds of the sign of life before it is not written down as another.
    @Test
    void shuts_with_its_shift_session_when_that_locks_a_little_earlier() {
        long session = session();
        pass(Duration.ofSeconds(19));
        use();
        pass(Limits.UNLOCKED.minusSeconds(19));
        assertTrue(sessions().filesOpenUntil(session).isPresent(), "for 19 seconds more");
        pin();
        assertTrue(keys().isEmpty());
    }

    @Test
    void is_shut_on_all_devices_when_everything_is_locked() {
        String phone = cookie;
        cookie = sessions().start(wren, Optional.empty(), unlocked);
        choosePin();
        assertTrue(keys().isPresent());
        sessions().lockAll(wren);
        pin();
        assertTrue(keys().isEmpty());
        cookie = phone;
        pin();
        assertTrue(keys().isEmpty());
    }

    @Test
    void leaves_the_cases_of_somebody_else_open_when_everything_is_locked() {
        var finch = team.stub(99, "Finch");
        sessions().lockAll(finch);
        assertTrue(keys().isPresent());
        sessions().shutFiles(finch, session());
        assertTrue(keys().isPresent());
        sessions().shutFiles(wren, session());
        assertTrue(keys().isEmpty());
    }

    @Test
    void opens_again_by_all_that_the_account_asks_for_and_under_a_new_cookie() {
        sessions().shutFiles(wren);
        assertTrue(keys().isEmpty());
        String before = cookie;
        pass(Limits.FRESH);
        cookie = sessions().openFiles(token(), unlocked).orElseThrow().cookie();
        assertNotEquals(before, cookie);
        assertTrue(keys().isPresent());
        assertTrue(assertInstanceOf(Caller.Present.class, caller(true)).fresh());
        var old = sessions().behind(Optional.of(before), TeamOnDisk.EN, true);
        assertInstanceOf(Caller.Nobody.class, old);
    }

    @Test
    void says_until_when_it_stays_open() {
        assertEquals(Optional.of(START.plus(CaseLimits.FILES_UNUSED)), until());
        pass(Duration.ofMinutes(3));
        use();
        assertEquals(
                Optional.of(START.plus(CaseLimits.FILES_UNUSED).plus(Duration.ofMinutes(3))),
                until());
        sessions().shutFiles(wren);
        assertEquals(Optional.empty(), until());
    }

    @Test
    void ends_when_a_used_up_pin_is_replaced_by_the_passphrase() {
        cookie = sessions().renew(token()).orElseThrow().cookie();
        choosePin();
        assertTrue(keys().isEmpty());
    }

    private Sessions sessions() {
        return team.accounts.sessions();
    }

    private Optional<Instant> until() {
        return sessions().filesOpenUntil(session());
    }

    private long session() {
        return sessions().of(token()).orElseThrow().id();
    }

    private Caller caller(boolean deliberate) {
        return sessions().behind(Optional.of(cookie), TeamOnDisk.EN, deliberate);
    }

    private Optional<CaseKeys> keys() {
        var present = assertInstanceOf(Caller.Present.class, caller(true));
        return present.files() instanceof CaseFiles.Open open
                ? Optional.of(open.keys())
                : Optional.empty();
    }

    private void use() {
        keys().orElseThrow().open().close();
    }

    private String token() {
        return SignInPages.token(caller(true)).orElseThrow();
    }

    private void choosePin() {
        try (var pin = TeamOnDisk.secret(PIN)) {
            assertTrue(sessions().choosePin(token(), pin));
        }
    }

    private void pin() {
        try (var pin = TeamOnDisk.secret(PIN)) {
            assertInstanceOf(PinTry.Right.class, sessions().tryPin(token(), pin));
        }
    }

    private void pass(Duration duration) {
        settle(caller(true));
        team.clock.pass(duration);
    }

    /// Waits until what was noted by the way is written.
    private void settle(Caller seen) {
        assertFalse(seen instanceof Caller.Nobody);
        while (!team.store.isIdle()) {
            Thread.onSpinWait();
        }
    }
}
