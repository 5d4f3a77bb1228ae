package org.watchword.desk.casebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.watchword.desk.casebook.Quay.GULL;
import static org.watchword.desk.casebook.Quay.HERON;
import static org.watchword.desk.casebook.Quay.ROOK;
import static org.watchword.desk.casebook.Quay.WREN;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.accounts.StaffPages;
import org.watchword.desk.basis.Limits;

/// Who reads where in a case, and how that changes.
class CompartmentsOfACase {
    private final Quay quay;

    CompartmentsOfACase(@TempDir Path directory) {
        quay = new Quay(directory);
    }

    @AfterEach
    void close() {
        quay.close();
    }

    @Test
    void are_named_by_a_word_of_the_desk_or_by_one_of_the_teams_own() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        quay.room(WREN, tern, "medical", GULL);
        quay.browser.post(tern + "/compartments", "name", "", "own", "School", "reader", "4");
        var page = quay.as(GULL).get(tern + "/compartments");
        assertTrue(page.says("<h2><bdi>Medical</bdi></h2>"), page.text());
        assertTrue(page.says("<h2><bdi>School</bdi></h2>"));
        assertFalse(page.says("<h2><bdi>Core</bdi></h2>"));
    }

    @Test
    void show_beside_the_choice_of_readers_the_way_to_who_belongs() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        for (String at : List.of("/cases/new", tern + "/compartments")) {
            assertTrue(quay.browser.get(at).says("<a href=\"/belonging\">Who belongs</a>"), at);
        }
    }

    @Test
    void of_the_vocabulary_are_said_in_both_languages() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        var english = quay.as(WREN).get(tern + "/compartments");
        quay.team.speaks(WREN, StaffPages.RU);
        var russian = quay.browser.get(tern + "/compartments");
        List<String> words = Vocabulary.read().names();
        assertEquals(7, words.size());
        for (String word : words) {
            if (!word.equals(Vocabulary.CORE)) {
                String option = "<option value=\"" + word + "\">";
                assertTrue(english.text().matches("(?s).*" + option + "[A-Z][a-z]+<.*"), word);
                assertTrue(russian.text().matches("(?s).*" + option + "[А-Я][а-я]+<.*"), word);
            }
        }
    }

    @Test
    void have_each_another_name() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        quay.room(WREN, tern, "legal", GULL);
        var again = quay.browser.post(tern + "/compartments", "name", "legal", "reader", "4");
        assertEquals(422, again.status());
        assertTrue(again.says("You read in a compartment of this name already"));
        assertEquals(2, quay.now().compartments().size());
    }

    @Test
    void say_who_reads_in_each() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        quay.room(WREN, tern, "legal", GULL);
        var page = quay.as(WREN).get(tern + "/compartments");
        String core = page.text().split("<h2><bdi>Core", -1)[1].split("</section>", -1)[0];
        String legal = page.text().split("<h2><bdi>Legal", -1)[1].split("</section>", -1)[0];
        assertTrue(core.contains("<bdi>Rook</bdi>") && legal.contains("<bdi>Gull</bdi>"));
        assertFalse(core.split("Let somebody in", -1)[0].contains("Gull"), core);
    }

    @Test
    void are_read_from_their_beginning_by_whoever_is_let_in() {
        String tern = quay.opened(WREN, "TERN");
        quay.wrote(WREN, tern, "Core", "called at nine");
        assertTrue(quay.browser.get(tern).says("only one reads"));
        String way = quay.ways(tern).getFirst();
        var came = quay.browser.post(way + "/readers", "reader", "4");
        assertEquals(tern + "/compartments", came.location(), came.text());
        assertFalse(quay.browser.get(tern).says("only one reads"));
        assertTrue(quay.as(GULL).get(tern).says("called at nine"));
    }

    @Test
    void let_nobody_in_who_is_not_confirmed_or_is_there() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        quay.as(WREN);
        String way = quay.ways(tern).getFirst();
        assertTrue(
                quay.browser
                        .post(way + "/readers", "reader", "5")
                        .says("is not confirmed, or is shut out"));
        assertTrue(quay.browser.post(way + "/readers", "reader", "2").says("reads there already"));
        assertTrue(quay.browser.post(way + "/readers").says("Choose whom to let in"));
    }

    @Test
    void are_served_no_more_to_who_was_taken_out() {
        String tern = quay.opened(HERON, "TERN", WREN, ROOK);
        quay.wrote(WREN, tern, "Core", "called at nine");
        quay.as(HERON);
        String way = quay.ways(tern).getFirst();
        var came = quay.browser.post(way + "/readers/3/remove");
        assertEquals(tern + "/compartments", came.location(), came.text());
        assertTrue(quay.browser.get(tern).says("re-key pending"));
        assertTrue(quay.browser.get(tern).says("called at nine"));
        assertEquals(404, quay.as(WREN).get(tern).status());
        assertFalse(quay.browser.get("/cases").says("TERN"));
    }

    @Test
    void are_left_by_nobody_whom_no_authority_takes_out() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        quay.as(WREN);
        assertFalse(quay.browser.get(tern + "/compartments").says("Take somebody out"));
        String way = quay.ways(tern).getFirst();
        var refused = quay.browser.post(way + "/readers/2/remove");
        assertEquals(422, refused.status());
        assertTrue(refused.says("needs authority"));
        assertEquals(200, quay.as(ROOK).get(tern).status());
    }

    @Test
    void keep_the_last_who_could_open_them() {
        String tern = quay.opened(HERON, "TERN");
        quay.as(HERON);
        assertFalse(quay.browser.get(tern + "/compartments").says("Take somebody out"));
        String way = quay.ways(tern).getFirst();
        var refused = quay.browser.post(way + "/readers/1/remove");
        assertEquals(422, refused.status());
        assertTrue(refused.says("Nobody else could open this compartment"));
        assertEquals(200, quay.browser.get(tern).status());
    }

    @Test
    void change_for_who_just_gave_his_passphrase() {
        String tern = quay.opened(HERON, "TERN", ROOK);
        quay.as(HERON);
        String way = quay.ways(tern).getFirst();
        quay.team.clock.pass(Limits.FRESH);
        for (String at : List.of("/readers", "/readers/2/remove")) {
            var stale = quay.browser.post(way + at, "reader", "3");
            assertEquals(403, stale.status());
            assertTrue(stale.says("asks for your passphrase once more"));
        }
        assertEquals(403, quay.browser.post(tern + "/compartments", "own", "X").status());
        assertEquals(403, quay.browser.post("/cases", "name", "X").status());
        assertEquals("/confirm?to=%2Fcases%2Fnew", quay.browser.get("/cases/new").location());
        assertEquals(1, quay.now().compartments().size());
        assertTrue(quay.browser.get(tern).says("Rook"), "reading goes on");
    }

    @Test
    void look_different_to_none_of_who_reads_none_of_them() {
        String tern = quay.opened(WREN, "TERN", ROOK);
        quay.as(WREN);
        String way = quay.ways(tern).getFirst();
        quay.as(GULL);
        String nowhere = way.replaceFirst("/cases/[0-9a-f]{24}", "/cases/" + "0".repeat(24));
        for (String at : List.of("/readers", "/readers/3/remove", "/name")) {
            var there = quay.browser.post(way + at, "reader", "4", "name", "x");
            assertEquals(404, there.status());
            assertEquals(quay.browser.post(nowhere + at, "reader", "4", "name", "x"), there);
        }
    }
}
