package org.watchword.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.watchword.bench.RingStory.Barrage;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The program behind `./watchword bench`. Status 0: every goal held; 1: one was missed; 2: wrong
/// use; 3: the surroundings did not let it measure.
@Command(name = "bench")
public final class BenchMain {
    /// How often a run is begun again when the machine slowed down during it.
    private static final int AGAIN = 2;

    private static final int ALARMS = 20;
    private static final int AT_ONE_INSTANT = 20_000;
    private static final double BURST_MILLIS = 500;
    private static final double RING_MILLIS = 2_000;
    private static final double REFUSED_MILLIS = 5_000;

    private BenchMain() {}

    public static void main(String[] arguments) {
        if (LoggerFactory.getLogger("ROOT") instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(ch.qos.logback.classic.Level.WARN);
        }
        System.exit(new CommandLine(new BenchMain()).execute(arguments));
    }

    @Command(name = "watch")
    int watch(
            @Option(names = "--only", defaultValue = "ring") String part,
            @Option(names = "--json") @Nullable Path json,
            @Option(names = "--rounds", defaultValue = "5", hidden = true) int rounds)
            throws IOException, InterruptedException {
        Optional<Part> asked =
                Stream.of(Part.values()).filter(one -> one.word().equals(part)).findFirst();
        if (asked.isEmpty() || rounds < 1) {
            System.err.println("bench watch knows these parts so far: --only ring, --only burst");
            return 2;
        }
        Report report = measured(asked.get(), rounds);
        report.print(System.out);
        if (json != null) {
            Files.writeString(json, report.json(), StandardCharsets.UTF_8);
        }
        return report.held() ? 0 : 1;
    }

    /// What can be measured of the watch.
    private enum Part {
        RING,
        BURST;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// What was measured beside it in the same run.
        String peers() {
            return switch (this) {
                case RING ->
                        "none measured: nobody publishes this figure, and no peer of this profile"
                                + " is here yet";
                case BURST -> "none measured: no peer of this profile is here yet";
            };
        }

        List<Goal> rounds(Path directory, int rounds) throws IOException, InterruptedException {
            return switch (this) {
                case RING -> ring(directory, rounds);
                case BURST -> burst(directory, rounds);
            };
        }
    }

    private static Report measured(Part part, int rounds) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("watchword-bench-");
        try {
            Report report = once(part, directory, rounds, 0);
            for (int again = 1;
                    again <= AGAIN && !report.before().isLike(report.after());
                    again++) {
                report = once(part, directory, rounds, again);
            }
            return report;
        } finally {
            FilledDesk.remove(directory);
        }
    }

    private static Report once(Part part, Path directory, int rounds, int repeated)
            throws IOException, InterruptedException {
        Calibration before = Calibration.take(directory);
        List<Goal> goals = part.rounds(directory, rounds);
        Calibration after = Calibration.take(directory);
        return new Report(
                part.word(), Instant.now(), rounds, before, after, repeated, part.peers(), goals);
    }

    private static List<Goal> burst(Path directory, int rounds)
            throws IOException, InterruptedException {
        List<Double> waits = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            Path own = Files.createTempDirectory(directory, "round-");
            waits.add(Burst.round(own.resolve("desk"), AT_ONE_INSTANT));
        }
        Spread spread = Spread.of(waits);
        return List.of(
                new Goal(
                        "20,000 watches ring at one instant → the last alarm is durable",
                        50,
                        BURST_MILLIS,
                        spread,
                        spread));
    }

    private static List<Goal> ring(Path directory, int rounds)
            throws IOException, InterruptedException {
        List<RingRound.Waits> waits = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            Path own = Files.createTempDirectory(directory, "round-");
            try (var round = RingRound.open(new RingStory(ALARMS), own)) {
                waits.add(round.run());
            }
        }
        return List.of(
                goal(
                        "raise → first message at a gateway, 20 alarms at once over two mail"
                                + " servers, one hung",
                        RING_MILLIS,
                        waits,
                        Barrage.BOTH),
                goal(
                        "raise → next channel, the first mail server refusing"
                                + " (the refusal is part of the wait)",
                        REFUSED_MILLIS,
                        waits,
                        Barrage.NEXT),
                goal(
                        "raise → first message at a gateway, 20 alarms at once over SMS, Telegram"
                                + " and mail, SMS hung",
                        RING_MILLIS,
                        waits,
                        Barrage.PHONES),
                goal(
                        "raise → next channel, the SMS gateway refusing"
                                + " (the refusal is part of the wait)",
                        REFUSED_MILLIS,
                        waits,
                        Barrage.REFUSED));
    }

    private static Goal goal(
            String what, double goalMillis, List<RingRound.Waits> rounds, Barrage barrage) {
        List<List<Double>> parts = rounds.stream().map(waits -> waits.of(barrage)).toList();
        List<Double> all = parts.stream().flatMap(List::stream).toList();
        List<Double> each = parts.stream().map(w -> Spread.of(w).percentile(99)).toList();
        return new Goal(what, 99, goalMillis, Spread.of(all), Spread.of(each));
    }
}
