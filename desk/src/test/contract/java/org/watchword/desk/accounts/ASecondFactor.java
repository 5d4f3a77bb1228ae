package org.watchword.desk.accounts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.accounts.OwnAccount.Remade;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Secret;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.vault.SecondFactor;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.cipher.Totp;
import org.watchword.formats.slot.Address;

/// Codes beside the passphrase, over real slots; each try of a passphrase costs part of a second.
class ASecondFactor {
    private static final Instant START = Instant.parse("2021-02-04T12:00:05Z");
    private static final String WRONG = "eight lamps beside a river";

    private final TeamOnDisk team;
    private final PersonId wren;
    private final SecondFactor factor = SecondFactor.fresh(new SecureRandom());
    private final Address address;
    private int sources;

    ASecondFactor(@TempDir Path directory) {
        team = new TeamOnDisk(directory, START);
        wren = team.join("Wren", team.role("duty", "answer"));
        address = address(again());
        done(setUp(TeamOnDisk.PASSPHRASE, code(0)));
        pass(1);
    }

    @AfterEach
    void close() {
        factor.close();
        team.close();
    }

    @Test
    void is_asked_beside_the_passphrase_before_case_files() {
        assertInstanceOf(SignInTry.Wrong.class, whole(TeamOnDisk.PASSPHRASE, ""));
        assertInstanceOf(SignInTry.Wrong.class, whole(TeamOnDisk.PASSPHRASE, code(5)));
        assertInstanceOf(SignInTry.Wrong.class, whole(WRONG, code(0)));
        assertEquals(address, address(whole(TeamOnDisk.PASSPHRASE, code(0))));
    }

    @Test
    void is_not_asked_for_a_shift_which_then_opens_nothing_else() {
        assertEquals(new SignInTry.RightSoFar(wren), again());
        try (var passphrase = TeamOnDisk.secret(TeamOnDisk.PASSPHRASE)) {
            var byName = team.accounts.signIn().byName("Wren", passphrase, source());
            assertEquals(new SignInTry.RightSoFar(wren), byName);
        }
    }

    @Test
    void is_good_once_for_each_step_and_never_for_one_before_it() {
        assertInstanceOf(SignInTry.Right.class, whole(TeamOnDisk.PASSPHRASE, code(1)));
        assertInstanceOf(SignInTry.Wrong.class, whole(TeamOnDisk.PASSPHRASE, code(1)));
        assertInstanceOf(SignInTry.Wrong.class, whole(TeamOnDisk.PASSPHRASE, code(0)));
        pass(1);
        assertInstanceOf(SignInTry.Wrong.class, whole(TeamOnDisk.PASSPHRASE, code(0)));
        pass(1);
        assertInstanceOf(SignInTry.Right.class, whole(TeamOnDisk.PASSPHRASE, code(0)));
    }

    @Test
    void does_not_take_again_the_code_that_set_it_up() {
        assertInstanceOf(SignInTry.Wrong.class, whole(TeamOnDisk.PASSPHRASE, code(-1)));
    }

    @Test
    void makes_each_code_wait_after_five_wrong_ones_wherever_they_come_from() {
        for (int i = 0; i < CaseLimits.FACTOR_TRIES; i++) {
            assertInstanceOf(SignInTry.Wrong.class, whole(TeamOnDisk.PASSPHRASE, "000000"));
        }
        assertInstanceOf(SignInTry.Wrong.class, whole(TeamOnDisk.PASSPHRASE, code(0)));
        team.clock.pass(CaseLimits.FACTOR_REST);
        assertInstanceOf(SignInTry.Right.class, whole(TeamOnDisk.PASSPHRASE, code(0)));
    }

    @Test
    void lets_nobody_without_the_passphrase_make_its_owner_wait() {
        for (int i = 0; i < CaseLimits.FACTOR_TRIES + 1; i++) {
            assertInstanceOf(SignInTry.Wrong.class, whole(WRONG, "000000"));
        }
        assertInstanceOf(SignInTry.Right.class, whole(TeamOnDisk.PASSPHRASE, code(0)));
    }

    @Test
    void counts_a_wrong_code_like_a_wrong_passphrase_against_its_source() {
        for (String passphrase : new String[] {TeamOnDisk.PASSPHRASE, WRONG}) {
            String source = source();
            for (int i = 0; i < 3; i++) {
                assertInstanceOf(SignInTry.Wrong.class, whole(passphrase, "000000", source));
            }
            var next = whole(passphrase, "000000", source);
            assertEquals(new SignInTry.TooSoon(1), next);
        }
    }

    @Test
    void lies_in_a_row_with_the_step_that_was_used_last() {
        assertInstanceOf(SignInTry.Wrong.class, whole(TeamOnDisk.PASSPHRASE, ""));
        assertEquals(List.of(step() - 1 + " 1"), rows());
        assertInstanceOf(SignInTry.Right.class, whole(TeamOnDisk.PASSPHRASE, code(0)));
        assertEquals(List.of(step() + " 0"), rows());
    }

    @Test
    void is_taken_away_by_the_passphrase_and_a_code_and_by_nothing_less() {
        notProven(takeAway(TeamOnDisk.PASSPHRASE, ""));
        notProven(takeAway(WRONG, code(0)));
        assertEquals(address, done(takeAway(TeamOnDisk.PASSPHRASE, code(0))));
        assertTrue(rows().isEmpty());
        assertEquals(address, address(again()));
    }

    @Test
    void is_not_replaced_by_another_with_the_passphrase_alone() {
        byte[] before = slots();
        var refused = assertInstanceOf(Remade.Refused.class, setUp(TeamOnDisk.PASSPHRASE, code(0)));
        assertEquals("code", refused.field());
        assertArrayEquals(before, slots());
    }

    @Test
    void does_not_count_before_a_code_shows_that_a_phone_has_it() {
        done(takeAway(TeamOnDisk.PASSPHRASE, code(0)));
        byte[] before = slots();
        assertInstanceOf(Remade.NoCode.class, setUp(TeamOnDisk.PASSPHRASE, code(2)));
        assertInstanceOf(Remade.NoCode.class, setUp(TeamOnDisk.PASSPHRASE, ""));
        notProven(setUp(WRONG, code(1)));
        assertArrayEquals(before, slots());
        assertEquals(address, address(whole(TeamOnDisk.PASSPHRASE, "")));
    }

    @Test
    void stays_when_the_passphrase_is_changed_with_one_of_its_codes() {
        String next = "nine kettles on a roof";
        notProven(changed(TeamOnDisk.PASSPHRASE, "", next));
        assertEquals(address, done(changed(TeamOnDisk.PASSPHRASE, code(0), next)));
        pass(1);
        assertInstanceOf(SignInTry.Wrong.class, whole(TeamOnDisk.PASSPHRASE, code(0)));
        assertInstanceOf(SignInTry.Wrong.class, whole(next, ""));
        assertEquals(address, address(whole(next, code(0))));
    }

    @Test
    void gives_way_to_no_slots_that_were_read_before_a_change() {
        var old = team.accounts.signIn().account(wren);
        done(changed(TeamOnDisk.PASSPHRASE, code(0), "nine kettles on a roof"));
        boolean isReplaced =
                team.store
                        .writer()
                        .write(
                                Lane.ORDINARY,
                                turn -> PeopleRows.replaceSlots(turn.handle(), old, new byte[359]));
        assertFalse(isReplaced);
    }

    private Address done(Remade remade) {
        try (var unlocked = assertInstanceOf(Remade.Done.class, remade).unlocked();
                var keys = unlocked.keys()) {
            return keys.reading().address();
        }
    }

    private static void notProven(Remade remade) {
        var why = assertInstanceOf(Remade.NotProven.class, remade).why();
        assertInstanceOf(SignInTry.Wrong.class, why);
    }

    private static Address address(SignInTry tried) {
        try (var unlocked = assertInstanceOf(SignInTry.Right.class, tried).unlocked();
                var keys = unlocked.keys()) {
            return keys.reading().address();
        }
    }

    private long step() {
        return team.clock.instant().getEpochSecond() / Totp.STEP_SECONDS;
    }

    /// What the phone shows in the step so many after this one.
    private String code(int later) {
        byte[] seed = Base32.decode(factor.letters() + "====");
        byte[] code = Totp.code(Key.taking(seed), step() + later);
        return new String(code, StandardCharsets.US_ASCII);
    }

    private void pass(int steps) {
        team.clock.pass(Duration.ofSeconds((long) steps * Totp.STEP_SECONDS));
    }

    /// A source of its own, so that tries before do not make this one wait.
    private String source() {
        return "phone " + sources++;
    }

    private OwnAccount.Who who() {
        return new OwnAccount.Who(wren, "Wren", source());
    }

    private SignInTry again() {
        try (var passphrase = TeamOnDisk.secret(TeamOnDisk.PASSPHRASE)) {
            return team.accounts.signIn().again(wren, passphrase, source());
        }
    }

    private SignInTry whole(String passphrase, String code) {
        return whole(passphrase, code, source());
    }

    private SignInTry whole(String passphrase, String code, String source) {
        try (Secret secret = TeamOnDisk.secret(passphrase);
                Secret typed = TeamOnDisk.secret(code)) {
            return team.accounts.signIn().whole(wren, secret, typed, source);
        }
    }

    private Remade setUp(String passphrase, String code) {
        try (Secret secret = TeamOnDisk.secret(passphrase);
                Secret typed = TeamOnDisk.secret(code)) {
            return team.accounts.own().setUp(who(), secret, factor, typed);
        }
    }

    private Remade takeAway(String passphrase, String code) {
        try (Secret secret = TeamOnDisk.secret(passphrase);
                Secret typed = TeamOnDisk.secret(code)) {
            return team.accounts.own().takeAway(who(), secret, typed);
        }
    }

    private Remade changed(String passphrase, String code, String next) {
        try (Secret secret = TeamOnDisk.secret(passphrase);
                Secret typed = TeamOnDisk.secret(code);
                Secret other = TeamOnDisk.secret(next)) {
            return team.accounts.own().changePassphrase(who(), secret, typed, other);
        }
    }

    private List<String> rows() {
        String sql = "SELECT last_step || ' ' || wrong FROM second_factor";
        return team.store.read(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    private byte[] slots() {
        return team.accounts.signIn().account(wren).slots();
    }
}
