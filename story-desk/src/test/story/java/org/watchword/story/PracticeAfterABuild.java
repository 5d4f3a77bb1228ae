package org.watchword.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
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

    @BeforeEach
    void practise() throws Exception {
        file = Files.copy(Path.of("../stories/harbour.yaml"), place.resolve("story.yaml"));
        kept = place.resolve("founded");
        assertTrue(Practice.run(file, kept, InstantSource.system()));
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
