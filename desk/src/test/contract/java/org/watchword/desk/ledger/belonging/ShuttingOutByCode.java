package org.watchword.desk.ledger.belonging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.accounts.StaffPages.Page;
import org.watchword.desk.accounts.TeamOnDisk;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.rota.SheetCodes;
import org.watchword.desk.rota.Sheets;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.formats.membership.Standing;

/// Nobody can sign in, and a shift sheet lies on the table.
class ShuttingOutByCode extends FourBrowsers {
    private static final String RINGS = "belonging.by-code.rings";

    ShuttingOutByCode(@TempDir Path directory) {
        super(directory);
    }

    private String codeOf(PersonId by) {
        return codes.on(new Sheets(team.store).make(by, team.clock.instant()));
    }

    /// From a browser in which nobody is signed in.
    private Page types(String code, String name) {
        browser.carry("");
        browser.get("/shut-out");
        return browser.post("/shut-out", "code", code, "name", name);
    }

    private void refuses(String code, String name, String why) {
        var page = types(code, name);
        assertEquals(422, page.status(), page.text());
        assertTrue(page.says(why), page.text());
        assertEquals(List.of(), rung);
    }

    @Test
    void shuts_one_person_out_once_and_rings() {
        founded();
        gullIsIn();
        var gulls = as("Gull");
        assertEquals(200, gulls.status());
        String code = codeOf(rook);
        assertTrue(code.matches("\\d{5} \\d{5} \\d{5}"), code);
        var page = types(" " + code.replace(" ", "") + " ", "  gull ");
        assertEquals(200, page.status(), page.text());
        assertTrue(page.says("signed out everywhere"));
        assertInstanceOf(Standing.Suspended.class, standing(gull));
        assertEquals(List.of(RINGS), rung);
        wasSignedOut("Gull");
        rung.clear();
        refuses(code, "Heron", "no such code");
        assertInstanceOf(Standing.Confirmed.class, standing(heron));
    }

    @Test
    void shuts_out_whom_the_list_never_let_in() {
        founded();
        var adder = team.join("Adder", new RoleId("keeper"));
        as("Adder");
        assertEquals(200, types(codeOf(rook), "Adder").status());
        assertEquals(List.of(RINGS), rung);
        wasSignedOut("Adder");
        assertTrue(now().standing(AtSignIn.number(adder)).isEmpty());
        browser.get("/sign-in");
        var again = browser.post("/sign-in", "name", "Adder", "passphrase", TeamOnDisk.PASSPHRASE);
        assertEquals(422, again.status(), "signed in again");
        rung.clear();
        refuses(codeOf(rook), "Adder", "shut out already");
    }

    @Test
    void says_what_is_wrong_and_the_code_stays_good() {
        founded();
        gullIsIn();
        String code = codeOf(rook);
        refuses(code, "Nobody Here", "Nobody has this name");
        refuses(code, "", "Nobody has this name");
        refuses("", "Gull", "no such code");
        refuses("00000 00000 00000", "Gull", "no such code");
        refuses(code + "1", "Gull", "no such code");
        assertEquals(200, types(code, "Gull").status());
        rung.clear();
        String another = codeOf(rook);
        refuses(another, "Gull", "shut out already");
        assertEquals(200, types(another, "Heron").status());
    }

    @Test
    void does_not_tell_who_has_no_code_which_names_there_are() {
        founded();
        String there = types("11111 11111 11111", "Rook").text();
        String not = types("11111 11111 11111", "Nobody Here").text();
        assertEquals(bare(there, "Rook"), bare(not, "Nobody Here"));
    }

    private static String bare(String text, String name) {
        return text.replace(name, "").replaceAll("value=\"[0-9A-Za-z_-]{20,}\"", "");
    }

    @Test
    void is_over_after_a_day_and_with_whoever_made_the_sheet() {
        founded();
        gullIsIn();
        String gulls = codeOf(gull);
        String rooks = codeOf(rook);
        String other = codeOf(rook);
        assertEquals(200, types(rooks, "Gull").status());
        rung.clear();
        refuses(gulls, "Heron", "no such code");
        team.clock.pass(SheetCodes.LASTS);
        refuses(other, "Heron", "no such code");
        assertInstanceOf(Standing.Confirmed.class, standing(heron));
    }

    /// Two type it at once: the second finds it used in the turn that would use it.
    @Test
    void is_used_in_one_turn_only() {
        var sheets = new Sheets(team.store);
        long number = sheets.make(rook, team.clock.instant());
        var sheet = team.store.read(handle -> sheets.find(handle, number)).orElseThrow();
        for (boolean good : new boolean[] {true, false}) {
            assertEquals(
                    good,
                    team.store
                            .writer()
                            .write(
                                    Lane.FIRST,
                                    turn -> SheetCodes.use(turn, sheet, team.clock.instant())));
        }
    }

    @Test
    void makes_whoever_guesses_wait_but_never_a_right_code() {
        founded();
        gullIsIn();
        String code = codeOf(rook);
        for (int i = 0; i < 4; i++) {
            types("22222 22222 22222", "Gull");
        }
        refuses("22222 22222 22222", "Gull", "second");
        assertFalse(types(code, "Gull").text().contains("name=\"code\""));
        team.clock.pass(Duration.ofMinutes(1));
    }

    @Test
    void is_refused_while_nobody_belongs_yet() {
        String code = codeOf(rook);
        assertEquals(409, types(code, "Gull").status());
        assertEquals(List.of(), rung);
    }
}
