package org.watchword.desk.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.accounts.StaffPages.Page;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.changes.AtOnce;
import org.watchword.desk.web.Answer;
import org.watchword.desk.web.Caller;
import org.watchword.desk.web.StaffListener;
import org.watchword.desk.web.Visit;

/// The way into the desk, as a browser walks it.
class DoorPages {
    private static final Instant START = Instant.parse("2021-02-04T12:00:00Z");
    private static final String PIN = "471902";

    @TempDir Path directory;
    private TeamOnDisk team;
    private StaffPages browser;
    private PersonId wren;
    private final List<String> raised = new ArrayList<>();

    @BeforeEach
    void wrenIsThere() {
        team = new TeamOnDisk(directory, START);
        wren = team.join("Wren", team.role("duty", "answer", "people"));
        var routes =
                team.accounts.routes(
                        List.of(TeamOnDisk.EN, StaffPages.RU),
                        List.of(raise()),
                        AtOnce.on(team.store));
        browser =
                new StaffPages(
                        team,
                        List.of(StaffListener.class, Accounts.class),
                        routes,
                        List.of(),
                        Accounts.menu());
    }

    @AfterEach
    void close() {
        browser.close();
        team.close();
    }

    private AfterUnlock raise() {
        return new AfterUnlock() {
            @Override
            public String name() {
                return "raise";
            }

            @Override
            public String labelKey() {
                return "accounts.save";
            }

            @Override
            public String may() {
                return Capability.ANSWER;
            }

            @Override
            public Answer act(Caller.Present now, Visit visit) {
                raised.add(now.name() + " " + visit.form().text("press").isPresent());
                return Answer.goTo("/alarms/1");
            }
        };
    }

    @Test
    void leads_from_name_and_passphrase_over_a_pin_to_the_front_page() {
        browser.get("/sign-in");
        var signedIn = browser.post("/sign-in", "name", "wren", "passphrase", pass());
        assertEquals("/pin", signedIn.location());
        assertEquals(43, browser.cookie().length());
        assertTrue(browser.get("/pin").says("Choose a PIN"));
        assertEquals("/", browser.post("/pin", "pin", PIN).location());
        assertEquals("/", browser.get("/sign-in").location());
        assertTrue(browser.get("/people").says("Wren"));
    }

    @Test
    void answers_an_unknown_name_and_a_wrong_passphrase_with_the_same_bytes() {
        browser.get("/sign-in");
        var wrong = browser.post("/sign-in", "name", "Wren", "passphrase", "not this one at all");
        var unknown = browser.post("/sign-in", "name", "Wrex", "passphrase", "not this one at all");
        assertEquals(422, wrong.status());
        assertEquals(stripped(wrong, "Wren"), stripped(unknown, "Wrex"));
        assertFalse(wrong.says("not this one at all"));
        assertTrue(wrong.says("value=\"Wren\""), "the name stays in the form");
        var empty = browser.post("/sign-in", "name", "Wren", "passphrase", "");
        assertTrue(empty.says("Type your passphrase"));
        assertTrue(browser.post("/sign-in", "passphrase", "x").says("Type your name"));
    }

    private static String stripped(Page page, String name) {
        return page.text().replace(name, "…");
    }

    @Test
    void refuses_a_pin_that_is_none_and_says_why() {
        signedIn();
        browser.get("/pin");
        for (String pin : List.of("", "12345", "1234567", "12345a", "٤٧١٩٠٢")) {
            var page = browser.post("/pin", "pin", pin);
            assertTrue(page.says("6 digits"), pin + page.text());
        }
        for (String pin : List.of("000000", "123456", "987654")) {
            assertTrue(browser.post("/pin", "pin", pin).says("tried first"), pin);
        }
    }

    @Test
    void opens_a_locked_session_by_its_pin_and_leads_back_to_the_page_asked_for() {
        open();
        lock();
        assertEquals("/unlock?to=%2Fsessions", browser.get("/sessions").location());
        assertTrue(browser.get("/unlock?to=%2Fsessions").says("value=\"/sessions\""));
        var wrong = browser.post("/unlock", "to", "/sessions", "pin", "111111");
        assertTrue(wrong.says("4 tries are left"), wrong.text());
        var right = browser.post("/unlock", "to", "/sessions", "pin", PIN);
        assertEquals("/sessions", right.location());
        assertTrue(browser.get("/sessions").says("This device"));
    }

    @Test
    void never_leads_to_another_site() {
        open();
        lock();
        browser.get("/unlock");
        var away = browser.post("/unlock", "to", "//elsewhere.example/", "pin", PIN);
        assertEquals("/", away.location());
    }

    @Test
    void unlocks_and_raises_in_one_press() {
        open();
        lock();
        assertTrue(browser.get("/unlock").says("value=\"raise\""));
        assertEquals(422, browser.post("/unlock", "pin", "111111", "then", "raise").status());
        assertEquals(List.of(), raised);
        var done = browser.post("/unlock", "pin", PIN, "then", "raise", "press", "p");
        assertEquals("/alarms/1", done.location());
        assertEquals(List.of("Wren true"), raised);
    }

    @Test
    void raises_by_the_passphrase_too_when_the_pin_is_used_up() {
        open();
        lock();
        browser.get("/unlock");
        for (int i = 0; i < Limits.PIN_TRIES; i++) {
            browser.post("/unlock", "pin", "111111");
        }
        assertTrue(browser.get("/unlock").says("name=\"passphrase\""));
        assertTrue(browser.post("/unlock", "pin", PIN).says("Type your passphrase"));
        String before = browser.cookie();
        var done = browser.post("/unlock", "passphrase", pass(), "then", "raise", "press", "p");
        assertEquals("/pin?to=%2Falarms%2F1", done.location());
        assertEquals(1, raised.size());
        assertFalse(before.equals(browser.cookie()));
        browser.get("/pin");
        assertEquals("/alarms/1", browser.post("/pin", "pin", PIN, "to", "/alarms/1").location());
    }

    @Test
    void asks_for_the_passphrase_again_before_the_pages_about_people() {
        open();
        team.clock.pass(Limits.FRESH);
        assertEquals("/confirm?to=%2Fpeople", browser.get("/people").location());
        browser.get("/confirm?to=%2Fpeople");
        var wrong = browser.post("/confirm", "to", "/people", "passphrase", "seven lamps");
        assertTrue(wrong.says("not your passphrase"));
        var right = browser.post("/confirm", "to", "/people", "passphrase", pass());
        assertEquals("/people", right.location());
        assertEquals(200, browser.get("/people").status());
    }

    @Test
    void signs_out_and_locks_everything() {
        open();
        String phone = browser.cookie();
        browser.carry(team.accounts.sessions().start(wren, Optional.empty()));
        browser.get("/pin");
        browser.post("/pin", "pin", "830264");
        assertTrue(browser.get("/sessions").says("Other devices"));
        assertEquals("/unlock", browser.post("/lock").location());
        assertEquals("/unlock?to=%2Fsessions", browser.get("/sessions").location());
        browser.get("/unlock");
        assertEquals("/sign-in", browser.post("/sign-out").location());
        browser.carry(phone);
        assertEquals("/unlock?to=%2Fsessions", browser.get("/sessions").location());
        assertEquals(1, team.accounts.sessions().listOf(wren).size());
    }

    @Test
    void ends_another_session_of_ones_own() {
        open();
        team.accounts.sessions().start(wren, Optional.empty());
        long other = team.accounts.sessions().listOf(wren).getLast().id();
        browser.get("/sessions");
        assertEquals("/sessions", browser.post("/sessions/" + other + "/end").location());
        assertEquals(1, team.accounts.sessions().listOf(wren).size());
    }

    @Test
    void adds_a_person_who_may_sign_in_and_keeps_what_was_typed_when_it_cannot() {
        open();
        browser.get("/people/new");
        var fields =
                new String[] {"name", "Finch", "language", "ru", "roles", "duty", "again", "x"};
        var differ = browser.post("/people/new", fields);
        assertTrue(differ.says("not the same"));
        assertTrue(differ.says("value=\"Finch\""));
        assertTrue(differ.says("value=\"duty\" checked"));
        var weak =
                browser.post(
                        "/people/new", "name", "Finch", "passphrase", "finch", "again", "finch");
        assertTrue(weak.says("at least 15 characters"));
        var added =
                browser.post(
                        "/people/new",
                        "name",
                        "Finch",
                        "language",
                        "ru",
                        "roles",
                        "duty",
                        "passphrase",
                        "nine kettles on a roof",
                        "again",
                        "nine kettles on a roof");
        assertTrue(added.location().matches("/people/[0-9]+"), added.text());
        var page = browser.get(added.location());
        assertTrue(page.says("Finch"));
        assertTrue(page.says("value=\"ru\" lang=\"ru\" selected"));
        browser.carry("");
        browser.get("/sign-in");
        var finch =
                browser.post("/sign-in", "name", "finch", "passphrase", "nine kettles on a roof");
        assertEquals("/pin", finch.location());
        assertTrue(browser.get("/pin").says("Выберите PIN-код"));
    }

    @Test
    void changes_a_person_and_refuses_to_leave_nobody_in_charge() {
        open();
        String path = "/people/" + wren.value();
        browser.get(path);
        var refused = browser.post(path, "name", "Wren", "language", "en", "active", "yes");
        assertEquals(422, refused.status());
        assertTrue(refused.says("nobody could change people"));
        var done =
                browser.post(
                        path,
                        "name",
                        "Wren the second",
                        "language",
                        "en",
                        "roles",
                        "duty",
                        "active",
                        "yes");
        assertEquals("/people", done.location());
        assertTrue(browser.get("/people").says("Wren the second"));
        assertEquals(404, browser.get("/people/999").status());
        assertEquals(404, browser.get("/people/x").status());
    }

    @Test
    void adds_and_changes_roles() {
        open();
        browser.get("/roles/new");
        assertTrue(browser.post("/roles/new", "label", "").says("Type what the role is called"));
        for (int i = 0; i < 2; i++) {
            var added = browser.post("/roles/new", "label", "Юрист", "may", "answer");
            assertEquals("/people", added.location());
        }
        assertTrue(browser.get("/people").says("href=\"/roles/role-2\""));
        assertTrue(browser.get("/roles/role").says("value=\"answer\" checked"));
        var changed = browser.post("/roles/role", "label", "Адвокат", "may", "nonsense");
        assertEquals("/people", changed.location());
        assertTrue(browser.get("/people").says("Адвокат"));
        assertEquals(404, browser.get("/roles/none").status());
    }

    private static String pass() {
        return TeamOnDisk.PASSPHRASE;
    }

    /// Without the cost of a passphrase.
    private void signedIn() {
        browser.carry(team.accounts.sessions().start(wren, Optional.empty()));
    }

    private void open() {
        signedIn();
        browser.get("/pin");
        assertEquals("/", browser.post("/pin", "pin", PIN).location());
    }

    private void lock() {
        team.clock.pass(Limits.UNLOCKED);
    }
}
