package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.store.PastTheDesk;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.watch.CodenameId;
import org.watchword.desk.watch.silence.Plan;
import org.watchword.desk.watch.silence.WatchId;

/// One armed watch, changed over the forms that people use, by one person and then by a second.
class AWatchThatWouldMissLess {
    private static final WatchId FLAT = new WatchId(1);

    @TempDir private Path directory;
    private RoughDesk desk;
    private RoughDesk.Browser wren;
    private RoughDesk.Browser soyka;

    @BeforeEach
    void a_watch_over_two() {
        desk = new RoughDesk(directory);
        wren = desk.signedIn(RoughDesk.WREN);
        desk.furnish(wren);
        soyka = desk.signedIn(RoughDesk.SOYKA);
        wren.done("/codenames/new", "name", "ALDER", "plan", "", "ladder", "0");
        notDue();
        changed("10:00, 22:00", "30", "1", "2");
        assertEquals(List.of(new CodenameId(1), new CodenameId(2)), plan().about());
    }

    @AfterEach
    void it_ends() {
        desk.close();
    }

    /// Whatever the clock of this machine says, no word is due just now.
    private void notDue() {
        due(System.currentTimeMillis() + 3_600_000);
    }

    private void due(long at) {
        sql("UPDATE watch SET due_at = " + at + ", timer_at = " + Long.MAX_VALUE / 4);
    }

    private int sql(String statement) {
        return PastTheDesk.execute(desk.rooms().store(), statement);
    }

    private long count(String query) {
        return desk.rooms()
                .store()
                .read(handle -> handle.createQuery(query).mapTo(Long.class).one());
    }

    private long waiting() {
        return count("SELECT count(*) FROM pending_change WHERE state = 'waiting'");
    }

    private String state() {
        return desk.rooms()
                .store()
                .read(handle ->
                        handle.createQuery("SELECT state FROM watch WHERE id = 1")
                                .mapTo(String.class)
                                .one());
    }

    private Plan plan() {
        return desk.rooms().watches().plan(FLAT).orElseThrow();
    }

    private static List<LocalTime> times(String... times) {
        return List.of(times).stream().map(LocalTime::parse).toList();
    }

    private String seen() {
        return "" + desk.rooms().watches().edition(FLAT).orElseThrow();
    }

    /// Where the form leads whoever saved it.
    private String changed(RoughDesk.Browser by, String times, String grace, String... about) {
        var fields =
                new ArrayList<>(
                        List.of(
                                "seen",
                                seen(),
                                "label",
                                "The flat",
                                "zone",
                                "Europe/Riga",
                                "times",
                                times,
                                "days",
                                "1",
                                "reminder",
                                "15",
                                "grace",
                                grace));
        for (String who : about) {
            fields.addAll(List.of("about", who));
        }
        by.get("/watches/1/change");
        return by.done("/watches/1/change", fields.toArray(String[]::new)).header("Location");
    }

    private String changed(String times, String grace, String... about) {
        return changed(wren, times, grace, about);
    }

    private RoughDesk.Page agreed() {
        String page = soyka.get("/changes").text();
        var found = Pattern.compile("/changes/([0-9]+)/agree").matcher(page);
        assertTrue(found.find(), page);
        return soyka.post("/changes/" + found.group(1) + "/agree");
    }

    @Test
    void goes_by_both_plans_until_somebody_else_agrees() {
        assertEquals("/changes", changed("12:00", "60", "1", "2"));
        assertEquals(times("10:00", "12:00", "22:00"), plan().schedule().times());
        assertEquals(30, plan().margins().grace().toMinutes());
        String said = soyka.get("/changes").text();
        assertTrue(said.contains("The flat") && said.contains("12:00"), said);
        notDue();
        assertEquals(303, agreed().status());
        assertEquals(times("12:00"), plan().schedule().times());
        assertEquals(60, plan().margins().grace().toMinutes());
    }

    @Test
    void asked_for_by_two_counts() {
        changed("12:00", "30", "1", "2");
        notDue();
        assertEquals("/watches/1", changed(soyka, "12:00", "30", "1", "2"));
        assertEquals(times("12:00"), plan().schedule().times());
        assertEquals(0, waiting());
    }

    @Test
    void misses_sooner_oftener_and_more_people_at_once() {
        wren.done("/codenames/new", "name", "ROWAN", "plan", "", "ladder", "0");
        assertEquals("/watches/1", changed("10:00, 16:00, 22:00", "20", "1", "2", "3"));
        assertEquals(3, plan().schedule().times().size());
        assertEquals(20, plan().margins().grace().toMinutes());
        assertEquals(3, plan().about().size());
        assertEquals(0, waiting());
    }

    @Test
    void keeps_somebody_who_is_to_be_left_out() {
        assertEquals("/changes", changed("10:00, 22:00", "30", "2"));
        assertEquals(2, plan().about().size());
        notDue();
        agreed();
        assertEquals(List.of(new CodenameId(2)), plan().about());
    }

    @Test
    void goes_on_ringing_its_ladder_until_another_one_counts() {
        wren.done("/ladders", "label", "Day");
        wren.get("/watches/1/change");
        wren.done(
                "/watches/1/change",
                "seen",
                seen(),
                "label",
                "The flat",
                "zone",
                "Europe/Riga",
                "times",
                "10:00, 22:00",
                "days",
                "1",
                "reminder",
                "15",
                "grace",
                "30",
                "about",
                "1",
                "about",
                "2",
                "ladder",
                "2");
        assertTrue(plan().ladder().isEmpty());
        notDue();
        agreed();
        assertEquals(2, plan().ladder().orElseThrow().value());
    }

    @Test
    void goes_on_until_its_end_counts() {
        wren.get("/watches/1");
        assertEquals("/changes", wren.done("/watches/1/end", "seen", seen()).header("Location"));
        assertEquals("armed", state());
        assertEquals(303, agreed().status());
        assertEquals("ended", state());
    }

    @Test
    void is_not_silenced_while_a_word_is_due_and_the_change_waits_on() {
        wren.get("/watches/1");
        wren.done("/watches/1/end", "seen", seen());
        due(1);
        sql("UPDATE pending_change SET due_at = 1");
        var page = agreed();
        assertEquals(409, page.status());
        assertEquals(1, waiting());
        assertEquals("armed", state());
        notDue();
        assertEquals(303, agreed().status());
        assertEquals("ended", state());
    }

    @Test
    void that_was_changed_since_drops_what_waited() {
        changed("12:00", "30", "1", "2");
        notDue();
        changed("10:00, 12:00, 15:00, 22:00", "30", "1", "2");
        assertEquals(409, agreed().status());
        assertEquals(4, plan().schedule().times().size());
    }

    @Test
    void is_paused_at_once_and_the_officers_hear_of_it() {
        var until = LocalDateTime.now(ZoneId.of("Europe/Riga")).plusHours(2);
        wren.get("/watches/1");
        wren.done(
                "/watches/1/pause",
                "seen",
                seen(),
                "until",
                "" + until.truncatedTo(ChronoUnit.MINUTES),
                "second",
                "" + desk.person(RoughDesk.FINCH),
                "why",
                "A train.");
        assertEquals("paused", state());
        desk.rooms().store().writer().write(Lane.ORDINARY, _ -> 0);
        assertEquals(1, count("SELECT count(*) FROM told WHERE key = 'silence.told.paused'"));
    }

    private String contactRemoved() {
        String at = "/codenames/1/words";
        wren.get(at);
        wren.done(
                at + "/contacts",
                "channel",
                "2",
                "address",
                "kestrel@example.org",
                "language",
                "en");
        wren.get(at);
        long id = count("SELECT max(id) FROM contact");
        return wren.done(at + "/contacts/" + id + "/remove").header("Location");
    }

    @Test
    void keeps_the_numbers_of_whom_it_is_about_until_somebody_else_agrees() {
        assertEquals("/changes", contactRemoved());
        assertEquals(1, count("SELECT count(*) FROM contact"));
        String said = soyka.get("/changes").text();
        assertTrue(said.contains("HERON") && said.contains("Mail"), said);
        assertEquals(303, agreed().status());
        assertEquals(0, count("SELECT count(*) FROM contact"));
    }

    @Test
    void that_is_over_keeps_nobodys_number() {
        sql("UPDATE watch SET state = 'ended', timer_at = NULL, due_at = NULL, ended_at = 1");
        assertEquals("/codenames/1/words", contactRemoved());
        assertEquals(0, count("SELECT count(*) FROM contact"));
    }

    @Test
    void that_was_never_armed_or_is_a_drill_changes_at_once() {
        sql("UPDATE watch SET drill = 1");
        assertEquals("/watches/1", changed("12:00", "60", "1"));
        sql("UPDATE watch SET drill = 0, state = 'draft'");
        assertEquals("/watches/1", changed("13:00", "90", "1"));
        assertEquals(0, waiting());
    }
}
