package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.delivery.Address;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.store.PastTheDesk;
import org.watchword.desk.watch.Ladder;
import org.watchword.desk.watch.LadderId;

/// A whole desk, changed over the forms that people use, by one person and then by a second.
class AChangeThatCouldSilence {
    @TempDir private Path directory;
    private RoughDesk desk;
    private RoughDesk.Browser wren;
    private RoughDesk.Browser soyka;

    @BeforeEach
    void a_desk_in_use() {
        desk = new RoughDesk(directory);
        wren = desk.signedIn(RoughDesk.WREN);
        desk.furnish(wren);
        soyka = desk.signedIn(RoughDesk.SOYKA);
        nobodyIsEntrustedYet();
    }

    private void nobodyIsEntrustedYet() {
        int _ =
                PastTheDesk.execute(
                        rooms().store(),
                        """
                        UPDATE watch SET state = 'draft', timer_at = NULL,
                            timer_kind = NULL, due_at = NULL\
                        """);
    }

    @AfterEach
    void it_ends() {
        desk.close();
    }

    private Desk.Rooms rooms() {
        return desk.rooms();
    }

    /// Somebody is entrusted to the desk: one armed watch, real or of a drill.
    private void armed(boolean drill) {
        int _ =
                PastTheDesk.execute(
                        rooms().store(),
                        """
                        INSERT INTO watch (id, label, schedule,
                            reminder_seconds, grace_seconds, anyone, drill,
                            state, edition, generation, touched_at, made_at)
                        VALUES (900, x'00', x'00', 0, 0, 1, ?, 'ended', 1,
                            1, 0, 0)
                        ON CONFLICT (id) DO UPDATE SET drill = ?\
                        """,
                        drill ? 1 : 0,
                        drill ? 1 : 0);
    }

    private List<Address> finchsAddresses() {
        var finch = new PersonId(desk.person(RoughDesk.FINCH));
        return rooms().store().read(handle -> rooms().delivery().addresses().of(handle, finch));
    }

    private void removeFinchsAddress(RoughDesk.Browser by) {
        long address = finchsAddresses().getFirst().id().value();
        String at = "/people/" + desk.person(RoughDesk.FINCH);
        by.get(at);
        by.done(at + "/addresses/" + address + "/remove");
    }

    private long waiting() {
        return PastTheDesk.count(rooms().store(), "pending_change WHERE state = 'waiting'");
    }

    private Ladder ladder() {
        return rooms().watch().ladders().ladder(new LadderId(1)).orElseThrow();
    }

    private RoughDesk.Page agreed(RoughDesk.Browser by, long id) {
        by.get("/changes");
        return by.post("/changes/" + id + "/agree");
    }

    /// As after a day, whatever the clock says.
    private void aDayLater() {
        int _ = PastTheDesk.execute(rooms().store(), "UPDATE pending_change SET due_at = 1");
        for (int i = 0; i < 200 && waiting() > 0; i++) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        assertEquals(0, waiting(), "nothing waits any more");
    }

    @Test
    void counts_at_once_before_the_first_armed_watch_and_in_a_drill() {
        removeFinchsAddress(wren);
        assertEquals(0, finchsAddresses().size());
        armed(true);
        wren.done("/channels/1/switch", "to", "off");
        assertEquals(0, waiting());
    }

    @Test
    void keeps_an_address_until_somebody_else_agrees_and_nobody_agrees_with_himself() {
        armed(false);
        removeFinchsAddress(wren);
        assertEquals(1, finchsAddresses().size(), "it rings on");
        removeFinchsAddress(wren);
        assertEquals(1, waiting(), "asked twice is asked once");
        assertEquals(409, agreed(wren, 1).status());
        assertEquals(1, finchsAddresses().size());
        assertEquals(303, agreed(soyka, 1).status());
        assertEquals(0, finchsAddresses().size());
        assertEquals(409, agreed(soyka, 1).status(), "it waits no more");
    }

    @Test
    void counts_after_a_day_alone_also_when_the_desk_was_killed_in_between() {
        armed(false);
        removeFinchsAddress(wren);
        aDayLater();
        assertEquals(0, finchsAddresses().size());
    }

    @Test
    void asked_for_by_two_people_counts() {
        armed(false);
        removeFinchsAddress(wren);
        removeFinchsAddress(soyka);
        assertEquals(0, finchsAddresses().size());
        assertEquals(0, waiting());
    }

    @Test
    void is_taken_back_by_anybody() {
        armed(false);
        removeFinchsAddress(wren);
        soyka.get("/changes");
        soyka.done("/changes/1/withdraw");
        assertEquals(0, waiting());
        assertEquals(1, finchsAddresses().size());
        assertEquals(409, agreed(soyka, 1).status());
    }

    @Test
    void is_no_addition_which_counts_at_once() {
        armed(false);
        String at = "/people/" + desk.person(RoughDesk.FINCH);
        wren.get(at);
        wren.done(at + "/addresses", "channel", "1", "address", "at the baker's");
        assertEquals(2, finchsAddresses().size());
        wren.done("/channels", "kind", "paper", "label", "By hand too");
        wren.done("/ladders/1/steps/new", "role", "duty", "lasts", "1", "seen", seen("/ladders/1"));
        assertEquals(3, ladder().steps().size());
        assertEquals(0, waiting());
    }

    private String seen(String path) {
        var found =
                Pattern.compile("name=\"seen\" value=\"([^\"]*)\"").matcher(wren.get(path).text());
        return found.find() ? found.group(1) : "";
    }

    @Test
    void leaves_a_ladder_ringing_as_before_and_as_it_is_to_be() {
        armed(false);
        Ladder before = ladder();
        wren.done(
                "/ladders/1/steps/1",
                "person",
                "" + desk.person(RoughDesk.SOYKA),
                "lasts",
                "5",
                "seen",
                seen("/ladders/1/steps/1"));
        Ladder.Step first = ladder().steps().getFirst();
        assertTrue(first.targets().containsAll(before.steps().getFirst().targets()), "the old");
        assertEquals(2, first.targets().size(), "and the new");
        assertEquals(before.steps().getFirst().lasts(), first.lasts(), "no later");
        wren.done("/ladders/1/steps/2/remove", "seen", seen("/ladders/1"));
        assertEquals(2, ladder().steps().size(), "a step taken away waits too");
        assertEquals(303, agreed(soyka, 1).status());
        assertEquals(1, ladder().steps().getFirst().targets().size());
        assertEquals(5, ladder().steps().getFirst().lasts().toMinutes());
    }

    @Test
    void of_a_ladder_that_was_changed_since_is_dropped() {
        armed(false);
        wren.done("/ladders/1/steps/2/remove", "seen", seen("/ladders/1"));
        wren.done("/ladders/1/steps/new", "role", "duty", "lasts", "1", "seen", seen("/ladders/1"));
        assertEquals(409, agreed(soyka, 1).status());
        assertEquals(3, ladder().steps().size());
        assertEquals(0, waiting());
    }

    @Test
    void to_a_text_a_channel_or_a_code_name_waits() {
        armed(false);
        wren.done("/texts/alarm/en", "back", "yes");
        wren.done("/channels/1/switch", "to", "off");
        wren.done("/codenames/new", "name", "ALDER", "plan", "", "ladder", "0");
        wren.done("/codenames/2/retire");
        assertEquals(3, waiting());
        var channel =
                rooms().store()
                        .read(handle ->
                                rooms().delivery()
                                        .channels()
                                        .find(handle, new ChannelId(1))
                                        .orElseThrow());
        assertTrue(channel.active());
        assertEquals(2, rooms().watch().ladders().codenames().size());
        String board = soyka.get("/").text();
        assertTrue(board.contains("href=\"/changes\""), "the board says so");
        aDayLater();
        assertEquals(1, rooms().watch().ladders().codenames().size());
    }

    @Test
    void takes_no_code_name_out_of_a_watch_that_is_about_it() {
        armed(false);
        var page = wren.post("/codenames/1/retire");
        assertEquals(409, page.status());
        assertTrue(page.text().contains("First end the watch"), page.text());
        assertEquals(0, waiting(), "nor by waiting");
        wren.done("/codenames/new", "name", "ALDER", "plan", "", "ladder", "0");
        wren.done("/codenames/2/retire");
        wren.done(
                "/watches/new",
                "label",
                "The house",
                "about",
                "2",
                "zone",
                "Europe/Riga",
                "times",
                "09:00",
                "days",
                "1",
                "reminder",
                "15",
                "grace",
                "30");
        assertEquals(409, agreed(soyka, 1).status(), "a watch has come meanwhile");
        assertEquals(2, rooms().watch().ladders().codenames().size());
    }

    @Test
    void takes_no_ladder_from_a_watch_that_rings_it() {
        wren.done("/ladders", "label", "Day");
        wren.done(
                "/watches/new",
                "label",
                "The house",
                "about",
                "1",
                "zone",
                "Europe/Riga",
                "times",
                "09:00",
                "days",
                "1",
                "reminder",
                "15",
                "grace",
                "30",
                "ladder",
                "2");
        wren.get("/ladders/2");
        assertEquals(409, wren.post("/ladders/2/remove").status());
        assertEquals(2, rooms().watch().ladders().all().size());
    }

    @Test
    void to_the_settings_of_a_channel_waits_and_its_name_does_not() {
        armed(false);
        String[] mail = {
            "set-host",
            "127.0.0.2",
            "set-port",
            "9",
            "set-security",
            "tls",
            "set-from",
            "desk@example.org",
            "label",
            "Post"
        };
        wren.done("/channels/2", mail);
        assertEquals(1, waiting());
        var host =
                rooms().store()
                        .read(handle ->
                                rooms().delivery()
                                        .channels()
                                        .find(handle, new ChannelId(2))
                                        .orElseThrow()
                                        .settings()
                                        .getOrDefault("host", ""));
        assertEquals("127.0.0.1", host);
        mail[1] = "127.0.0.1";
        wren.done("/channels/2", mail);
        assertEquals(1, waiting(), "another name alone counts");
    }

    @Test
    void takes_nobody_out_of_the_team_and_no_role_but_signs_out_at_once() {
        var finch = desk.signedIn(RoughDesk.FINCH);
        assertEquals(200, finch.get("/").status());
        armed(false);
        String at = "/people/" + desk.person(RoughDesk.FINCH);
        wren.get(at);
        wren.done(at, "name", RoughDesk.FINCH, "language", "en", "seen", seen(at));
        var people = rooms().accounts().people();
        var id = new PersonId(desk.person(RoughDesk.FINCH));
        var now = rooms().store().read(handle -> people.find(handle, id).orElseThrow());
        assertTrue(now.active());
        assertFalse(now.roles().isEmpty());
        assertEquals(2, waiting(), "out, and without a role");
        assertEquals(303, finch.get("/").status(), "signed out");
        wren.get("/roles/duty");
        wren.done("/roles/duty", "label", "The duty");
        assertEquals(3, waiting());
        aDayLater();
        var then = rooms().store().read(handle -> people.find(handle, id).orElseThrow());
        assertFalse(then.active());
    }

    @Test
    void never_lies_readable_and_holds_nothing_once_it_is_settled() {
        armed(false);
        wren.done("/texts/alarm/en", "back", "yes");
        wren.get("/changes");
        wren.done("/changes/1/withdraw");
        long bytes =
                rooms().store()
                        .read(handle ->
                                handle.createQuery("SELECT sum(length(what)) FROM pending_change")
                                        .mapTo(Long.class)
                                        .one());
        assertEquals(0, bytes);
    }
}
