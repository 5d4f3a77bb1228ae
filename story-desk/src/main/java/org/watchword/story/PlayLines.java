package org.watchword.story;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.Words;
import org.watchword.story.StepResult.Outcome;
import org.watchword.story.gateway.Gateway;
import org.watchword.story.gateway.SmsGateway;
import org.watchword.story.script.Story;

/// What a run prints: a line per step with what was checked, and a last line that programs read.
final class PlayLines {
    private final Words words;
    private final PrintWriter out;
    private final DateTimeFormatter clock;

    PlayLines(Story story, Words words, PrintWriter out) {
        this.words = words;
        this.out = out;
        this.clock =
                DateTimeFormatter.ofPattern("d MMM HH:mm:ss", words.language().locale())
                        .withZone(story.place().zone());
    }

    /// Which gateways are real programs of this machine.
    void gateways(List<Gateway> all) {
        for (Gateway gateway : all) {
            if (!gateway.program().isEmpty()) {
                out.println(
                        words.say(
                                "play.gateway.real",
                                Map.of("channel", gateway.name(), "program", gateway.program())));
            } else if (gateway instanceof SmsGateway) {
                out.println(words.say("play.gateway.here", Map.of("channel", gateway.name())));
            }
        }
    }

    void step(StepResult result) {
        String head =
                clock.format(result.step().at())
                        + "  "
                        + words.say("play.outcome." + word(result.outcome()))
                        + "  "
                        + Labels.of(result.step());
        String checks =
                switch (result.outcome()) {
                    case PASSED, FAILED -> checks(result);
                    case NOT_YET -> " — " + String.join(", ", result.step().lacks());
                    case TOLD -> "";
                };
        out.println(head + checks);
        for (StepResult.Checked check : result.checks()) {
            check.wrong()
                    .ifPresent(w -> out.println("    ✗ " + check.what() + ": " + words.say(w)));
        }
        out.flush();
    }

    private static String checks(StepResult result) {
        return result.checks().isEmpty()
                ? ""
                : result.checks().stream()
                        .map(PlayLines::shown)
                        .collect(Collectors.joining(" · ", " — ", ""));
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String shown(StepResult.Checked check) {
        boolean worth = check.took().compareTo(Duration.ofMillis(100)) >= 0;
        String took =
                worth
                        ? String.format(Locale.ROOT, " (%.1f s)", check.took().toMillis() / 1000.0)
                        : "";
        return (check.wrong().isEmpty() ? "" : "✗ ") + check.what() + took;
    }

    /// What was wrong when the story was over.
    void after(List<Sentence> wrong) {
        wrong.forEach(w -> out.println("✗ " + words.say(w)));
    }

    /// The last line; true when nothing failed.
    boolean last(List<StepResult> results, List<Sentence> after) {
        long failed = count(results, Outcome.FAILED) + (after.isEmpty() ? 0 : 1);
        out.println(
                count(results, Outcome.PASSED)
                        + " passed, "
                        + failed
                        + " failed, "
                        + count(results, Outcome.NOT_YET)
                        + " not yet");
        out.flush();
        return failed == 0;
    }

    private static long count(List<StepResult> results, Outcome outcome) {
        return results.stream().filter(r -> r.outcome() == outcome).count();
    }
}
