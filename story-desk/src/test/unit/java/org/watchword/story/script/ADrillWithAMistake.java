package org.watchword.story.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ADrillWithAMistake {
    private static final String GOOD =
            """
            format: 1
            story: Tried
            drill:
              about: HEATH
              what: silence
              answered within: 90s
            """;

    private static DrillFile.Reading read(String text) {
        return DrillFile.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> mistakes(String text) {
        return assertInstanceOf(DrillFile.Reading.Wrong.class, read(text)).mistakes().stream()
                .map(one -> one.line() + " " + one.what().key())
                .toList();
    }

    @Test
    void is_read_when_there_is_none() {
        var story =
                new DrillStory(
                        "Tried",
                        "HEATH",
                        "silence",
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(90),
                        false);
        assertEquals(new DrillFile.Reading.Whole(story), read(GOOD));
    }

    @Test
    void says_what_counts_as_an_answer() {
        var whole =
                assertInstanceOf(
                        DrillFile.Reading.Whole.class, read(GOOD + "  answer: unproven\n"));
        assertEquals(true, whole.story().unproven());
        assertEquals(List.of("7 story.expect.choice"), mistakes(GOOD + "  answer: maybe\n"));
    }

    @Test
    void is_answered_with_its_line() {
        assertEquals(List.of("5 story.expect.choice"), mistakes(GOOD.replace("silence", "flood")));
        assertEquals(List.of("6 story.drill.long"), mistakes(GOOD.replace("90s", "30min")));
        assertEquals(List.of("6 story.time.bad-duration"), mistakes(GOOD.replace("90s", "soon")));
        assertEquals(List.of("4 story.text.long"), mistakes(GOOD.replace("HEATH", "x".repeat(61))));
        assertEquals(List.of("7 story.field.unknown"), mistakes(GOOD + "  who: Wren\n"));
        assertEquals(List.of("7 story.field.unknown"), mistakes(GOOD + "people: {}\n"));
        assertEquals(List.of("1 story.file.format"), mistakes(GOOD.replace("1", "2")));
    }

    @Test
    void and_the_others_are_told_at_once() {
        assertEquals(
                List.of("1 story.file.format", "5 story.expect.choice", "7 story.field.unknown"),
                mistakes(GOOD.replace("1", "2").replace("silence", "flood") + "desk: Quay\n"));
    }

    @Test
    void is_no_drill_without_that_field() {
        assertEquals(List.of("1 story.file.no-drill"), mistakes("format: 1\nstory: Tried\n"));
    }
}
