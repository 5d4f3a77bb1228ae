package org.watchword.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// The stories as they lie in the project, against a real desk process, real forms and real mail
/// servers.
class PlayedStories {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path STORIES = ROOT.resolve("stories");
    private static final Path REPORT = ROOT.resolve("docs/from-the-report.md");

    @TempDir Path directory;

    @Test
    void harbour_ends_without_a_failure_and_its_report_is_the_one_in_the_docs() throws IOException {
        Path report = Files.copy(REPORT, directory.resolve("report.md"));
        Path kept = directory.resolve("kept");
        Ran ran =
                play(
                        STORIES.resolve("harbour.yaml").toString(),
                        "--keep",
                        kept.toString(),
                        "--report",
                        report.toString());
        assertEquals(0, ran.status(), ran.out());
        assertTrue(ran.lastLine().matches("\\d+ passed, 0 failed, \\d+ not yet"), ran.out());
        assertEquals(Files.readString(REPORT), Files.readString(report), "written by the run");
        assertTrue(Files.exists(kept.resolve("desk/desk.db")), "the desk is kept");
        assertTrue(filesIn(kept.resolve("messages")) > 2, "every message is kept");
        assertTrue(filesIn(kept.resolve("pages")) > 10, "the pages are kept");
    }

    @Test
    void lantern_ends_without_a_failure() {
        Ran ran = play(STORIES.resolve("lantern.yaml").toString());
        assertEquals(0, ran.status(), ran.out());
    }

    @Test
    void compartments_end_without_a_failure() {
        Ran ran = play(STORIES.resolve("compartments.yaml").toString());
        assertEquals(0, ran.status(), ran.out());
    }

    @Test
    void first_night_ends_without_a_failure() {
        Ran ran = play(STORIES.resolve("first-night.yaml").toString());
        assertEquals(0, ran.status(), ran.out());
    }

    @Test
    void five_begin_with_the_command_and_end_without_a_failure() {
        Ran ran = play(STORIES.resolve("five.yaml").toString());
        assertEquals(0, ran.status(), ran.out());
    }

    @Test
    void phones_ends_without_a_failure() {
        Ran ran = play(STORIES.resolve("phones.yaml").toString());
        assertEquals(0, ran.status(), ran.out());
    }

    @Test
    void practice_ends_without_a_failure() {
        Ran ran = play(STORIES.resolve("practice.yaml").toString());
        assertEquals(0, ran.status(), ran.out());
    }

    @Test
    void a_drill_is_not_played_here_but_on_a_desk_that_runs() {
        Ran ran = play(STORIES.resolve("drill.yaml").toString());
        assertEquals(2, ran.status(), ran.out());
        assertTrue(ran.out().contains("./watchword drill"), ran.out());
    }

    @Test
    @Tag("kannel")
    @EnabledIf("org.watchword.story.gateway.Kannel#isHere")
    void where_kannel_is_installed_a_story_rings_over_it() throws IOException {
        String called = PLANTED.replace("mail-1: mail}", "mail-1: mail, sms: sms}");
        Path story = Files.writeString(directory.resolve("kannel.yaml"), called);
        Ran ran = play(story.toString());
        assertTrue(ran.out().contains("kannel"), ran.out());
    }

    @Test
    void every_story_of_the_project_is_played_here() throws IOException {
        try (var all = Files.list(STORIES)) {
            List<String> names =
                    all.map(f -> f.getFileName().toString())
                            .filter(n -> n.endsWith(".yaml") && !n.endsWith(".guide.yaml"))
                            .sorted()
                            .toList();
            assertEquals(
                    List.of(
                            "compartments.yaml",
                            "drill.yaml",
                            "first-night.yaml",
                            "five.yaml",
                            "harbour.yaml",
                            "lantern.yaml",
                            "phones.yaml",
                            "practice.yaml"),
                    names);
        }
    }

    @Test
    void a_wrong_expectation_is_a_failure() throws IOException {
        Path story = Files.writeString(directory.resolve("planted.yaml"), PLANTED);
        Ran ran = play(story.toString());
        assertEquals(1, ran.status(), ran.out());
        assertEquals("1 passed, 4 failed, 1 not yet", ran.lastLine(), ran.out());
    }

    @Test
    void a_mistake_is_answered_with_file_line_and_sentence_and_nothing_is_played()
            throws IOException {
        String wrong = PLANTED.replace("who: Wren", "who: Robin");
        Path story = Files.writeString(directory.resolve("wrong.yaml"), wrong);
        Ran ran = play(story.toString());
        assertEquals(2, ran.status());
        assertTrue(ran.out().startsWith(story + ":16: "), ran.out());
        assertTrue(ran.out().contains("Robin"), ran.out());
    }

    @Test
    void a_directory_that_is_not_empty_is_left_alone() throws IOException {
        Files.writeString(directory.resolve("something"), "mine");
        Path story = Files.writeString(directory.resolve("story.yaml"), PLANTED);
        Ran ran = play(story.toString(), "--keep", directory.toString());
        assertEquals(3, ran.status(), ran.out());
        assertEquals(2, filesIn(directory));
    }

    @Test
    void a_patience_of_nothing_is_said_and_nothing_is_played() {
        Ran ran = play(STORIES.resolve("lantern.yaml").toString(), "--patience", "0");
        assertEquals(2, ran.status(), ran.out());
        assertTrue(ran.out().contains("whole number from 1"), ran.out());
    }

    /// Expectations that do not hold, each of another kind, beside one that does.
    private static final String PLANTED =
            """
            format: 1
            story: Planted
            desk: Quay
            zone: Europe/Berlin
            date: 2021-03-27
            language: en
            channels: {mail-1: mail}
            roles: {duty: {label: Officer, may: [answer, people]}}
            people:
              Wren: {language: en, roles: [duty], addresses: {mail-1: wren@quay.example}}
              Finch: {language: en, roles: [duty], addresses: {mail-1: finch@quay.example}}
            ladders: {Calls: {steps: [{ring: [Finch], wait: 1h}]}}
            codenames: {ALDER: {plan: Speak slowly.}}
            steps:
              - at: "15:00"
                who: Wren
                do: {log_call: {about: ALDER}}
                expect: [{rung: [Finch], really within: 30s}]
              - {at: "15:01", expect: [{rung: [Finch]}]}
              - {at: "15:02", expect: [{not_rung: [Finch], since: "15:00"}]}
              - {at: "15:03", expect: [{alarm_is: ended}]}
              - {at: "15:04", who: Finch, do: acknowledge, expect: [{refused_with: [no]}]}
              - {at: "15:05", needs: [wings]}
            """;

    private record Ran(int status, String out) {
        String lastLine() {
            return out.strip().lines().toList().getLast();
        }
    }

    /// Other tests run on the same processors meanwhile: what a desk alone on its machine really
    /// takes, the command shows without `--patience`.
    private static Ran play(String... arguments) {
        var out = new StringWriter();
        var line = StoryMain.commandLine();
        line.setOut(new PrintWriter(out, true));
        var all = new java.util.ArrayList<>(List.of("play"));
        all.addAll(List.of(arguments));
        if (!all.contains("--patience")) {
            all.addAll(List.of("--patience", "3"));
        }
        int status = line.execute(all.toArray(String[]::new));
        return new Ran(status, out.toString());
    }

    private static long filesIn(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.count();
        }
    }
}
