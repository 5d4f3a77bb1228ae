package org.watchword.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.story.process.Founded;
import org.watchword.story.script.Story;
import org.watchword.story.script.StoryFile;

final class PracticeAfterABuild {
    @TempDir private Path place;

    private Path file = Path.of("");
    private Path kept = Path.of("");

    /// In a process of its own and with nothing but what the launcher gives it: what was set up for
    /// tests must not help it.
    @BeforeEach
    void practise() throws Exception {
        Path stories = Files.createDirectories(place.resolve("stories"));
        file = Files.copy(Path.of("../stories/harbour.yaml"), stories.resolve("harbour.yaml"));
        kept = place.resolve("target/founded");
        Path log = place.resolve("practice.log");
        Process practice =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-Dwatchword.home=" + place,
                                "org.watchword.story.Practice")
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        boolean ended = practice.waitFor(60, TimeUnit.SECONDS);
        practice.destroyForcibly();
        String told = Files.readString(log);
        assertTrue(ended, told);
        assertEquals(0, practice.exitValue(), told);
        assertFalse(told.contains("cannot be opened"), told);
    }

    @Test
    void keeps_a_desk_with_which_a_later_one_begins_and_rings() throws Exception {
        Story story = ((StoryFile.Reading.Whole) StoryFile.read(file)).story();
        var outside =
                new StoryWorld.Outside(
                        InstantSource.system(), new SecureRandom(), Founded.in(kept, file), false);
        try (var world = StoryWorld.open(story, file, place.resolve("later"), outside)) {
            var director = new StoryDirector(world, InstantSource.system());
            var firstRing = story.steps().stream().filter(s -> s.deed().isPresent()).findFirst();
            var came = director.play(firstRing.orElseThrow());
            assertEquals(StepResult.Outcome.PASSED, came.outcome(), came.checks().toString());
            assertEquals(
                    outside.founded().orElseThrow().passphrases().get("Wren"),
                    world.credentials("Wren").passphrase());
        }
    }

    @Test
    void keeps_nothing_for_a_story_that_was_changed_since() throws Exception {
        assertTrue(Founded.in(kept, file).isPresent());
        Files.writeString(file, Files.readString(file) + "# changed\n");
        assertEquals(Optional.empty(), Founded.in(kept, file));
    }
}
