package org.watchword.desk.rota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.accounts.OneIsOut;
import org.watchword.desk.accounts.StaffPages;
import org.watchword.desk.accounts.TeamOnDisk;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;

class PageOfTheRota {
    private static final Instant START = Instant.parse("2021-02-04T15:00:00Z");

    @TempDir Path directory;
    private TeamOnDisk team;
    private RotaBrowser desk;
    private StaffPages browser;
    private PersonId wren;
    private PersonId finch;

    @BeforeEach
    void wrenIsSignedIn() {
        team = new TeamOnDisk(directory, START);
        RoleId duty = team.role("duty", "answer", "people");
        wren = team.stub(1, "Wren", duty);
        finch = team.stub(2, "Finch", duty);
        desk = new RotaBrowser(team, ZoneId.of("UTC"));
        browser = desk.pages;
        desk.as(wren);
        assertTrue(browser.get("/rota").says("No shifts are planned yet"));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void shows_who_is_on_duty_now_and_next_and_the_hole_between() {
        plan(wren, "2021-02-04T14:00", "2021-02-04T22:00");
        plan(finch, "2021-02-05T06:00", "2021-02-05T12:00");
        var page = browser.get("/rota");
        assertTrue(page.says("until 22:00"));
        assertTrue(page.says("From 22:00 nobody is on duty"));
        assertTrue(page.says("Nobody is on duty"));
        assertTrue(page.says("5 Feb 06:00"));
        assertTrue(page.says("On duty now Wren until 22:00"), "at the top");
        assertTrue(page.says("then nobody"));
        var devices = browser.get("/sessions");
        assertTrue(devices.says("On duty now Wren until 22:00"), "on every page");
    }

    @Test
    void lets_anyone_who_answers_take_over_at_once() {
        plan(finch, "2021-02-04T14:00", "2021-02-04T22:00");
        assertTrue(browser.get("/rota").says("On duty now Finch until 22:00"));
        var taken = browser.post("/rota/take-over", "role", "duty", "hours", "");
        assertEquals("/rota", taken.location());
        var page = browser.get("/rota");
        assertTrue(page.says("On duty now Wren until 22:00"));
        assertTrue(page.says("took over"));
    }

    @Test
    void refuses_what_makes_no_sense_and_keeps_what_was_typed() {
        var backwards = plan(wren, "2021-02-04T22:00", "2021-02-04T14:00");
        assertEquals(422, backwards.status());
        assertTrue(backwards.says("The end must be after the start"));
        assertTrue(backwards.says("value=\"2021-02-04T22:00\""));
        assertTrue(plan(wren, "tomorrow", "2021-02-04T14:00").says("There is no such day or time"));
        assertTrue(plan(new PersonId(77), "x", "y").says("Choose somebody"));
        var hours = browser.post("/rota/take-over", "role", "duty", "hours", "-1");
        assertTrue(hours.says("Give whole hours"));
        assertTrue(browser.post("/rota/take-over", "role", "no").says("Choose a role"));
        var gap = browser.post("/rota/take-over", "role", "duty");
        assertTrue(gap.says("for how many hours"));
        assertTrue(browser.get("/rota").says("No shifts are planned yet"), "nothing was saved");
    }

    @Test
    void takes_a_shift_away_once() {
        plan(wren, "2021-02-04T16:00", "2021-02-04T22:00");
        assertFalse(browser.get("/rota").says("No shifts are planned yet"));
        assertEquals("/rota", browser.post("/rota/1/remove").location());
        assertEquals(409, browser.post("/rota/1/remove").status());
        assertTrue(browser.get("/rota").says("No shifts are planned yet"));
    }

    @Test
    void says_nobody_where_somebody_is_shut_out_and_does_not_offer_him() {
        plan(finch, "2021-02-04T14:00", "2021-02-04T22:00");
        assertTrue(browser.get("/rota").says("On duty now Finch until 22:00"));
        team.accounts.ask(new OneIsOut(finch));
        var page = browser.get("/rota");
        assertFalse(page.says("Finch until 22:00"), page.text());
        assertTrue(page.says("Nobody is on duty"), page.text());
        assertFalse(page.says("<option value=\"2\""), page.text());
        assertTrue(page.says("Finch (not in the team now)"), "his shift can be taken away");
        var again = plan(finch, "2021-02-04T23:00", "2021-02-05T02:00");
        assertTrue(again.says("Choose somebody"), again.text());
        var swaps = browser.get("/rota/swaps");
        assertFalse(swaps.says("Finch"), swaps.text());
    }

    private StaffPages.Page plan(PersonId person, String from, String to) {
        String id = Long.toString(person.value());
        return browser.post("/rota", "role", "duty", "person", id, "from", from, "to", to);
    }
}
