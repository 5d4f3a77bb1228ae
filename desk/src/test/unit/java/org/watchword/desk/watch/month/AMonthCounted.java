package org.watchword.desk.watch.month;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AMonthCounted {
    private static final Instant RAISED = Instant.parse("2021-02-04T12:00:00Z");
    private static final Instant CLOSED = RAISED.plusSeconds(9_000);

    private static MonthRows.Counted answered(String kind, long seconds) {
        return new MonthRows.Counted(
                kind, false, RAISED, RAISED.plusSeconds(seconds), CLOSED, false, false);
    }

    private static Figures of(MonthRows.Counted... alarms) {
        return Figures.of(List.of(alarms));
    }

    @Test
    void with_no_alarm_has_no_waits() {
        assertEquals(
                new Figures(0, 0, 0, 0, 0, 0, 0, 0, Optional.empty(), Optional.empty(), 0, 0, 0, 0),
                of());
    }

    @Test
    void counts_each_alarm_under_one_kind() {
        var all = new ArrayList<MonthRows.Counted>();
        for (String kind :
                List.of(
                        "call",
                        "silence",
                        "many-silent",
                        "help",
                        "speak-to-lead",
                        "unknown-callers",
                        "clock",
                        "desk")) {
            all.add(answered(kind, 1));
        }
        Figures figures = Figures.of(all);

        assertEquals(8, figures.raised());
        assertEquals(1, figures.ofCalls());
        assertEquals(2, figures.ofSilence());
        assertEquals(2, figures.ofHelp());
        assertEquals(3, figures.ofOthers());
    }

    @Test
    void counts_an_answer_at_the_limit_as_in_time() {
        var figures =
                of(
                        answered("call", 10),
                        answered("call", 11),
                        answered("call", 40),
                        answered("call", 41),
                        answered("call", 300),
                        answered("call", 301));

        assertEquals(1, figures.within10s());
        assertEquals(3, figures.within40s());
        assertEquals(5, figures.within5min());
        assertEquals(Optional.of(Duration.ofSeconds(301)), figures.worst());
        assertEquals(Optional.of(Duration.ofMillis(40_500)), figures.median());
    }

    @Test
    void takes_the_one_in_the_middle_and_no_wait_below_nothing() {
        var figures = of(answered("call", 90), answered("call", -5), answered("call", 20));

        assertEquals(Optional.of(Duration.ofSeconds(20)), figures.median());
        assertEquals(1, figures.within10s());
        assertEquals(
                Optional.of(Duration.ZERO), of(answered("call", -5)).worst(), "a clock set back");
    }

    @Test
    void counts_what_nobody_answered_what_is_open_what_was_nothing_and_words_that_came_late() {
        var open = new MonthRows.Counted("call", false, RAISED, null, null, true, false);
        var late = new MonthRows.Counted("silence", false, RAISED, null, CLOSED, true, true);
        Figures figures = of(open, late, answered("call", 1));

        assertEquals(2, figures.unanswered());
        assertEquals(1, figures.open());
        assertEquals(1, figures.falseAlarms());
        assertEquals(1, figures.lateWords(), "of those born of silence");
    }

    @Test
    void says_hundredths_rounded_and_none_of_nothing() {
        assertEquals(0, Figures.percent(0, 0));
        assertEquals(67, Figures.percent(2, 3));
        assertEquals(100, Figures.percent(3, 3));
    }

    @Test
    void goes_into_a_spreadsheet_that_takes_no_cell_for_a_formula() {
        assertEquals(
                "\uFEFFplain,\"with, comma\",\"a \"\"quote\"\"\",\"two\nlines\",\r\n'=1+1,'+1,'-1,'@a\r\n",
                Csv.of(
                        List.of(
                                List.of("plain", "with, comma", "a \"quote\"", "two\nlines", ""),
                                List.of("=1+1", "+1", "-1", "@a"))));
    }
}
