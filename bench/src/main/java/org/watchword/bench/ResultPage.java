package org.watchword.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.watchword.bench.keeper.Peer;

/// What was measured, as a page: every figure on it stands in the report. That of the watch has a
/// chart.
///
/// What stands below its last line was written by people, and stays.
record ResultPage(Report report) {
    /// What people write stands below.
    static final String BY_HAND = "<!-- What stands below is written by hand. -->";

    void write(Path directory) throws IOException {
        Path page = directory.resolve(report.bench() + ".md");
        String before = Files.exists(page) ? Files.readString(page) : BY_HAND + "\n";
        int hand = before.indexOf(BY_HAND);
        Files.writeString(page, text() + (hand < 0 ? BY_HAND + "\n" : before.substring(hand)));
        if (hasChart()) {
            Files.writeString(directory.resolve(chart()), new Chart(report).svg());
        }
    }

    boolean hasChart() {
        return report.bench().equals(Report.WATCH);
    }

    private String chart() {
        return report.bench() + ".svg";
    }

    /// All above what is written by hand.
    String text() {
        var lines = new StringJoiner("\n", "", "\n\n");
        lines.add("# The %s, measured".formatted(report.bench()));
        lines.add("");
        lines.add(
                """
                Written by `./watchword bench page --json docs/measurements/%1$s.json --into \
                docs/measurements`, from what `./watchword bench %1$s --json \
                docs/measurements/%1$s.json` measured.\
                """
                        .formatted(report.bench()));
        lines.add("Ratios count more than figures: peers ran on the same machine in the same run.");
        if (hasChart()) {
            lines.add("");
            lines.add("![Check-ins a second, and lateness](" + chart() + ")");
        }
        goals(lines);
        report.parts().forEach(part -> part(part, lines));
        return lines.toString();
    }

    private void goals(StringJoiner lines) {
        lines.add("");
        lines.add("## Goals");
        lines.add("");
        lines.add("| what | goal | reached | round by round | |");
        lines.add("|---|---|---|---|---|");
        for (Measured part : report.parts()) {
            for (Goal goal : part.found().goals()) {
                lines.add(
                        "| %s | %s %s %s | %s | %s | %s |"
                                .formatted(
                                        goal.what(),
                                        goal.atMost() ? "≤" : "≥",
                                        Numbers.told(goal.goal()),
                                        goal.unit(),
                                        Numbers.told(goal.reached()),
                                        range(goal.rounds()),
                                        goal.held() ? "held" : "**missed**"));
            }
        }
    }

    private static String range(List<Double> rounds) {
        Spread spread = Spread.of(rounds);
        return "%s to %s".formatted(Numbers.told(spread.least()), Numbers.told(spread.most()));
    }

    private static void part(Measured part, StringJoiner lines) {
        lines.add("");
        lines.add("## " + Measurable.of(part.part()).map(Measurable::title).orElse(part.part()));
        part.found().how().forEach(how -> lines.add("\n" + how));
        lines.add("");
        figures(part.found().figures(), lines);
        part.found().notMeasured().forEach(what -> lines.add("\nNot measured: " + what + "."));
        lines.add("");
        lines.add(surroundings(part));
    }

    private static void figures(List<Figure> figures, StringJoiner lines) {
        lines.add("| what | system | median | range | p50 | p99 | p99.9 | most |");
        lines.add("|---|---|---|---|---|---|---|---|");
        for (Figure figure : figures) {
            lines.add(
                    "| %s | %s | %s %s | %s | %s |"
                            .formatted(
                                    figure.what(),
                                    figure.system(),
                                    Numbers.told(figure.median()),
                                    figure.unit(),
                                    range(figure.rounds()),
                                    waits(figure)));
        }
        if (figures.stream().anyMatch(figure -> !figure.waits().isEmpty())) {
            lines.add("");
            lines.add(
                    "Median and range are of the rounds; the percentiles, in milliseconds, of"
                            + " single waits of all rounds.");
        }
    }

    private static String waits(Figure figure) {
        if (figure.waits().isEmpty()) {
            return "– | – | – | –";
        }
        return List.of("p50", "p99", "p99.9", "most").stream()
                .map(name -> Numbers.told(figure.wait(name)))
                .collect(Collectors.joining(" | "));
    }

    private static String surroundings(Measured part) {
        String machine =
                part.machine().entrySet().stream()
                        .map(fact -> fact.getKey() + " " + fact.getValue())
                        .collect(Collectors.joining("; "));
        String changed =
                part.before().isLike(part.after())
                        ? ""
                        : "; **the machine changed meanwhile: compare with care**";
        return "%s, %d rounds, load %s before and %s after; "
                        .formatted(
                                part.at(),
                                part.rounds(),
                                Numbers.told(part.load().getFirst()),
                                Numbers.told(part.load().getLast()))
                + "`fdatasync` %s and %s ms, spin loop %s and %s ms%s. %s."
                        .formatted(
                                Numbers.told(part.before().fdatasyncMillis()),
                                Numbers.told(part.after().fdatasyncMillis()),
                                Numbers.told(part.before().spinMillis()),
                                Numbers.told(part.after().spinMillis()),
                                changed,
                                machine);
    }

    /// The systems that a chart shows, in its order.
    static List<String> systems() {
        return List.of(
                Peer.DESK.title(),
                Peer.DB_SCHEDULER.title(),
                Peer.DB_SCHEDULER_SQLITE.title(),
                Peer.PLAIN_TABLE.title(),
                Peer.QUARTZ.title(),
                Peer.RAW_LOG.title());
    }
}
