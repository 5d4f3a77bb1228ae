package org.watchword.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.story.script.StoryFile;
import org.watchword.story.visit.Page;
import org.watchword.story.visit.Visitor;
import picocli.CommandLine;

/// `drill STORY --desk URL` against a real desk process, which it reaches over its forms alone.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ADrillFromTheTerminal {
    private static final Path SHIPPED = Path.of("..", "stories", "drill.yaml");

    private static final String DESK =
            """
            format: 1
            story: A desk to drill on
            desk: Quay
            zone: Europe/Berlin
            date: 2021-03-27
            language: en
            channels: {mail-1: mail}
            roles:
              duty: {label: Officer, may: [answer]}
              keeper: {label: Keeper, may: [answer, people, channels, ladders]}
            people:
              Wren: {language: en, roles: [keeper], addresses: {mail-1: wren@quay.example}}
              Finch: {language: en, roles: [duty], addresses: {mail-1: finch@quay.example}}
            ladders: {Calls: {steps: [{ring: [Finch], wait: 1h}]}}
            codenames: {ALDER: {plan: Speak slowly.}}
            steps: [{at: "15:00", tells: nothing}]
            """;

    private Path directory;
    private StoryWorld world;

    @BeforeAll
    void open(@TempDir Path dir) throws IOException {
        directory = dir;
        Path file = Files.writeString(dir.resolve("desk.yaml"), DESK);
        var story = ((StoryFile.Reading.Whole) StoryFile.read(file)).story();
        var outside = new StoryWorld.Outside(InstantSource.system(), new SecureRandom());
        world = StoryWorld.open(story, file, dir.resolve("world"), outside);
    }

    @AfterAll
    void close() {
        world.close();
    }

    private record Ran(int status, String out) {}

    private Ran drill(Path story, String desk, String typed) {
        var out = new StringWriter();
        var in = new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
        var command = new DrillCommand(new Asking(in), InstantSource.system(), Reader.words("en"));
        var line = new CommandLine(command);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(out, true));
        int status = line.execute(story.toString(), "--desk", desk);
        return new Ran(status, out.toString());
    }

    private String desk() {
        return world.linkBase() + "/";
    }

    private String as(String person) {
        return person + "\n" + world.credentials(person).passphrase() + "\n";
    }

    private Path story(String name, String bounds) throws IOException {
        String text = "format: 1\nstory: Tried\ndrill: {about: ALDER, what: silence, ";
        return Files.writeString(directory.resolve(name), text + bounds + "}\n");
    }

    private Page drills() {
        return world.visitor("Wren").open(LiveDrill.PATH);
    }

    /// Finch presses "I'm on it" as soon as the board has something to press it for.
    private CompletableFuture<Page> finchAnswers() {
        return CompletableFuture.supplyAsync(() -> {
            Visitor finch = world.visitor("Finch");
            for (int i = 0; i < 600; i++) {
                var forms = finch.open("/").formsUnder("/alarms/");
                if (!forms.isEmpty()) {
                    return finch.send(forms.getFirst());
                }
                pause();
            }
            throw new AssertionError("nothing rang");
        });
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(50));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void that_somebody_answers_ends_well_and_leaves_nothing_open() {
        var answer = finchAnswers();

        Ran ran = drill(SHIPPED, desk(), as("Wren"));

        assertFalse(answer.join().refused());
        assertEquals(0, ran.status(), ran.out());
        assertTrue(ran.out().contains("Finch was rung over mail-1 after "), ran.out());
        assertTrue(ran.out().contains("Finch answered at the desk after "), ran.out());
        assertTrue(ran.out().contains("the bound is 600 s."), ran.out());
        assertTrue(drills().all("article[data-running=yes]").isEmpty(), "it is ended");
        assertTrue(drills().says("Ended by Wren"), "by whoever ran it");
        assertFalse(
                ran.out().contains(world.credentials("Wren").passphrase()), "no passphrase shown");
    }

    @Test
    void that_nobody_answers_in_time_is_a_finding_and_is_ended() throws IOException {
        Ran ran = drill(story("short.yaml", "answered within: 3s"), desk(), as("Wren"));

        assertEquals(1, ran.status(), ran.out());
        assertTrue(ran.out().contains("Nobody gave an answer that counts"), ran.out());
        assertTrue(drills().all("article[data-running=yes]").isEmpty(), "it is ended");
    }

    @Test
    void that_something_real_ends_is_a_finding_and_says_so() throws IOException {
        Path story = story("long.yaml", "answered within: 2min");
        var call =
                CompletableFuture.supplyAsync(() -> {
                    Visitor finch = world.visitor("Finch");
                    for (int i = 0; i < 600; i++) {
                        if (!finch.open("/").formsUnder("/alarms/").isEmpty()) {
                            return finch.send(Deeds.form(finch.open("/"), "/raise"));
                        }
                        pause();
                    }
                    throw new AssertionError("nothing rang");
                });

        Ran ran = drill(story, desk(), as("Wren"));

        Page room = call.join();
        assertEquals(1, ran.status(), ran.out());
        assertTrue(ran.out().contains("something real rang"), ran.out());
        Ran again = drill(story, desk(), as("Wren"));
        assertEquals(1, again.status(), again.out());
        assertTrue(again.out().contains("Something real is open"), again.out());
        end(room.path());
    }

    private void end(String room) {
        for (String who : java.util.List.of("Wren", "Finch")) {
            var form = Deeds.form(world.visitor(who).open(room + "/end"), room + "/end");
            world.visitor(who).send(form.with("way", "video").with("how", "Seen."));
        }
    }

    @Test
    void lets_nobody_in_with_a_wrong_passphrase() throws IOException {
        Ran ran =
                drill(
                        story("wrong.yaml", "answered within: 3s"),
                        desk(),
                        "Wren\nnot the passphrase at all\n");

        assertEquals(3, ran.status(), ran.out());
        assertTrue(ran.out().contains("does not let you in"), ran.out());
    }

    @Test
    void is_begun_by_nobody_who_may_not() throws IOException {
        Ran ran = drill(story("may.yaml", "answered within: 3s"), desk(), as("Finch"));

        assertEquals(3, ran.status(), ran.out());
        assertTrue(ran.out().contains("You may not begin drills"), ran.out());
    }

    @Test
    void finds_no_desk_where_there_is_none() throws IOException {
        Path story = story("nowhere.yaml", "answered within: 3s");

        assertEquals(3, drill(story, "http://localhost:1/", as("Wren")).status());
    }

    @Test
    void sends_no_passphrase_in_clear_to_another_machine() throws IOException {
        Path story = story("clear.yaml", "answered within: 3s");

        Ran ran = drill(story, "http://staff.example/", as("Wren"));

        assertEquals(2, ran.status(), ran.out());
        assertTrue(ran.out().contains("https://"), ran.out());
    }

    @Test
    void is_no_ordinary_story_and_has_no_mistakes() throws IOException {
        Path ordinary = directory.resolve("desk.yaml");
        Ran none = drill(ordinary, desk(), as("Wren"));
        assertEquals(2, none.status());
        assertTrue(none.out().startsWith(ordinary + ":1: This story is no drill"), none.out());

        Path wrong = story("mistakes.yaml", "answered within: 3h");
        Ran ran = drill(wrong, desk(), as("Wren"));
        assertEquals(2, ran.status());
        assertTrue(ran.out().startsWith(wrong + ":3: That is too long"), ran.out());
        assertEquals(Optional.empty(), ran.out().lines().filter(l -> l.contains("rung")).findAny());
    }
}
