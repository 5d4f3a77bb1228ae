package org.watchword.desk.ledger.belonging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.accounts.StaffPages.Page;
import org.watchword.desk.accounts.TeamOnDisk;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.store.PastTheDesk;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.Standing;

/// A list is there: somebody is let in, shut out, or swapped.
class LettingInAndShuttingOut extends FourBrowsers {
    LettingInAndShuttingOut(@TempDir Path directory) {
        super(directory);
    }

    @Test
    void let_somebody_in_after_hearing_the_words_that_he_reads_out() {
        founded();
        as("Heron");
        done(browser.post("/belonging/" + gull.value() + "/invite"));
        var gulls = as("Gull");
        String words = found(WORDS, new Page(200, after(gulls, "id=\"own\""), ""));
        as("Rook");
        var one = browser.get("/belonging/" + gull.value());
        assertTrue(one.says(words));
        String confirm = "/belonging/" + gull.value() + "/confirm";
        var careless = browser.post(confirm, "seen", found(SEEN, one));
        assertEquals(422, careless.status());
        var other = browser.post(confirm, "seen", "0".repeat(32), "compared", "yes");
        assertEquals(409, other.status());
        assertTrue(other.says("The key is another than the one you compared"));
        assertInstanceOf(Standing.Accepted.class, standing(gull));
        done(browser.post(confirm, "seen", found(SEEN, one), "compared", "yes"));
        assertInstanceOf(Standing.Confirmed.class, standing(gull));
        assertEquals(
                409, browser.post(confirm, "seen", found(SEEN, one), "compared", "x").status());
    }

    @Test
    void say_plainly_when_the_key_in_a_row_is_another_and_let_nobody_in_by_it() {
        founded();
        as("Heron");
        done(browser.post("/belonging/" + gull.value() + "/invite"));
        as("Gull");
        ledger.knownKeys()
                .replace(
                        new AccountNumber(gull.value()),
                        now().keys(new AccountNumber(heron.value())).orElseThrow());
        assertTrue(as("Rook").says("is not the one that was signed"));
        var one = browser.get("/belonging/" + gull.value());
        assertFalse(one.says("/confirm\""));
        String seen = Aloud.seen(((Standing.Accepted) standing(gull)).keys());
        var refused =
                browser.post(
                        "/belonging/" + gull.value() + "/confirm", "seen", seen, "compared", "y");
        assertEquals(409, refused.status());
        assertInstanceOf(Standing.Accepted.class, standing(gull));
    }

    @Test
    void shut_somebody_out_at_once_everywhere_and_two_lift_it() {
        founded();
        gullIsIn();
        as("Heron");
        done(browser.post("/belonging/" + gull.value() + "/shut-out"));
        assertInstanceOf(Standing.Suspended.class, standing(gull));
        assertEquals(List.of(said("shut-out", "Heron", "Gull")), told);
        wasSignedOut("Gull");
        assertEquals(422, triesToSignIn("Gull").status());
        team.clock.pass(Duration.ofMinutes(1));
        as("Heron");
        done(browser.post("/belonging/" + gull.value() + "/lift"));
        assertTrue(page().says("Gull is no longer shut out"));
        signsTheHalf(as("Rook"));
        assertInstanceOf(Standing.Confirmed.class, standing(gull));
        as("Gull");
    }

    @Test
    void shut_out_from_a_shift_too_without_case_files() {
        founded();
        gullIsIn();
        as("Heron");
        team.clock.pass(CaseLimits.FILES_UNUSED);
        browser.get("/unlock");
        browser.post("/unlock", "pin", "471902", "to", "/belonging");
        var page = browser.get("/belonging/" + gull.value());
        assertTrue(page.says("open your case files"), page.text());
        done(browser.post("/belonging/" + gull.value() + "/shut-out"));
        assertInstanceOf(Standing.Suspended.class, standing(gull));
        assertEquals(List.of(said("shut-out", "Heron", "Gull")), told);
    }

    /// No chain ever let him in, so none can shut him out: his row does.
    @Test
    void shut_an_administrator_out_too_and_two_lift_it() {
        founded();
        gullIsIn();
        var adder = team.join("Adder", new RoleId("keeper"));
        String path = "/belonging/" + adder.value();
        as("Adder");
        as("Heron");
        team.clock.pass(CaseLimits.FILES_UNUSED);
        browser.get("/unlock");
        browser.post("/unlock", "pin", "471902", "to", "/belonging");
        browser.get(path);
        done(browser.post(path + "/shut-out"));
        assertTrue(browser.get(path).says("shut out"), "said on the page");
        assertFalse(browser.get(path).says("/invite"), "invited while shut out");
        wasSignedOut("Adder");
        assertEquals(422, triesToSignIn("Adder").status());
        assertFalse(isMember(adder), "rung");

        team.clock.pass(Duration.ofMinutes(1));
        lifts("Heron", path);
        assertTrue(browser.get(path).says("Heron agrees"), "the first of two");
        assertFalse(browser.get(path).says("/lift"), "asked twice");
        browser.post(path + "/lift");
        assertFalse(isMember(adder), "lifted by one person twice");
        leaves("Rook");
        as("Rook");
        done(browser.post("/belonging/" + heron.value() + "/shut-out"));
        lifts("Rook", path);
        assertFalse(isMember(adder), "with the word of somebody who is out himself");
        assertTrue(browser.get(path).says("Rook agrees"));
        lifts("Gull", path);
        assertTrue(isMember(adder));
        assertEquals(
                List.of(
                        said("shut-out", "Heron", "Adder"),
                        said("lifts", "Heron", "Adder"),
                        said("shut-out", "Rook", "Heron"),
                        said("lifts", "Rook", "Adder"),
                        said("lifted", "Gull", "Adder")),
                told);
        as("Adder");
        var other = browser.get("/belonging/" + rook.value());
        assertFalse(other.says("Shut out now"), other.text());
    }

    /// What everybody reads on the board then.
    private static Sentence said(String what, String by, String who) {
        return new Sentence("belonging.told." + what, Map.of("by", by, "who", who));
    }

    private void lifts(String name, String path) {
        leaves(name);
        as(name);
        browser.get(path);
        done(browser.post(path + "/lift"));
    }

    private Page triesToSignIn(String name) {
        browser.get("/sign-in");
        return browser.post("/sign-in", "name", name, "passphrase", TeamOnDisk.PASSPHRASE);
    }

    private boolean isMember(PersonId who) {
        return team.store.read(team.accounts.people()::members).stream()
                .anyMatch(one -> one.id().equals(who));
    }

    @Test
    void are_one_step_from_the_page_of_all_people() {
        as("Heron");
        String way = "into case files: <a href=\"/belonging\">Who belongs</a>";
        assertTrue(browser.get("/people").says(way));
    }

    @Test
    void are_seen_by_an_administrator_who_can_let_in_nobody() {
        founded();
        team.join("Adder", new RoleId("keeper"));
        as("Heron");
        done(browser.post("/belonging/" + gull.value() + "/invite"));
        as("Gull");
        var page = as("Adder");
        assertTrue(page.says("Gull"));
        assertFalse(page.says("Reads in"));
        var one = browser.get("/belonging/" + gull.value());
        assertFalse(one.says("/confirm\""));
        assertTrue(one.says("Only somebody who belongs"));
        for (String press :
                List.of("confirm", "invite", "lift", "authority", "remove", "shut-out")) {
            String seen = Aloud.seen(((Standing.Accepted) standing(gull)).keys());
            var refused =
                    browser.post(
                            "/belonging/" + gull.value() + "/" + press,
                            "seen",
                            seen,
                            "compared",
                            "yes");
            assertEquals(409, refused.status(), press + refused.text());
        }
        assertInstanceOf(Standing.Accepted.class, standing(gull));
    }

    @Test
    void say_that_the_list_does_not_verify_and_still_let_everybody_in_to_the_watch() {
        founded();
        gullIsIn();
        as("Heron");
        done(browser.post("/belonging/" + gull.value() + "/shut-out"));
        int _ =
                PastTheDesk.execute(
                        team.store, "UPDATE statement SET statement = x'00' WHERE number = 1");
        ledger.start();
        assertTrue(as("Heron").says("does not verify"));
        for (String press : List.of("desk-key", gull.value() + "/invite", gull.value() + "/lift")) {
            var refused = browser.post("/belonging/" + press);
            assertEquals(409, refused.status());
            assertTrue(refused.says("does not verify"), refused.text());
        }
        leaves("Gull");
        assertTrue(as("Gull").says("does not verify"));
    }

    @Test
    void give_somebody_authority_by_two() {
        founded();
        gullIsIn();
        as("Heron");
        done(browser.post("/belonging/" + gull.value() + "/authority"));
        signsTheHalf(as("Rook"));
        assertEquals(
                new Standing.Confirmed(((Standing.Confirmed) standing(gull)).keys(), true),
                standing(gull));
    }

    @Test
    void show_nothing_of_an_account_that_is_not_there() {
        as("Heron");
        for (String id : List.of("999", "0", "9007199254740993", "x")) {
            assertEquals(404, browser.get("/belonging/" + id).status());
        }
    }
}
