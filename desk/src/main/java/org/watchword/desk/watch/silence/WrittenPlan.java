package org.watchword.desk.watch.silence;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.watchword.desk.watch.CodenameId;
import org.watchword.desk.watch.LadderId;

/// A plan as one text, for a change that waits: a line each for ladder, code-names, margins, whose
/// word counts, schedule, and what it is called.
final class WrittenPlan {
    private static final int LINES = 6;

    static String of(Plan plan) {
        String about =
                plan.about().stream()
                        .map(who -> "" + who.value())
                        .sorted()
                        .collect(Collectors.joining(" "));
        return String.join(
                "\n",
                "" + plan.ladder().map(LadderId::value).orElse(0L),
                about,
                plan.margins().reminder().toSeconds() + " " + plan.margins().grace().toSeconds(),
                (plan.anyone() ? "anyone" : "each") + (plan.drill() ? " drill" : ""),
                WrittenSchedule.of(plan.schedule()),
                plan.label());
    }

    /// Empty where it cannot be read.
    static Optional<Plan> read(String text) {
        List<String> lines = Arrays.asList(text.split("\n", LINES));
        if (lines.size() != LINES) {
            return Optional.empty();
        }
        try {
            var margins = numbers(lines.get(2));
            long ladder = Long.parseLong(lines.getFirst());
            return Optional.of(
                    new Plan(
                            lines.get(5),
                            numbers(lines.get(1)).stream().map(CodenameId::new).toList(),
                            ladder == 0 ? Optional.empty() : Optional.of(new LadderId(ladder)),
                            WrittenSchedule.read(lines.get(4)),
                            new Margins(
                                    Duration.ofSeconds(margins.getFirst()),
                                    Duration.ofSeconds(margins.getLast())),
                            lines.get(3).startsWith("anyone"),
                            lines.get(3).endsWith("drill")));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static List<Long> numbers(String line) {
        return Arrays.stream(line.split(" ", -1)).map(Long::parseLong).toList();
    }

    private WrittenPlan() {}
}
