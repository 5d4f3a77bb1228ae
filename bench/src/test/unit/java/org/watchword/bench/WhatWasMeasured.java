package org.watchword.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WhatWasMeasured {
    @TempDir private Path directory;

    private static Measured part(Part part, double figure) {
        var tally = new Tally();
        tally.add(CheckIn.clients(8), "this", Unit.PER_SECOND, figure, List.of(1.0, 2.0, 3.0));
        return new Measured(
                part.word(),
                "2026-11-29T00:00:00Z",
                Map.of("cores", "2"),
                List.of(0.5, 0.7),
                1,
                new Calibration(0.2, 100),
                new Calibration(0.2, 100),
                0,
                new Findings(
                        List.of("So."),
                        tally.figures(),
                        List.of(Goal.atMost("how late", Unit.MILLIS, 10, 12, List.of(12.0))),
                        List.of("nobody: for a reason")));
    }

    @Test
    void misses_a_goal_when_one_round_alone_missed_it() {
        assertTrue(Goal.atMost("late", Unit.MILLIS, 10, 9, List.of(8.0, 10.0)).held());
        assertFalse(Goal.atMost("late", Unit.MILLIS, 10, 9, List.of(8.0, 10.1)).held());
        assertFalse(Goal.atMost("late", Unit.MILLIS, 10, 11, List.of(8.0)).held());
    }

    @Test
    void compares_round_with_round_and_takes_the_median() {
        var tally = new Tally();
        for (double own : List.of(10.0, 60.0, 20.0)) {
            tally.add("speed", "own", Unit.PER_SECOND, own, List.of());
        }
        for (double other : List.of(5.0, 10.0, 20.0)) {
            tally.add("speed", "other", Unit.PER_SECOND, other, List.of());
        }

        assertEquals(List.of(2.0, 6.0, 1.0), tally.ratios("speed", "own", "other"));
        assertEquals(2, Goal.times("speed", 2, tally.ratios("speed", "own", "other")).reached());
        assertTrue(Goal.times("speed", 2, tally.ratios("speed", "own", "other")).held());
        assertFalse(Goal.times("speed", 2.1, tally.ratios("speed", "own", "other")).held());
    }

    @Test
    void comes_back_out_of_its_file_as_it_went_in() throws Exception {
        Path file = directory.resolve("report.json");
        Report report = Report.nothing(Report.WATCH).with(part(Part.CHECK_IN, 7));
        report.write(file);

        assertEquals(report, Report.read(file, Report.WATCH));
    }

    @Test
    void is_not_written_over_what_is_no_report() throws Exception {
        Path file = directory.resolve("other.json");
        for (String other : List.of("{\"bench\":\"watch\"}", "a page", "")) {
            Files.writeString(file, other);

            assertEquals(2, BenchMain.run("watch", "--only", "ring", "--json", file.toString()));
            assertEquals(2, BenchMain.run("page", "--json", file.toString(), "--into", "."));
            assertEquals(other, Files.readString(file));
        }
    }

    @Test
    void replaces_its_own_part_and_leaves_the_others() {
        Report report =
                Report.nothing(Report.WATCH)
                        .with(part(Part.RECOVER, 1))
                        .with(part(Part.RING, 2))
                        .with(part(Part.RECOVER, 3));

        assertEquals(
                List.of("ring", "recover"), report.parts().stream().map(Measured::part).toList());
        assertEquals(
                List.of(2.0, 3.0),
                report.parts().stream()
                        .map(part -> part.found().figures().getFirst().median())
                        .toList());
    }

    @Test
    void is_on_the_page_with_what_was_missed_and_keeps_what_people_wrote() throws Exception {
        var page = new ResultPage(Report.nothing(Report.WATCH).with(part(Part.CHECK_IN, 1_234)));
        page.write(directory);
        Path file = directory.resolve("watch.md");
        Files.writeString(file, Files.readString(file) + "\nWhy it was missed.\n");
        page.write(directory);
        String text = Files.readString(file);

        assertTrue(text.contains("| 8 clients | this | 1,234 per second |"), text);
        assertTrue(text.contains("| how late | ≤ 10 ms | 12 | 12 to 12 | **missed** |"), text);
        assertTrue(text.contains("Not measured: nobody: for a reason."), text);
        assertTrue(text.endsWith("\nWhy it was missed.\n"), text);
        assertEquals(text.indexOf(ResultPage.BY_HAND), text.lastIndexOf(ResultPage.BY_HAND));
    }

    @Test
    void is_drawn_for_light_and_dark() {
        var tally = new Tally();
        tally.add(
                CheckIn.clients(64),
                ResultPage.systems().getFirst(),
                Unit.PER_SECOND,
                1_000,
                List.of());
        var found = new Findings(List.of(), tally.figures(), List.of(), List.of());
        var measured = part(Part.CHECK_IN, 1);
        var report =
                Report.nothing(Report.WATCH)
                        .with(
                                new Measured(
                                        measured.part(),
                                        measured.at(),
                                        measured.machine(),
                                        measured.load(),
                                        1,
                                        measured.before(),
                                        measured.after(),
                                        0,
                                        found));
        String svg = new Chart(report).svg();

        assertTrue(svg.contains("prefers-color-scheme: dark"));
        assertEquals(2, svg.split("<circle", -1).length, "one figure, one mark");
        assertTrue(svg.contains(">64</text>"), svg);
        assertTrue(svg.contains("not measured"), svg);
    }

    @Test
    void is_told_with_three_digits() {
        assertEquals("1,234", Numbers.told(1_234.4));
        assertEquals("100", Numbers.told(100));
        assertEquals("12.3", Numbers.told(12.34));
        assertEquals("1.2", Numbers.told(1.2));
        assertEquals("0.03", Numbers.told(0.031));
        assertEquals("10", Numbers.told(10));
    }
}
