package org.watchword.story.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.watchword.story.script.Step;
import org.watchword.story.script.Story;
import org.watchword.story.script.Upset;

class StoryCutIntoChapters {
    private static final List<Upset> MENDS =
            List.of(new Upset.ChannelTurns("mail-1", Upset.Condition.MENDS));
    private static final Instant NOON = Instant.parse("2021-02-04T12:00:00Z");

    @Test
    void begins_a_chapter_where_the_story_names_one() {
        Chapters chapters =
                Chapters.of(
                        story(
                                step(0, "", MENDS, Set.of()),
                                step(10, "the call", MENDS, Set.of()),
                                step(20, "", MENDS, Set.of()),
                                step(30, "the kill", List.of(new Upset.Kill()), Set.of())));
        assertEquals(1, chapters.before().size());
        assertEquals(
                List.of("the call", "the kill"),
                chapters.parts().stream().map(Chapters.Part::name).toList());
        assertEquals(2, chapters.parts().getFirst().steps().size());
        assertEquals(NOON.plusSeconds(30), chapters.parts().getLast().from());
        assertFalse(chapters.parts().getFirst().kills());
        assertTrue(chapters.parts().getLast().kills());
    }

    @Test
    void leaves_out_a_chapter_of_which_nothing_is_built_yet() {
        Chapters chapters =
                Chapters.of(
                        story(
                                step(10, "the call", MENDS, Set.of()),
                                step(12, "", MENDS, Set.of("a-room-never-built")),
                                step(14, "", List.of(), Set.of()),
                                step(
                                        20,
                                        "the word",
                                        List.of(new Upset.Kill()),
                                        Set.of("a-room-never-built"))));
        assertEquals(
                List.of("the call"), chapters.parts().stream().map(Chapters.Part::name).toList());
        assertEquals(1, chapters.parts().getFirst().steps().size());
    }

    private static Story story(Step... steps) {
        Story painted = new PaintedStage().story();
        return new Story(
                painted.title(),
                painted.place(),
                painted.team(),
                painted.watchkeeping(),
                List.of(steps),
                painted.habits(),
                painted.begins());
    }

    private static Step step(int second, String chapter, List<Upset> upsets, Set<String> needs) {
        return new Step(
                1,
                NOON.plusSeconds(second),
                "something",
                chapter.isEmpty() ? Optional.empty() : Optional.of(chapter),
                Optional.empty(),
                upsets,
                List.of(),
                needs,
                Collections.unmodifiableSortedSet(new TreeSet<>()));
    }
}
