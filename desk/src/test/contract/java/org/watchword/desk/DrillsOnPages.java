package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.store.PastTheDesk;

/// A desk on which nothing rings: Wren keeps the ladders and is on duty with Finch, who only
/// answers.
class DrillsOnPages {
    private static final Pattern DRILL = Pattern.compile("id=\"drill-([0-9]+)\"");

    @TempDir Path dir;
    private RoughDesk desk;
    private RoughDesk.Browser wren;
    private RoughDesk.Browser finch;

    @BeforeEach
    void open() {
        desk = new RoughDesk(dir);
        wren = desk.signedIn(RoughDesk.WREN);
        wren.get("/sessions");
        wren.done("/channels", "kind", "paper", "label", "Paper");
        String at = "/people/" + desk.person(RoughDesk.FINCH) + "/addresses";
        wren.done(at, "channel", "1", "address", "by the door");
        String ladder = "/ladders/" + RoughDesk.number(wren.done("/ladders", "label", "Night"));
        String who = "" + desk.person(RoughDesk.FINCH);
        wren.done(ladder + "/steps/new", "person", who, "lasts", "2");
        wren.done("/codenames/new", "name", "HERON", "plan", "Ring the lawyer.", "ladder", "0");
        finch = desk.signedIn(RoughDesk.FINCH);
        finch.get("/sessions");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    /// The number of the drill that Wren begins.
    private String begun() {
        wren.done("/drills", "about", "heron", "what", "call");
        var found = DRILL.matcher(wren.get("/drills").text());
        assertTrue(found.find(), "the drill is listed");
        return found.group(1);
    }

    @Test
    void show_one_that_is_on_and_who_was_rung_over_which_way() {
        begun();

        String page = wren.get("/drills").text();

        assertTrue(page.contains("HERON (drill)"), page);
        assertTrue(page.contains("begun by Wren Tanager"), page);
        assertTrue(page.contains("Finch Linnet was rung over Paper after"), page);
        assertTrue(page.contains("Finch Linnet</bdi>: no answer"), page);
        assertTrue(page.contains("Nobody has answered yet."), page);
        assertFalse(page.contains("id=\"begin\""), "no second one");
    }

    @Test
    void are_below_whatever_is_real_and_without_its_colour_on_the_board() {
        String drill = begun();

        String board = finch.get("/").text();
        String room = finch.get("/alarms/" + drill).text();

        assertTrue(board.contains("A drill is on"), board);
        assertFalse(board.contains("card--alarm"), board);
        assertTrue(room.contains("This is a drill."), room);
        assertFalse(room.contains("tag--alarm"), room);
        assertTrue(room.contains("/alarms/" + drill + "/end-drill"), room);
        assertFalse(room.contains("/alarms/" + drill + "/end\""), room);
    }

    @Test
    void are_begun_and_seen_by_whoever_looks_after_ladders_only() {
        assertEquals(403, finch.get("/drills").status());
        assertEquals(403, finch.post("/drills", "about", "HERON", "what", "call").status());
        assertFalse(finch.get("/").text().contains("href=\"/drills\""));
        assertTrue(wren.get("/").text().contains("href=\"/drills\""));
    }

    @Test
    void are_ended_from_their_room_by_any_officer() {
        String drill = begun();

        finch.done("/alarms/" + drill + "/end-drill");

        String page = wren.get("/drills").text();
        assertTrue(page.contains("Ended by Finch Linnet after"), page);
        assertTrue(page.contains("Nobody answered."), page);
        assertTrue(page.contains("id=\"begin\""), "another can begin");
    }

    @Test
    void are_ended_where_they_were_begun() {
        wren.done("/drills/" + begun() + "/end");

        assertTrue(wren.get("/drills").text().contains("Ended by Wren Tanager after"));
    }

    @Test
    void end_nothing_that_is_real() {
        String alarm = RoughDesk.number(wren.done("/call", "who", "HERON"));

        var fromRoom = finch.post("/alarms/" + alarm + "/end-drill");
        var fromPage = wren.post("/drills/" + alarm + "/end");

        assertTrue(fromRoom.text().contains("That is no drill."), fromRoom.text());
        assertTrue(fromPage.text().contains("That is no drill."), fromPage.text());
        assertTrue(finch.get("/").text().contains("One alarm rings"));
    }

    @Test
    void are_refused_with_a_sentence_beside_another_and_beside_something_real() {
        begun();
        var second = wren.post("/drills", "about", "HERON", "what", "silence");
        assertTrue(second.text().contains("A drill is on already."), second.text());

        wren.done("/call", "who", "HERON");

        var nothing = wren.post("/drills", "about", "", "what", "flood");
        assertTrue(nothing.text().contains("Something real is open."), nothing.text());
        var third = wren.post("/drills", "about", "HERON", "what", "silence");
        assertTrue(third.text().contains("Something real is open."), third.text());
        assertTrue(wren.get("/drills").text().contains("something real rang"));
        assertFalse(wren.get("/").text().contains("A drill is on"));
    }

    @Test
    void keep_what_was_typed_when_something_is_missing() {
        var nobody = wren.post("/drills", "about", " ", "what", "silence");
        var nothing = wren.post("/drills", "about", "HEATH", "what", "flood");

        assertEquals(422, nobody.status());
        assertTrue(nobody.text().contains("invent a name"), nobody.text());
        assertEquals(422, nothing.status());
        assertTrue(nothing.text().contains("value=\"HEATH\""), nothing.text());
    }

    @Test
    void are_answered_by_somebody_else_than_whoever_began_them() {
        String drill = begun();
        wren.done("/alarms/" + drill + "/acknowledge");
        assertTrue(tick().contains("No drill has been answered yet."), tick());
        assertTrue(wren.get("/drills").text().contains("Nobody has answered yet."));

        finch.done("/alarms/" + drill + "/acknowledge");

        assertTrue(tick().contains("A drill was answered"), tick());
        String page = wren.get("/drills").text();
        assertTrue(page.contains("Finch Linnet answered at the desk after"), page);
    }

    private String tick() {
        return wren.get("/first-night").text();
    }

    @Test
    void speak_for_the_team_for_three_months() {
        finch.done("/alarms/" + begun() + "/acknowledge");

        older(Duration.ofDays(91));
        assertTrue(tick().contains("A drill was answered"), tick());
        older(Duration.ofDays(2));

        assertTrue(tick().contains("That is more than 92 days ago"), tick());
    }

    private void older(Duration time) {
        int _ =
                PastTheDesk.execute(
                        desk.rooms().store(), "UPDATE alarm_log SET at = at - ?", time.toMillis());
    }

    @Test
    void speak_every_language_of_the_desk() {
        var soyka = desk.signedIn(RoughDesk.SOYKA);
        soyka.get("/sessions");
        soyka.done("/drills", "about", "HERON", "what", "silence");

        String page = soyka.get("/drills").text();

        assertTrue(page.contains("HERON (учение)"), page);
        assertTrue(page.contains("Завершить учение"), page);
    }
}
