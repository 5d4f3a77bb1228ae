package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.accounts.SignedIn;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.cli.Settings;
import org.watchword.desk.ledger.Appended;
import org.watchword.desk.watch.Markup;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.Keys;
import org.watchword.formats.membership.Statement;
import org.watchword.formats.slot.AccountKeys;

/// One envelope, over the pages that people use: Wren fills it, Finch holds it and opens it in the
/// alarm, Soyka reads the case and does not hold it.
class AnEnvelopeOnPages {
    private static final String ADDRESS = "Mill Lane 7, second floor";
    private static final String NAME = "Ilya Invented";
    private static final String REASON = "Nobody answers the telephone.";
    private static final Pattern PLACE = Pattern.compile("name=\"place\" value=\"([0-9a-f-]+)\"");
    private static final Pattern TITLE = Pattern.compile("<title>([^<]*)</title>");

    private static final Pattern OPENING = Pattern.compile("name=\"opening\" value=\"([0-9]+)\"");

    private RoughDesk desk;
    private RoughDesk.Browser wren;
    private RoughDesk.Browser soyka;
    private RoughDesk.Browser finch;
    private String door;

    @TempDir Path dir;

    @BeforeEach
    void open() {
        desk = new RoughDesk(dir);
        founded();
        wren = desk.signedIn(RoughDesk.WREN);
        desk.furnish(wren);
        soyka = desk.signedIn(RoughDesk.SOYKA);
        finch = desk.signedIn(RoughDesk.FINCH);
        door = room() + "/envelope/1";
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private String room() {
        return "/alarms/" + desk.there.get("alarms");
    }

    /// The membership chain, and a compartment of Wren's and Soyka's.
    private void founded() {
        try (var wren = keys(RoughDesk.WREN);
                var soyka = keys(RoughDesk.SOYKA);
                var finch = keys(RoughDesk.FINCH)) {
            var members = desk.rooms().ledger().members();
            stands(
                    members.found(
                            List.of(
                                    new Statement.Founder(account(RoughDesk.WREN), shown(wren)),
                                    new Statement.Founder(account(RoughDesk.SOYKA), shown(soyka))),
                            wren));
            stands(members.says(new Statement.FoundingSigned(account(RoughDesk.SOYKA)), soyka));
            stands(members.says(members.deskKey(), wren, soyka));
            AccountNumber third = account(RoughDesk.FINCH);
            stands(members.says(new Statement.Invited(third), wren));
            stands(members.says(new Statement.Accepted(third, shown(finch)), finch));
            stands(members.says(new Statement.Confirmed(third, shown(finch)), soyka));
            var compartments = desk.rooms().ledger().compartments();
            stands(
                    compartments.open(
                            compartments.ofANewCase(), Set.of(account(RoughDesk.SOYKA)), wren));
        }
    }

    private AccountKeys keys(String name) {
        var person = new PersonId(desk.person(name));
        return SignedIn.keys(desk.rooms().accounts(), person, RoughDesk.PASSPHRASE);
    }

    private AccountNumber account(String name) {
        return new AccountNumber(desk.person(name));
    }

    private static Keys shown(AccountKeys of) {
        return Keys.of(of.signing(), of.reading());
    }

    private static void stands(Appended came) {
        assertInstanceOf(Appended.Stands.class, came, came::toString);
    }

    private static void says(String what, RoughDesk.Page page) {
        assertTrue(page.text().contains(what), page.text());
        String bare = page.text().replaceAll("(?s)<script>.*?</script>", "");
        assertEquals(List.of(), Markup.complaints(bare));
    }

    private static void saysNothingOfIt(RoughDesk.Page page) {
        for (String secret : List.of(ADDRESS, NAME)) {
            assertFalse(page.text().contains(secret), page.text());
        }
    }

    /// Wren seals it for these.
    private void filledFor(String... holders) {
        var form = wren.get("/codenames/1/envelope");
        var place = PLACE.matcher(form.text());
        assertTrue(place.find(), form.text());
        var fields = new ArrayList<>(List.of("name", NAME, "address", ADDRESS));
        for (String holder : holders) {
            fields.addAll(List.of("holder", "" + desk.person(holder)));
        }
        fields.addAll(List.of("place", place.group(1)));
        wren.done("/codenames/1/envelope", fields.toArray(String[]::new));
    }

    @Test
    void is_filled_by_a_case_lead_who_reads_in_its_compartment() {
        var empty = wren.get("/codenames/1/envelope");
        says("There is no envelope yet.", empty);
        says("Read by Wren Tanager, Сойка Лесная", empty);
        assertEquals(422, wren.post("/codenames/1/envelope", "address", ADDRESS).status());
        filledFor(RoughDesk.FINCH);
        says(ADDRESS, wren.get("/codenames/1/envelope"));
        says("held by 1 person", wren.get("/codenames/1"));
        assertEquals(403, finch.get("/codenames/1/envelope").status());
    }

    @Test
    void opens_for_its_holder_alone_by_a_reason_and_shows_the_address_first() {
        filledFor(RoughDesk.FINCH);
        assertFalse(soyka.get(room()).text().contains("href=\"" + door + "\""));
        assertEquals(403, soyka.get(door).status());
        var refused = soyka.post(door, "reason", REASON);
        assertEquals(403, refused.status());
        saysNothingOfIt(refused);
        says("href=\"" + door + "\"", finch.get(room()));
        var before = finch.get(door);
        says("Give a reason and it opens.", before);
        saysNothingOfIt(before);
        assertEquals(422, finch.post(door, "reason", " ").status());
        assertEquals(422, finch.post(door, "reason", "x".repeat(201)).status());
        var opened = finch.post(door, "reason", REASON);
        assertEquals(200, opened.status());
        assertTrue(opened.text().indexOf(ADDRESS) < opened.text().indexOf(NAME), opened.text());
        assertTrue(opened.header("Cache-Control").contains("no-store"));
        var title = TITLE.matcher(opened.text());
        assertTrue(title.find());
        assertEquals("Emergency envelope · Harbour", title.group(1));
    }

    @Test
    void is_shown_again_by_a_press_and_by_no_address_and_the_team_knows() {
        filledFor(RoughDesk.FINCH);
        finch.get(door);
        says(ADDRESS, finch.post(door, "reason", REASON));
        var after = finch.get(door);
        says("You can see it again until", after);
        saysNothingOfIt(after);
        says(ADDRESS, finch.post(door + "/show"));
        // The form that was sent a second time.
        assertEquals(303, finch.post(door, "reason", REASON).status());
        var room = wren.get(room());
        says("Finch Linnet opened it", room);
        says(REASON, room);
        says("Finch Linnet opened the emergency envelope of HERON", wren.get("/"));
        String logged = desk.logged();
        for (String typed : List.of(ADDRESS, NAME, REASON)) {
            assertFalse(logged.contains(typed), logged);
        }
    }

    @Test
    void opens_for_a_second_holder_after_a_second_person_agreed() {
        filledFor(RoughDesk.FINCH, RoughDesk.WREN);
        finch.get(door);
        says(ADDRESS, finch.post(door, "reason", REASON));
        says("Finch Linnet opened it in this alarm", wren.get(door));
        wren.done(door, "reason", "Finch cannot be reached.");
        says("A second person has to agree", wren.get(door));
        assertFalse(OPENING.matcher(wren.get(room()).text()).find());
        var asked = OPENING.matcher(soyka.get(room()).text());
        assertTrue(asked.find());
        soyka.done(door + "/agree", "opening", asked.group(1));
        says("agreed. It can be opened now.", wren.get(door));
        says(ADDRESS, wren.post(door + "/show"));
    }

    @Test
    void is_looked_for_by_check_beside_the_desk_that_runs() {
        assertEquals(List.of("envelope.check.none"), findings(false));
        filledFor(RoughDesk.FINCH);
        assertEquals(List.of("envelope.check.held"), findings(true));
    }

    private List<String> findings(boolean well) {
        var settings =
                new Settings(
                        "Harbour", ZoneId.of("Europe/Riga"), new Language("en"), "127.0.0.1", 0);
        var outcome = Checking.of(dir, settings, Wiring.words().in(new Language("en")));
        return assertInstanceOf(Checking.Looked.class, outcome).findings().stream()
                .filter(finding -> finding.well() == well)
                .map(finding -> finding.says().key())
                .filter(key -> key.startsWith("envelope."))
                .toList();
    }
}
