package org.watchword.desk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.WordBook;
import org.watchword.desk.cli.Settings.Reach;
import org.watchword.desk.web.Site;

class QuestionsAtATerminal {
    private static final List<Language> SPOKEN = List.of(new Language("en"), new Language("ru"));

    @TempDir Path dir;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    private Optional<Answers> ask(String language, String... lines) {
        var words =
                WordBook.read(SPOKEN, List.of(Settings.class, Site.class))
                        .in(new Language(language));
        var in = new BufferedReader(new StringReader(String.join("\n", lines) + "\n"));
        var out = new PrintStream(shown, true, StandardCharsets.UTF_8);
        var machine =
                new Questions.Machine(
                        ZoneId.of("Europe/Berlin"), ZoneId.getAvailableZoneIds(), SPOKEN);
        return new Questions(in, out, words, machine).ask();
    }

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_name_and_nothing_else_makes_a_desk_for_this_machine() {
        var answers = ask("en", "Harbour", "", "", "", "", "", "").orElseThrow();
        var settings = answers.settings();
        assertEquals(3, answers.founders());
        assertEquals("Harbour", settings.name());
        assertEquals(ZoneId.of("Europe/Berlin"), settings.zone());
        assertEquals(Reach.LOOPBACK, settings.reach());
        assertEquals("staff.localhost", settings.staff().host());
        assertEquals("door.localhost", settings.door().orElseThrow().host());
        assertEquals("site.localhost", settings.site().orElseThrow().host());
        assertEquals(Optional.empty(), settings.backup());
    }

    @Test
    void a_zone_that_does_not_exist_is_refused_with_near_ones() {
        var answers =
                ask(
                                "en",
                                "Harbour",
                                "Europe/Mosow",
                                "Mars/Olympus Mons",
                                "europe/moscow",
                                "",
                                "",
                                "",
                                "",
                                "")
                        .orElseThrow();
        assertEquals(ZoneId.of("Europe/Moscow"), answers.settings().zone());
        assertTrue(shown().contains("Near it are: Europe/Moscow"), shown());
        assertTrue(shown().contains("no zone called “Mars/Olympus Mons”"), shown());
    }

    @Test
    void a_city_in_ones_own_language_is_a_zone() {
        var answers = ask("ru", "Гавань", "Москва", "", "", "", "", "").orElseThrow();
        assertEquals(ZoneId.of("Europe/Moscow"), answers.settings().zone());
        assertEquals(new Language("ru"), answers.settings().language());
    }

    @Test
    void a_directory_for_backups_that_is_missing_is_said_at_once() {
        String gone = dir.resolve("gone").toString();
        var answers = ask("en", "Harbour", "", "", "", gone, dir.toString(), "5", "").orElseThrow();
        assertTrue(shown().contains("There is no directory " + gone), shown());
        assertEquals(dir, answers.settings().backup().orElseThrow().directory());
        assertEquals(5, answers.founders());
    }

    @Test
    void every_answer_can_be_put_right_at_the_end() {
        var answers =
                ask(
                                "en", "Habrour", "", "", "", "", "", "1", "Harbour", "6", "5", "3",
                                "xx", "ru", "0")
                        .orElseThrow();
        assertEquals("Harbour", answers.settings().name());
        assertEquals(5, answers.founders());
        assertEquals(new Language("ru"), answers.settings().language());
    }

    @Test
    void names_that_do_not_go_together_are_said_and_asked_again() {
        var answers =
                ask(
                                "en", "Harbour", "", "", "3", "a.onion", "a.onion", "", "", "", "0",
                                "4", "3", "a.onion", "B.onion", "", "0")
                        .orElseThrow();
        assertTrue(shown().contains("The name a.onion stands for two things"), shown());
        assertEquals("b.onion", answers.settings().door().orElseThrow().host());
        assertEquals(Reach.ONION, answers.settings().reach());
    }

    @Test
    void own_certificates_put_the_quiet_door_on_the_port_that_nobody_types() throws Exception {
        Path pem = Files.writeString(dir.resolve("a.pem"), "no certificate");
        var answers =
                ask(
                        "en",
                        "Harbour",
                        "",
                        "",
                        "4",
                        "desk.example",
                        "" + pem,
                        "" + pem,
                        "parcels.example",
                        "" + pem,
                        "nowhere",
                        "" + pem,
                        "",
                        "",
                        "",
                        "0");
        assertEquals(Optional.empty(), answers);
        assertTrue(shown().contains("desk.example:8443, parcels.example:443"), shown());
        assertTrue(shown().contains("There is no file that can be read"), shown());
        assertTrue(shown().contains("There is no certificate in " + pem), shown());
    }

    @Test
    void when_nobody_answers_any_more_nothing_is_made() {
        assertEquals(Optional.empty(), ask("en", "Harbour", ""));
    }
}
