package org.watchword.desk.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.bouncycastle.util.encoders.Base32;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.accounts.StaffPages.Page;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.changes.AtOnce;
import org.watchword.desk.web.StaffListener;
import org.watchword.formats.cipher.Key;
import org.watchword.formats.cipher.Totp;
import org.watchword.formats.slot.AccountKeys;

/// The way to case files and to one's own account, as a browser walks it.
class CaseFilesOnPages {
    private static final Instant START = Instant.parse("2021-02-04T12:00:05Z");
    private static final String PIN = "471902";
    private static final String PASS = TeamOnDisk.PASSPHRASE;
    private static final String NEXT = "nine kettles on a roof";
    private static final Pattern LETTERS =
            Pattern.compile("name=\"letters\" value=\"([A-Z2-7]*)\"");

    private final TeamOnDisk team;
    private final StaffPages browser;
    private final PersonId wren;

    CaseFilesOnPages(@TempDir Path directory) {
        team = new TeamOnDisk(directory, START);
        wren = team.join("Wren", team.role("duty", "answer", "people"));
        var languages = List.of(TeamOnDisk.EN, StaffPages.RU);
        browser =
                new StaffPages(
                        team,
                        List.of(StaffListener.class, Accounts.class),
                        team.accounts.routes(languages, List.of(), AtOnce.on(team.store)),
                        List.of(),
                        Accounts.menu());
    }

    @AfterEach
    void close() {
        browser.close();
        team.close();
    }

    @Test
    void are_open_after_signing_in_by_name_and_passphrase() {
        signIn(PASS);
        assertTrue(browser.get("/second-factor").says("your passphrase alone opens"));
        assertTrue(browser.get("/sessions").says("case files open until"));
    }

    @Test
    void are_open_and_the_desk_too_when_what_follows_from_that_breaks() {
        team.accounts.ask(
                new Belonging() {
                    @Override
                    public Predicate<PersonId> shutOut(Handle rows) {
                        return person -> false;
                    }

                    @Override
                    public boolean isKnown(Handle rows) {
                        return false;
                    }

                    @Override
                    public void opened(PersonId person, AccountKeys keys) {
                        throw new IllegalStateException("somebody wrote in the rows of cases");
                    }
                });
        signIn(PASS);
        assertEquals(200, browser.get("/second-factor").status());
    }

    @Test
    void ask_for_the_passphrase_when_they_were_not_used_and_lead_on() {
        signIn(PASS);
        team.clock.pass(CaseLimits.FILES_UNUSED);
        browser.get("/unlock");
        assertEquals(
                "/sessions", browser.post("/unlock", "pin", PIN, "to", "/sessions").location());
        assertFalse(browser.get("/sessions").says("case files open until"));
        assertEquals("/files?to=%2Fsecond-factor", browser.get("/second-factor").location());
        browser.get("/files?to=%2Fsecond-factor");
        assertTrue(browser.post("/files", "passphrase", "").says("Type your passphrase"));
        var wrong = browser.post("/files", "passphrase", "seven lamps", "to", "/second-factor");
        assertEquals(422, wrong.status());
        assertTrue(wrong.says("clock says 12:15:05"), wrong.text());
        String before = browser.cookie();
        var right = browser.post("/files", "passphrase", PASS, "to", "/second-factor");
        assertEquals("/second-factor", right.location());
        assertNotEquals(before, browser.cookie());
        assertEquals(200, browser.get("/second-factor").status());
    }

    @Test
    void are_shut_on_one_device_by_a_press_on_another() {
        signIn(PASS);
        String phone = browser.cookie();
        long session = team.accounts.sessions().listOf(wren).getFirst().id();
        browser.carry("");
        signIn(PASS);
        assertTrue(browser.get("/sessions").says("Other devices"));
        var shut = browser.post("/sessions/" + session + "/shut");
        assertEquals("/sessions", shut.location());
        assertEquals(200, browser.get("/second-factor").status());
        browser.carry(phone);
        assertEquals("/files?to=%2Fsecond-factor", browser.get("/second-factor").location());
    }

    @Test
    void take_a_phone_too_once_its_code_came_back() {
        signIn(PASS);
        browser.get("/second-factor");
        var shown = browser.post("/second-factor/new");
        assertTrue(shown.says("<path class=\"qr__ink\""));
        assertFalse(shown.says("Harbour</text>"));
        String letters = letters(shown);
        var early = setUp(letters, "000000");
        assertTrue(early.says("no code of this moment"));
        assertEquals(letters, letters(early));
        assertEquals("/second-factor", setUp(letters, code(letters, 0)).location());
        assertTrue(browser.get("/second-factor").says("and a code from your phone"));
        browser.post("/sessions/" + here() + "/shut");
        browser.get("/files");
        team.clock.pass(Duration.ofSeconds(30));
        assertEquals(422, browser.post("/files", "passphrase", PASS).status());
        var open = browser.post("/files", "passphrase", PASS, "code", code(letters, 0));
        assertEquals("/", open.location());
        var path = "/second-factor/remove";
        browser.get("/second-factor");
        assertEquals(422, browser.post(path, "passphrase", PASS).status());
        var removed = browser.post(path, "passphrase", PASS, "code", code(letters, 1));
        assertEquals("/second-factor", removed.location());
        assertTrue(browser.get("/second-factor").says("your passphrase alone opens"));
    }

    @Test
    void stay_shut_at_sign_in_where_a_phone_is_asked_for() {
        signIn(PASS);
        browser.get("/second-factor");
        String letters = letters(browser.post("/second-factor/new"));
        assertEquals("/second-factor", setUp(letters, code(letters, 0)).location());
        browser.carry("");
        signIn(PASS);
        assertEquals(200, browser.get("/sessions").status());
        assertEquals("/files?to=%2Fsecond-factor", browser.get("/second-factor").location());
    }

    @Test
    void tell_nobody_whether_the_passphrase_or_the_code_was_wrong_or_who_has_codes() {
        signIn(PASS);
        browser.get("/files");
        var before = browser.post("/files", "passphrase", "seven lamps", "code", "000000");
        browser.get("/second-factor");
        String letters = letters(browser.post("/second-factor/new"));
        assertEquals("/second-factor", setUp(letters, code(letters, 0)).location());
        browser.get("/files");
        var passphrase = browser.post("/files", "passphrase", "seven lamps", "code", "000000");
        var code = browser.post("/files", "passphrase", PASS, "code", "000000");
        assertEquals(422, code.status());
        assertEquals(passphrase, code);
        assertEquals(before, code);
    }

    @Test
    void ask_for_the_passphrase_once_more_before_a_phone_is_set_up() {
        signIn(PASS);
        browser.get("/second-factor");
        team.clock.pass(Limits.FRESH);
        var stale = browser.post("/second-factor/new");
        assertEquals(403, stale.status());
        assertFalse(stale.says("qr__ink"));
    }

    @Test
    void stay_ones_own_when_the_passphrase_is_changed_and_every_session_ends() {
        signIn(PASS);
        String phone = browser.cookie();
        browser.carry("");
        signIn(PASS);
        browser.get("/passphrase");
        assertTrue(change(PASS, NEXT, "another").says("not the same"));
        assertTrue(change(PASS, "wren", "wren").says("at least 15 characters"));
        assertTrue(change("seven lamps", NEXT, NEXT).says("Passphrase or code is not right"));
        assertEquals("/pin?to=%2Fsessions", change(PASS, NEXT, NEXT).location());
        browser.get("/pin");
        browser.post("/pin", "pin", PIN);
        assertEquals(200, browser.get("/second-factor").status());
        assertEquals(1, team.accounts.sessions().listOf(wren).size());
        browser.carry(phone);
        assertEquals("/sign-in", browser.get("/sessions").location());
        browser.get("/sign-in");
        assertEquals(422, browser.post("/sign-in", "name", "Wren", "passphrase", PASS).status());
        signIn(NEXT);
    }

    private Page change(String passphrase, String next, String again) {
        return browser.post("/passphrase", "passphrase", passphrase, "next", next, "again", again);
    }

    private Page setUp(String letters, String code) {
        return browser.post("/second-factor", "letters", letters, "code", code, "passphrase", PASS);
    }

    private static String letters(Page page) {
        return Optional.of(LETTERS.matcher(page.text()))
                .filter(found -> found.find())
                .map(found -> found.group(1))
                .orElseThrow();
    }

    private String code(String letters, int later) {
        long step = team.clock.instant().getEpochSecond() / Totp.STEP_SECONDS + later;
        byte[] code = Totp.code(Key.taking(Base32.decode(letters + "====")), step);
        return new String(code, StandardCharsets.US_ASCII);
    }

    private long here() {
        return team.accounts.sessions().listOf(wren).getFirst().id();
    }

    private void signIn(String passphrase) {
        browser.get("/sign-in");
        var in = browser.post("/sign-in", "name", "Wren", "passphrase", passphrase);
        assertEquals("/pin", in.location(), in.text());
        browser.get("/pin");
        assertEquals("/", browser.post("/pin", "pin", PIN).location());
    }
}
