package org.watchword.bench;

import java.io.PrintStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// What a run found, for people and for machines.
///
/// @param repeated how often the run was begun again because the machine had slowed down
record Report(
        String part,
        Instant at,
        int rounds,
        Calibration before,
        Calibration after,
        int repeated,
        String peers,
        List<Goal> goals) {

    boolean held() {
        return goals.stream().allMatch(Goal::held);
    }

    void print(PrintStream out) {
        out.printf(Locale.ROOT, "bench watch, part %s: %d rounds%n", part, rounds);
        Machine.facts().forEach((what, value) -> out.printf("  %-10s %s%n", what, value));
        out.printf(
                Locale.ROOT,
                "  fdatasync  %.3f ms before, %.3f ms after; spin %.0f and %.0f ms%s%n",
                before.fdatasyncMillis(),
                after.fdatasyncMillis(),
                before.spinMillis(),
                after.spinMillis(),
                before.isLike(after) ? "" : " (the machine changed: compare with care)");
        out.printf("  peers      %s%n", peers);
        for (Goal goal : goals) {
            Spread all = goal.measured();
            out.printf(
                    Locale.ROOT,
                    "%s, %d waits: p50 %.0f, p99 %.0f, most %.0f ms%n"
                            + "  p%.0f of a round: median %.0f, from %.0f to %.0f ms%n"
                            + "  goal: p%.0f at most %.0f ms: %s%n",
                    goal.what(),
                    all.sorted().size(),
                    all.median(),
                    all.percentile(99),
                    all.most(),
                    goal.percentile(),
                    goal.rounds().median(),
                    goal.rounds().least(),
                    goal.rounds().most(),
                    goal.percentile(),
                    goal.goalMillis(),
                    goal.held() ? "held" : "MISSED");
        }
    }

    String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("bench", "watch");
        all.put("part", part);
        all.put("at", at.toString());
        all.put("machine", Machine.facts());
        all.put("rounds", rounds);
        all.put("repeated", repeated);
        all.put("calibration", Map.of("before", before, "after", after));
        all.put("peers", peers);
        all.put("goals", goals.stream().map(Report::goal).toList());
        all.put("held", held());
        ObjectWriter writer = JsonMapper.builder().build().writerWithDefaultPrettyPrinter();
        return writer.writeValueAsString(all) + "\n";
    }

    private static Map<String, Object> goal(Goal goal) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("what", goal.what());
        one.put("percentile", goal.percentile());
        one.put("goalMillis", goal.goalMillis());
        one.put("reachedMillis", goal.reached());
        one.put("p50Millis", goal.measured().median());
        one.put("mostMillis", goal.measured().most());
        one.put("perRoundMillis", goal.rounds().sorted());
        one.put("waitsMillis", goal.measured().sorted());
        one.put("held", goal.held());
        return one;
    }
}
