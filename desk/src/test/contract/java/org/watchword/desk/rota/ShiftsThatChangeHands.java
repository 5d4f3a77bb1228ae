package org.watchword.desk.rota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.accounts.StaffPages;
import org.watchword.desk.accounts.TeamOnDisk;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.watch.Markup;

class ShiftsThatChangeHands {
    private static final Instant START = Instant.parse("2021-02-04T15:00:00Z");

    @TempDir Path directory;
    private RotaBrowser desk;
    private StaffPages browser;
    private RoleId duty;
    private PersonId wren;
    private PersonId finch;
    private PersonId heron;

    @BeforeEach
    void threePeople() {
        var team = new TeamOnDisk(directory, START);
        duty = team.role("duty", "answer", "people");
        wren = team.stub(1, "Wren", duty);
        finch = team.stub(2, "Finch", duty);
        heron = team.stub(3, "Heron", duty);
        desk = new RotaBrowser(team, ZoneId.of("UTC"));
        browser = desk.pages;
        desk.as(wren);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void a_weekly_shift_is_planned_shown_in_words_and_stopped() {
        assertEquals("/rota/weekly", weekly(wren, "22:00", "06:00", "1", "4").location());
        var page = browser.get("/rota/weekly");
        assertEquals(List.of(), Markup.complaints(page.text()));
        assertTrue(page.says("Mon, Thu 22:00–06:00 a day later · from Mon 1 Feb"), page.text());
        assertEquals(List.of(wren), onDuty("2021-02-05T05:59:00Z"));
        assertEquals(List.of(), onDuty("2021-02-05T06:00:00Z"));
        assertEquals("/rota/weekly", browser.post("/rota/weekly/1/stop").location());
        assertEquals(409, browser.post("/rota/weekly/1/stop").status());
        assertEquals(List.of(), onDuty("2021-02-05T05:59:00Z"));
        assertEquals(List.of(wren), onDuty("2021-02-02T05:59:00Z"), "what was, stays");
    }

    @Test
    void a_weekly_shift_that_makes_no_sense_is_refused_with_what_was_typed() {
        assertTrue(weekly(wren, "22:00", "06:00").says("Choose at least one day"));
        assertTrue(weekly(wren, "25:00", "06:00", "1").says("no such time of day"));
        var itself = weekly(wren, "08:00", "09:00", "1", "2", "x");
        assertEquals("/rota/weekly", itself.location(), "one that ends the same day");
        var next = again(finch, "08:00 09:00 1 -", "1", "2");
        assertEquals(422, next.status());
        assertTrue(
                next.says(
                        "the one that begins on Mon 1 Feb is not over when the next begins on"
                                + " Tue 2 Feb"),
                next.text());
        assertTrue(next.says("value=\"08:00\""));
        assertTrue(next.says("value=\"2\" checked"), "the days stay ticked");
        var twice = weekly(wren, "07:00", "08:30", "2");
        assertTrue(twice.says("has a shift in this role already: 9 Feb 08:00 – 9 Feb 09:00"));
        assertTrue(again(finch, "08:00 09:00 0 5", "1").says("from 1 to 4"));
        assertTrue(again(finch, "08:00 07:00 0 -", "1").says("after the start"));
        assertTrue(again(finch, "08:00 07:00 9 -", "1").says("at most 7 days"));
    }

    @Test
    void somebody_stands_in_for_that_time_only() {
        shift(wren, "2021-02-05T08:00:00Z", "2021-02-05T16:00:00Z");
        var done = standIn(finch, wren, "2021-02-05T10:00", "2021-02-05T12:00");
        assertEquals("/rota/stand-ins", done.location());
        assertTrue(browser.get("/rota/stand-ins").says("Finch instead of Wren"));
        assertEquals(List.of(), Markup.complaints(browser.get("/rota/stand-ins").text()));
        assertEquals(List.of(wren), onDuty("2021-02-05T09:59:00Z"));
        assertEquals(List.of(finch), onDuty("2021-02-05T10:00:00Z"));
        assertEquals(List.of(wren), onDuty("2021-02-05T12:00:00Z"));
        assertEquals("/rota/stand-ins", browser.post("/rota/stand-ins/1/remove").location());
        assertEquals(List.of(wren), onDuty("2021-02-05T10:00:00Z"));
    }

    @Test
    void a_stand_in_that_changes_nothing_is_refused() {
        shift(wren, "2021-02-05T08:00:00Z", "2021-02-05T16:00:00Z");
        shift(finch, "2021-02-05T12:00:00Z", "2021-02-05T20:00:00Z");
        assertTrue(
                standIn(finch, wren, "2021-02-05T10:00", "2021-02-05T14:00")
                        .says("on duty then anyway: 5 Feb 12:00 – 5 Feb 20:00"));
        assertTrue(standIn(wren, wren, "2021-02-05T10:00", "2021-02-05T14:00").says("for himself"));
        var nothing = standIn(wren, heron, "2021-02-05T10:00", "2021-02-05T14:00");
        assertEquals(422, nothing.status());
        assertTrue(nothing.says("has no shift in this role in that time"));
        assertTrue(nothing.says("value=\"2021-02-05T10:00\""));
    }

    @Test
    void a_swap_changes_nothing_until_the_other_accepts() {
        shift(wren, "2021-02-05T08:00:00Z", "2021-02-05T16:00:00Z");
        shift(finch, "2021-02-06T08:00:00Z", "2021-02-06T16:00:00Z");
        var asked =
                browser.post(
                        "/rota/swaps",
                        "gives",
                        offer(wren, "2021-02-05T08:00:00Z", "2021-02-05T16:00:00Z"),
                        "takes",
                        offer(finch, "2021-02-06T08:00:00Z", "2021-02-06T16:00:00Z"));
        assertEquals("/rota/swaps", asked.location());
        assertEquals(List.of("rota.told.swap-asked"), desk.told);
        assertEquals(List.of(wren), onDuty("2021-02-05T08:00:00Z"));
        assertTrue(browser.get("/rota/swaps").says("You asked Finch to swap"));
        assertEquals(409, browser.post("/rota/swaps/1/accept").status(), "not one's own");

        desk.as(heron);
        assertEquals(409, browser.post("/rota/swaps/1/accept").status(), "nobody else's");
        assertFalse(browser.get("/rota").says("waits for your answer"));

        desk.as(finch);
        assertTrue(browser.get("/rota").says("A swap waits for your answer"));
        var page = browser.get("/rota/swaps");
        assertTrue(page.says("Wren asks you to swap"));
        assertEquals(List.of(), Markup.complaints(page.text()));
        assertEquals("/rota/swaps", browser.post("/rota/swaps/1/accept").location());
        assertEquals(List.of(finch), onDuty("2021-02-05T08:00:00Z"));
        assertEquals(List.of(wren), onDuty("2021-02-06T08:00:00Z"));
        assertEquals("rota.told.swap-accepted", desk.told.getLast());
        assertEquals(409, browser.post("/rota/swaps/1/accept").status(), "once");
    }

    @Test
    void a_swap_of_what_is_no_longer_so_is_refused_when_it_is_accepted() {
        shift(wren, "2021-02-05T08:00:00Z", "2021-02-05T16:00:00Z");
        browser.post(
                "/rota/swaps",
                "gives",
                offer(wren, "2021-02-05T08:00:00Z", "2021-02-05T16:00:00Z"),
                "takes",
                "2");
        standIn(heron, wren, "2021-02-05T10:00", "2021-02-05T12:00");
        desk.as(finch);
        assertEquals(409, browser.post("/rota/swaps/1/accept").status());
        assertEquals(List.of(wren), onDuty("2021-02-05T09:00:00Z"));
        assertEquals("/rota/swaps", browser.post("/rota/swaps/1/decline").location());
        assertEquals("rota.told.swap-declined", desk.told.getLast());
    }

    @Test
    void nobody_gives_away_what_is_not_his() {
        shift(wren, "2021-02-05T08:00:00Z", "2021-02-05T16:00:00Z");
        desk.as(heron);
        var stolen =
                browser.post(
                        "/rota/swaps",
                        "gives",
                        offer(wren, "2021-02-05T08:00:00Z", "2021-02-05T16:00:00Z"),
                        "takes",
                        "2");
        assertEquals(422, stolen.status());
        assertTrue(stolen.says("Choose a shift of yours"));
        assertEquals(List.of(), desk.told);
    }

    @Test
    void a_note_is_kept_with_who_and_when_and_never_in_clear() {
        shift(wren, "2021-02-04T14:00:00Z", "2021-02-04T22:00:00Z");
        String words = "ALDER rang twice. <b>Heron knows.</b>";
        assertEquals("/rota", browser.post("/rota/note", "role", "duty", "note", words).location());
        desk.as(finch);
        var page = browser.get("/rota");
        assertTrue(page.says("ALDER rang twice. &lt;b&gt;Heron knows."), page.text());
        assertTrue(page.says("<b><bdi>Wren</bdi></b> <time class=\"figures\""));
        byte[] kept =
                desk.team.store.read(handle ->
                        handle.createQuery("SELECT text FROM handover_note")
                                .mapTo(byte[].class)
                                .one());
        assertFalse(new String(kept, StandardCharsets.UTF_8).contains("ALDER"));
        var long_ = browser.post("/rota/note", "role", "duty", "note", "ж".repeat(4_001));
        assertTrue(long_.says("at most 4,000 characters"), "says why");
        assertTrue(long_.says("ж".repeat(4_001)), "keeps what was typed");
        assertTrue(browser.post("/rota/note", "role", "duty").says("or leave no note"));
    }

    @Test
    void gaps_are_shown_for_each_role_that_a_ladder_names() {
        shift(wren, "2021-02-04T14:00:00Z", "2021-02-04T22:00:00Z");
        assertFalse(browser.get("/rota").says("Gaps in the next 14 days"));
        desk.relied.add(duty);
        var page = browser.get("/rota");
        assertTrue(page.says("Gaps in the next 14 days"));
        assertTrue(page.says("22:00 – 18 Feb 15:00"), page.text());
        for (int day = 4; day < 19; day++) {
            String from = "2021-02-%02dT22:00:00Z".formatted(day);
            shift(wren, from, Instant.parse(from).plus(Duration.ofDays(1)).toString());
        }
        assertFalse(browser.get("/rota").says("Gaps in the next 14 days"));
    }

    @Test
    void members_whom_no_message_reaches_are_listed() {
        assertTrue(browser.get("/rota").says("Cannot be rung"));
        var store = desk.team.store;
        var channel =
                store.writer()
                        .write(
                                Lane.ORDINARY,
                                turn ->
                                        desk.delivery
                                                .channels()
                                                .add(turn, "Paper", "paper", Map.of()));
        for (PersonId person : List.of(wren, finch)) {
            var _ =
                    store.writer()
                            .write(
                                    Lane.ORDINARY,
                                    turn ->
                                            desk.delivery
                                                    .addresses()
                                                    .addProved(turn, person, channel, "door"));
        }
        String page = browser.get("/rota").text();
        String listed = page.substring(page.indexOf("Cannot be rung"));
        assertTrue(listed.contains("<li><bdi>Heron</bdi></li>"));
        assertFalse(listed.contains("<li><bdi>Wren</bdi></li>"));
    }

    private List<PersonId> onDuty(String at) {
        var rota = desk.tools.rota();
        return desk.team.store.read(h -> rota.onDuty(h, duty, Instant.parse(at))).stream()
                .map(Duty::person)
                .toList();
    }

    private void shift(PersonId person, String from, String to) {
        var plan = new RotaDesk.Plan(duty, person, Instant.parse(from), Instant.parse(to));
        assertEquals(
                Optional.empty(),
                desk.tools.desk().plan(plan, START) instanceof Planned.Refused refused
                        ? Optional.of(refused)
                        : Optional.empty());
    }

    private StaffPages.Page standIn(PersonId who, PersonId instead, String from, String to) {
        return browser.post(
                "/rota/stand-ins",
                "role",
                "duty",
                "person",
                "" + who.value(),
                "instead",
                "" + instead.value(),
                "from",
                from,
                "to",
                to);
    }

    private StaffPages.Page weekly(PersonId who, String from, String end, String... days) {
        return again(who, from + " " + end + " - -", days);
    }

    /// @param when from, end, days later, weeks; a dash where nothing is typed
    private StaffPages.Page again(PersonId who, String when, String... days) {
        var fields = new ArrayList<String>();
        for (String day : days) {
            fields.addAll(List.of("day", day));
        }
        String[] typed = when.replace("-", "").split(" ", -1);
        fields.addAll(List.of("role", "duty", "person", "" + who.value(), "from", typed[0]));
        fields.addAll(List.of("end", typed[1], "later", typed[2], "weeks", typed[3]));
        fields.addAll(List.of("first", "2021-02-01", "last", ""));
        return browser.post("/rota/weekly", fields.toArray(String[]::new));
    }

    private String offer(PersonId person, String from, String to) {
        return "%d/%d/%d/duty"
                .formatted(
                        person.value(),
                        Instant.parse(from).toEpochMilli(),
                        Instant.parse(to).toEpochMilli());
    }
}
