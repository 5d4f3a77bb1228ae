package org.watchword.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.watchword.story.StepResult.Outcome;
import org.watchword.story.script.Step;

class FoundingReportColumn {
    private static final String TABLE =
            """
            # From the report

            | # | tells | state |
            |---|---|---|
            | 1 | a | works |
            | 2 | b | not yet |
            | 3 | c | works |
            """;

    @Test
    void says_works_only_where_every_step_that_shows_the_row_has_passed() {
        var results =
                List.of(
                        shown(Outcome.PASSED, 2),
                        shown(Outcome.PASSED, 3),
                        shown(Outcome.NOT_YET, 3),
                        shown(Outcome.FAILED, 1));
        String expected =
                TABLE.replace("a | works", "a | not yet")
                        .replace("b | not yet", "b | works")
                        .replace("c | works", "c | not yet");
        assertEquals(expected, FoundingReport.written(TABLE, results));
    }

    private static StepResult shown(Outcome outcome, int row) {
        var step =
                new Step(
                        1,
                        Instant.EPOCH,
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Set.of(),
                        new TreeSet<>(Set.of(row)));
        return new StepResult(step, outcome, List.of());
    }
}
