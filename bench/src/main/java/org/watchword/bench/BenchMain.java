package org.watchword.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
    private static final double RING_MILLIS = 2_000;
    private static final double REFUSED_MILLIS = 5_000;
    private static final String PEERS =
            "none measured: nobody publishes this figure, and no peer of this profile is here yet";

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
        if (!part.equals("ring") || rounds < 1) {
            System.err.println("bench watch knows one part so far: --only ring");
            return 2;
        }
        Report report = ring(rounds);
        report.print(System.out);
        if (json != null) {
            Files.writeString(json, report.json(), StandardCharsets.UTF_8);
        }
        return report.held() ? 0 : 1;
    }

    private static Report ring(int rounds) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("watchword-bench-");
        try {
            Report report = once(directory, rounds, 0);
            for (int again = 1;
                    again <= AGAIN && !report.before().isLike(report.after());
                    again++) {
                report = once(directory, rounds, again);
            }
            return report;
        } finally {
            remove(directory);
        }
    }

    private static Report once(Path directory, int rounds, int repeated)
            throws IOException, InterruptedException {
        Calibration before = Calibration.take(directory);
        List<RingRound.Waits> waits = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            Path own = Files.createTempDirectory(directory, "round-");
            try (var round = RingRound.open(new RingStory(ALARMS), own)) {
                waits.add(round.run());
            }
        }
        Calibration after = Calibration.take(directory);
        List<Goal> goals =
                List.of(
                        goal(
                                "raise → first message at a gateway, 20 alarms at once over two"
                                        + " mail servers, one hung",
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
                                "raise → first message at a gateway, 20 alarms at once over SMS,"
                                        + " Telegram and mail, SMS hung",
                                RING_MILLIS,
                                waits,
                                Barrage.PHONES),
                        goal(
                                "raise → next channel, the SMS gateway refusing"
                                        + " (the refusal is part of the wait)",
                                REFUSED_MILLIS,
                                waits,
                                Barrage.REFUSED));
        return new Report("ring", Instant.now(), rounds, before, after, repeated, PEERS, goals);
    }

    private static Goal goal(
            String what, double goalMillis, List<RingRound.Waits> rounds, Barrage barrage) {
        List<List<Double>> parts = rounds.stream().map(waits -> waits.of(barrage)).toList();
        List<Double> all = parts.stream().flatMap(List::stream).toList();
        List<Double> each = parts.stream().map(w -> Spread.of(w).percentile(99)).toList();
        return new Goal(what, 99, goalMillis, Spread.of(all), Spread.of(each));
    }

    private static void remove(Path directory) {
        try (Stream<Path> inside = Files.walk(directory)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
