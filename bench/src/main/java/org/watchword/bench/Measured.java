package org.watchword.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One part of a run, with what it depends on.
///
/// @param at when it ended
/// @param load of the machine, before and after
/// @param repeated how often it was begun again because the machine had slowed down
record Measured(
        String part,
        String at,
        Map<String, String> machine,
        List<Double> load,
        int rounds,
        Calibration before,
        Calibration after,
        int repeated,
        Findings found) {

    boolean held() {
        return found.goals().stream().allMatch(Goal::held);
    }

    void print(PrintStream out) {
        out.printf(Locale.ROOT, "%npart %s: %d rounds%n", part, rounds);
        machine.forEach((what, value) -> out.printf("  %-10s %s%n", what, value));
        out.printf(
                Locale.ROOT,
                "  load       %.1f before, %.1f after%n"
                        + "  fdatasync  %.3f ms before, %.3f ms after; spin %.0f and %.0f ms%s%n",
                load.getFirst(),
                load.getLast(),
                before.fdatasyncMillis(),
                after.fdatasyncMillis(),
                before.spinMillis(),
                after.spinMillis(),
                before.isLike(after) ? "" : " (the machine changed: compare with care)");
        found.figures().forEach(figure -> print(figure, out));
        found.notMeasured().forEach(what -> out.println("  not measured: " + what));
        found.goals().forEach(goal -> print(goal, out));
    }

    private static void print(Figure figure, PrintStream out) {
        Spread rounds = Spread.of(figure.rounds());
        out.printf(
                Locale.ROOT,
                "  %s; %s: %s %s, from %s to %s",
                figure.what(),
                figure.system(),
                Numbers.told(rounds.median()),
                figure.unit(),
                Numbers.told(rounds.least()),
                Numbers.told(rounds.most()));
        if (!figure.waits().isEmpty()) {
            out.printf(
                    Locale.ROOT,
                    "; waits p50 %s, p99 %s, p99.9 %s, most %s ms",
                    Numbers.told(figure.wait("p50")),
                    Numbers.told(figure.wait("p99")),
                    Numbers.told(figure.wait("p99.9")),
                    Numbers.told(figure.wait("most")));
        }
        out.println();
    }

    private static void print(Goal goal, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "  goal: %s %s %s %s: reached %s: %s%n",
                goal.what(),
                goal.atMost() ? "at most" : "at least",
                Numbers.told(goal.goal()),
                goal.unit(),
                Numbers.told(goal.reached()),
                goal.held() ? "held" : "MISSED");
    }
}
