package org.watchword.desk.rota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.accounts.OneIsOut;
import org.watchword.desk.accounts.TeamOnDisk;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.watch.Markup;

class AShiftSheet {
    private static final Instant START = Instant.parse("2021-02-04T15:00:00Z");

    @TempDir Path directory;
    private RotaBrowser desk;
    private RoleId duty;
    private PersonId wren;
    private PersonId finch;
    private PersonId heron;

    @BeforeEach
    void threePeople() {
        var team = new TeamOnDisk(directory, START);
        duty = team.role("duty", "answer");
        team.role("lawyer", "answer");
        wren = team.stub(1, "Wren", duty);
        finch = team.stub(2, "Finch", duty);
        heron = team.stub(3, "Heron", new RoleId("lawyer"));
        desk = new RotaBrowser(team, ZoneId.of("UTC"));
        desk.as(wren);
        var shift = new RotaDesk.Plan(duty, wren, START, START.plus(Duration.ofHours(8)));
        assertTrue(desk.tools.desk().plan(shift, START) instanceof Planned.Done);
        number(wren, "+999 555 0101");
        number(heron, "+999 555 0103");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void number(PersonId person, String number) {
        var _ =
                desk.team
                        .store
                        .writer()
                        .write(
                                Lane.ORDINARY,
                                turn -> {
                                    var channels = desk.delivery.channels();
                                    var channel = channels.add(turn, "By hand", "paper", Map.of());
                                    return desk.delivery
                                            .addresses()
                                            .add(turn, person, channel, number);
                                });
    }

    /// The paper lasts longer than a page, and a number on it is called.
    @Test
    void has_no_number_of_whoever_is_shut_out() {
        desk.named.add(heron);
        desk.team.accounts.ask(new OneIsOut(heron));
        desk.pages.post("/rota/sheets");
        var sheet = desk.pages.get("/rota/sheets/1");
        assertEquals(List.of(), Markup.complaints(sheet.text()));
        assertTrue(sheet.says("Do not call"), sheet.text());
        assertFalse(sheet.says("+999 555 0103"), sheet.text());
        assertTrue(sheet.says("+999 555 0101"), sheet.text());
    }

    @Test
    void says_who_is_on_duty_and_how_everybody_a_ladder_may_ring_is_reached() {
        desk.named.add(heron);
        desk.tools.handovers().write(duty, finch, "ALDER sleeps at noon.", START);
        assertEquals("/rota/sheets/1", desk.pages.post("/rota/sheets").location());
        var sheet = desk.pages.get("/rota/sheets/1");
        assertEquals(List.of(), Markup.complaints(sheet.text()));
        for (String there :
                List.of(
                        "Sheet 1",
                        "Wren",
                        "4 Feb 23:00",
                        "+999 555 0101",
                        "+999 555 0103",
                        "ALDER sleeps at noon.",
                        "When the desk is out of reach",
                        "Your notes")) {
            assertTrue(sheet.says(there), there + " in " + sheet.text());
        }
        assertFalse(sheet.says("<bdi>Finch</bdi></b> <span"), "nobody rings Finch that night");
    }

    @Test
    void every_making_has_the_next_number_and_stands_in_the_list() {
        desk.pages.post("/rota/sheets");
        desk.as(finch);
        assertEquals("/rota/sheets/2", desk.pages.post("/rota/sheets").location());
        var list = desk.pages.get("/rota/sheets");
        assertTrue(list.text().indexOf("Finch") < list.text().lastIndexOf("Wren"));
        assertEquals(List.of(), Markup.complaints(list.text()));
    }

    @Test
    void opens_for_nobody_else_and_not_for_long() {
        desk.pages.post("/rota/sheets");
        desk.as(finch);
        assertFalse(desk.pages.get("/rota/sheets/1").says("+999 555 0101"));
        desk.as(wren);
        assertTrue(desk.pages.get("/rota/sheets/1").says("+999 555 0101"));
        desk.team.clock.pass(SheetPages.OPENS);
        desk.as(wren);
        var late = desk.pages.get("/rota/sheets/1");
        assertFalse(late.says("+999 555 0101"));
        assertTrue(late.says("Make a new one"));
        assertEquals(404, desk.pages.get("/rota/sheets/2").status());
    }

    @Test
    void asks_for_the_passphrase() {
        desk.team.clock.pass(Duration.ofMinutes(6));
        assertEquals(403, desk.pages.post("/rota/sheets").status());
        assertTrue(desk.pages.get("/rota/sheets").says("No sheet was made yet"));
        String asked = desk.pages.get("/rota/sheets/1").location();
        assertTrue(asked.startsWith("/confirm"), asked);
    }
}
