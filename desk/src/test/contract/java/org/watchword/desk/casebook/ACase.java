package org.watchword.desk.casebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.casebook.Quay.GULL;
import static org.watchword.desk.casebook.Quay.HERON;
import static org.watchword.desk.casebook.Quay.ROOK;
import static org.watchword.desk.casebook.Quay.WREN;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.accounts.StaffPages;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.desk.vault.Unattended;
import org.watchword.formats.casefile.Saying;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.EntryType;
import org.watchword.formats.membership.Statement;

/// A case from its opening on, as its readers see it.
class ACase {
    private static final Pattern TITLE = Pattern.compile("<title>(.*?)</title>");
    private static final Pattern NOTE =
            Pattern.compile("<p class=\"said-words\" dir=\"auto\">(.*?)</p>");
    private static final Pattern OLDER =
            Pattern.compile("href=\"(/cases/[0-9a-f]+[?]before=[0-9]+)\"");

    private static final Pattern NAME =
            Pattern.compile("<bdi class=\"code-name\">(.*?)</bdi></a></h2>");

    private final Quay quay;

    ACase(@TempDir Path directory) {
        quay = new Quay(directory);
    }

    @AfterEach
    void close() {
        quay.close();
    }

    private static List<String> notes(StaffPages.Page page) {
        return NOTE.matcher(page.text()).results().map(found -> found.group(1)).toList();
    }

    @Test
    void is_seen_by_its_readers_and_by_nobody_else() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        assertTrue(quay.as(ROOK).get("/cases").says("TERN"));
        assertEquals(200, quay.as(ROOK).get(tern).status());
        for (var other : List.of(GULL, HERON, Quay.FINCH)) {
            assertFalse(quay.as(other).get("/cases").says("TERN"));
            assertEquals(404, quay.browser.get(tern).status());
            assertEquals(404, quay.browser.get(tern + "/compartments").status());
            assertEquals(404, quay.browser.post(tern + "/notes").status());
        }
    }

    @Test
    void has_its_name_in_no_title_and_no_address() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        quay.wrote(WREN, tern, "Core", "the second house");
        for (String at : List.of("/cases", tern, tern + "/compartments", "/cases/new")) {
            var title = TITLE.matcher(quay.as(WREN).get(at).text());
            assertTrue(title.find());
            assertFalse(title.group(1).contains("TERN"), title.group(1));
        }
        String id = quay.place(WREN).ofCase().octets().hex();
        assertFalse(tern.contains(id.substring(0, 8)), "the number of the case is elsewhere too");
    }

    @Test
    void shows_what_each_wrote_where_the_last_first() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        quay.wrote(WREN, tern, "Core", "the road by the river");
        quay.team.clock.pass(Duration.ofSeconds(60));
        quay.wrote(ROOK, tern, "Core", "the <second> house");
        var page = quay.as(WREN).get(tern);
        assertEquals(List.of("the &lt;second&gt; house", "the road by the river"), notes(page));
        assertTrue(page.says("<b><bdi>Rook</bdi></b>"));
        assertTrue(page.says("29 Nov 2026 15:05 GMT"), page.text());
        assertTrue(page.says("Opened the compartment Core of the case TERN."));
    }

    @Test
    void shows_each_only_what_lies_in_his_own_compartments() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        quay.room(WREN, tern, "location", GULL);
        quay.wrote(WREN, tern, "Core", "called at nine");
        quay.wrote(WREN, tern, "Location", "the blue door");
        assertEquals(List.of("the blue door", "called at nine"), notes(quay.as(WREN).get(tern)));
        assertEquals(List.of("called at nine"), notes(quay.as(ROOK).get(tern)));
        var gulls = quay.as(GULL).get(tern);
        assertEquals(List.of("the blue door"), notes(gulls));
        assertTrue(gulls.says("TERN"), "the name of the case comes with each compartment");
        assertFalse(gulls.says(">Core<"));
        assertFalse(gulls.says("Rook"));
    }

    @Test
    void opens_nothing_again_that_its_reader_verified() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        quay.wrotes(WREN, IntStream.range(0, 140).mapToObj(i -> "call " + i).toList());
        String old = tern + "?before=90";
        List<String> shown = notes(quay.as(WREN).get(old));
        assertEquals(CaseLimits.TIMELINE, shown.size());
        quay.written();
        quay.tampers("UPDATE entry SET sealed = zeroblob(length(sealed))");
        assertEquals(shown, notes(quay.as(WREN).get(old)));
        assertEquals(List.of(), notes(quay.as(ROOK).get(old)), "he never verified them");
    }

    @Test
    void shows_every_entry_once_over_its_pages() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        quay.room(WREN, tern, "location", GULL);
        String core = quay.choice(tern, "Core");
        String location = quay.choice(tern, "Location");
        int many = 2 * CaseLimits.TIMELINE + 7;
        for (int i = 0; i < many; i++) {
            // Now three in one, now one in the other.
            String where = i % 4 == 3 ? location : core;
            quay.browser.post(tern + "/notes", "compartment", where, "text", "note " + i);
        }
        var read = new ArrayList<String>();
        var page = quay.browser.get(tern);
        int pages = 1;
        while (true) {
            assertTrue(notes(page).size() <= CaseLimits.TIMELINE);
            read.addAll(notes(page));
            var older = OLDER.matcher(page.text());
            if (!older.find()) {
                break;
            }
            page = quay.browser.get(older.group(1));
            pages++;
        }
        assertEquals(
                IntStream.range(0, many).mapToObj(i -> "note " + (many - 1 - i)).toList(), read);
        assertEquals(3, pages);
    }

    @Test
    void with_one_reader_is_red_and_is_opened_by_who_knows_that() {
        quay.as(WREN).get("/cases/new");
        var asked = quay.browser.post("/cases", "name", "TERN");
        assertEquals(422, asked.status());
        assertTrue(asked.says("Choose at least one more reader"));
        assertTrue(asked.says("value=\"TERN\""), "what was typed stays");
        assertFalse(quay.browser.get("/cases").says("TERN"));
        String tern = quay.opened(WREN, "TERN");
        assertTrue(quay.browser.get(tern).says("is lost with the one who reads it"));
        assertTrue(quay.browser.get("/cases").says("only one reads"));
    }

    @Test
    void is_opened_once_however_often_its_form_is_sent() {
        quay.opened(WREN, "TERN", ROOK);
        quay.browser.get("/cases/new");
        var again = quay.browser.post("/cases", "name", "Tern", "reader", "2");
        assertEquals(422, again.status());
        assertTrue(again.says("You already read in a case of this name"));
        assertEquals(1, quay.now().compartments().size());
    }

    @Test
    void lets_in_nobody_who_is_not_confirmed() {
        quay.as(WREN);
        assertFalse(quay.browser.get("/cases/new").says("Finch"));
        var refused = quay.browser.post("/cases", "name", "TERN", "reader", "5");
        assertEquals(422, refused.status());
        assertTrue(refused.says("is not confirmed, or is shut out"), refused.text());
        assertEquals(0, quay.now().compartments().size());
    }

    @Test
    void takes_one_note_from_a_page_that_was_sent_twice() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        String core = quay.choice(tern, "Core");
        String seen = seen(quay.browser.get(tern));
        for (int i = 0; i < 2; i++) {
            var came =
                    quay.browser.post(
                            tern + "/notes", "compartment", core, "text", "twice", "seen", seen);
            assertEquals(tern, came.location());
        }
        assertEquals(List.of("twice"), notes(quay.browser.get(tern)));
        quay.wrote(WREN, tern, "Core", "twice");
        String later = seen(quay.browser.get(tern));
        quay.browser.post(tern + "/notes", "compartment", core, "text", "twice", "seen", later);
        assertEquals(3, notes(quay.browser.get(tern)).size(), "the same again, later, is another");
    }

    private static String seen(StaffPages.Page page) {
        var seen = Pattern.compile("name=\"seen\" value=\"([0-9]+)\"").matcher(page.text());
        assertTrue(seen.find());
        return seen.group(1);
    }

    @Test
    void asks_into_which_compartment_where_there_are_several() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        quay.room(WREN, tern, "location", GULL);
        var asked = quay.browser.post(tern + "/notes", "compartment", "", "text", "the blue door");
        assertEquals(422, asked.status());
        assertTrue(asked.says("it decides who reads the note"));
        assertTrue(asked.says(">the blue door</textarea>"));
        assertEquals(List.of(), notes(quay.browser.get(tern)));
    }

    @Test
    void shows_what_colleagues_and_the_desk_added_as_theirs() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        var place = quay.place(WREN);
        var note = new Saying.Note("a call from the mother");
        quay.added(place, GULL, note.type(), note.body());
        quay.unattended(place, Unattended.ALARM);
        var page = quay.as(ROOK).get(tern);
        assertTrue(page.says("a call from the mother"));
        assertTrue(page.says("<b><bdi>Gull</bdi></b>"));
        assertTrue(page.says("(does not read here)"));
        assertTrue(page.says("Written by the desk, unattended"));
    }

    @Test
    void is_named_by_no_stranger() {
        quay.opened(WREN, "TERN", ROOK);
        var other = new Saying.CompartmentOpened("core", "SKUA");
        quay.added(quay.place(WREN), GULL, other.type(), other.body());
        assertFalse(quay.as(WREN).get("/cases").says("SKUA"));
        // Opened, and its opener did not come to name it.
        Quay.stands(
                quay.ledger
                        .compartments()
                        .open(
                                quay.ledger.compartments().ofANewCase(),
                                List.of(Quay.number(ROOK)),
                                Quay.keys(HERON)));
        quay.added(quay.place(HERON), GULL, other.type(), other.body());
        assertFalse(quay.as(HERON).get("/cases").says("SKUA"));
        assertTrue(quay.browser.get("/cases").says("Without a name"));
    }

    @Test
    void without_a_name_is_named_by_a_reader() {
        Quay.stands(
                quay.ledger
                        .compartments()
                        .open(
                                quay.ledger.compartments().ofANewCase(),
                                List.of(Quay.number(ROOK)),
                                Quay.keys(HERON)));
        var link = Pattern.compile("href=\"(/cases/[0-9a-f]{24})\"");
        var found = link.matcher(quay.as(ROOK).get("/cases").text());
        assertTrue(found.find());
        String there = found.group(1);
        var page = quay.browser.get(there);
        assertTrue(page.says("Nobody gave this compartment its name"));
        assertFalse(page.says("Add a note"), "notes would push its name out of the first entries");
        String way = quay.ways(there).getFirst();
        String address = way.substring(way.lastIndexOf('/') + 1);
        var note = quay.browser.post(there + "/notes", "compartment", address, "text", "too early");
        assertEquals(422, note.status());
        assertTrue(note.says(">too early</textarea>"), "and is not lost");
        assertEquals(422, quay.browser.post(way + "/name", "name", "core").status());
        quay.browser.post(way + "/name", "name", "core", "code-name", "PLOVER");
        assertTrue(quay.as(HERON).get("/cases").says("PLOVER"));
    }

    @Test
    void shows_an_entry_that_was_changed_as_there_and_nothing_of_it() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        quay.wrote(WREN, tern, "Core", "the road by the river");
        quay.wrote(WREN, tern, "Core", "the second house");
        quay.turnsAByte(1);
        var page = quay.as(ROOK).get(tern);
        assertEquals(200, page.status());
        assertEquals(List.of("the second house"), notes(page));
        assertTrue(page.says("changed after it was written"), page.text());
        assertTrue(page.says("ciphertext-changed"));
    }

    @Test
    void whose_first_entry_was_changed_is_there_without_its_name() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        quay.wrote(WREN, tern, "Core", "the second house");
        quay.tampers(
                "UPDATE entry SET leaf = zeroblob(96) WHERE number ="
                        + " (SELECT min(number) FROM entry)");
        var list = quay.as(ROOK).get("/cases");
        assertEquals(200, list.status());
        assertFalse(list.says("TERN"));
        assertTrue(list.says("Without a name"));
        var page = quay.browser.get(tern);
        assertEquals(List.of("the second house"), notes(page));
        assertTrue(page.says("what opens it was changed"), page.text());
        assertFalse(page.says("Nobody gave this compartment its name"), "it had one");
    }

    @Test
    void shows_what_it_cannot_read_as_of_another_kind_or_as_no_spelling() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        var place = quay.place(WREN);
        quay.added(place, GULL, new EntryType("claim"), Octets.of(new byte[] {1}));
        quay.added(place, GULL, Saying.Note.TYPE, Octets.of(new byte[] {1}));
        var page = quay.as(WREN).get(tern);
        assertTrue(page.says("An entry of the kind “claim”"));
        assertTrue(page.says("says nothing in a form that the desk reads"));
    }

    @Test
    void is_shut_to_who_is_shut_out_and_says_so_to_the_others() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        quay.as(WREN);
        quay.says(new Statement.Suspended(Quay.number(WREN)), HERON);
        assertTrue(quay.browser.get("/cases").says("Your keys are not confirmed, or no longer"));
        assertEquals(404, quay.browser.get(tern).status());
        assertTrue(quay.as(ROOK).get(tern).says("(shut out)"));
    }

    @Test
    void stands_in_a_list_of_a_hundred_or_on_the_page_behind_it() {
        int many = CaseLimits.CASES_LISTED + 3;
        areOpened(many);
        var first = quay.as(WREN).get("/cases");
        List<String> last = IntStream.range(3, many).mapToObj("TERN-%03d"::formatted).toList();
        assertEquals(last, names(first));
        var older = Pattern.compile("href=\"(/cases[?]before=[0-9]+)\"").matcher(first.text());
        assertTrue(older.find());
        var behind = quay.browser.get(older.group(1));
        assertEquals(List.of("TERN-000", "TERN-001", "TERN-002"), names(behind));
        assertFalse(behind.says("?before="));
    }

    @Test
    void takes_no_name_that_one_behind_the_first_hundred_has() {
        areOpened(CaseLimits.CASES_LISTED + 1);
        quay.as(WREN).get("/cases/new");
        var again = quay.browser.post("/cases", "name", "tern-000", "reader", "2");
        assertEquals(422, again.status());
        assertTrue(again.says("You already read in a case of this name"), again.text());
    }

    private void areOpened(int many) {
        for (int i = 0; i < many; i++) {
            quay.openedBeside(WREN, "TERN-%03d".formatted(i), ROOK);
        }
    }

    private static List<String> names(StaffPages.Page page) {
        return NAME.matcher(page.text()).results().map(found -> found.group(1)).toList();
    }

    @Test
    void is_opened_where_nobody_founded_by_nobody(@TempDir Path elsewhere) {
        try (var other = new Quay(elsewhere, false)) {
            other.as(WREN);
            assertTrue(other.browser.get("/cases").says("Nobody founded this organisation"));
            assertTrue(other.browser.get("/cases").says("<a href=\"/belonging\">"));
            assertEquals(409, other.browser.get("/cases/new").status());
            assertEquals(409, other.browser.post("/cases", "name", "X", "alone", "y").status());
            assertEquals(404, other.browser.get("/cases/1").status());
        }
    }
}
