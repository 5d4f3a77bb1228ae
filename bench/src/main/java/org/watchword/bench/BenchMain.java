package org.watchword.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.watchword.bench.keeper.Ground;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The program behind `./watchword bench`. Status 0: every goal held; 1: one was missed; 2: wrong
/// use; 3: the surroundings did not let it measure.
@Command(name = "bench")
public final class BenchMain {
    /// How often a part is begun again when the machine slowed down during it.
    private static final int AGAIN = 2;

    private static final String ROUNDS = "5";

    private BenchMain() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        if (LoggerFactory.getLogger("ROOT") instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(ch.qos.logback.classic.Level.WARN);
        }
        var command = new CommandLine(new BenchMain());
        command.setExitCodeExceptionMapper(_ -> 3);
        return command.execute(arguments);
    }

    /// Measures the watch. A file that is there already keeps what it says of other parts.
    @Command(name = "watch")
    int watch(
            @Option(names = "--only") @Nullable String only,
            @Option(names = "--json") @Nullable Path json,
            @Option(names = "--rounds", defaultValue = ROUNDS) int rounds,
            @Option(names = "--tiny", hidden = true) boolean tiny)
            throws IOException, InterruptedException {
        List<Part> known = List.of(Part.values());
        Optional<Effort> effort = effort(rounds, tiny);
        List<? extends Measurable> parts = parts(only, known);
        if (!isUsable(Report.WATCH, parts, known, effort, json)) {
            return 2;
        }
        try (var ground = Ground.in(fresh())) {
            return measure(new Order(Report.WATCH, json), parts, ground, effort.orElseThrow());
        }
    }

    /// Measures the formats; a file is kept as for the watch.
    @Command(name = "formats")
    int formats(
            @Option(names = "--only") @Nullable String only,
            @Option(names = "--json") @Nullable Path json,
            @Option(names = "--rounds", defaultValue = ROUNDS) int rounds,
            @Option(names = "--tiny", hidden = true) boolean tiny)
            throws IOException, InterruptedException {
        List<FormatPart> known = List.of(FormatPart.values());
        Optional<Effort> effort = effort(rounds, tiny);
        List<? extends Measurable> parts = parts(only, known);
        if (!isUsable(Report.FORMATS, parts, known, effort, json)) {
            return 2;
        }
        try (var ground = Ground.withoutPostgres(fresh())) {
            return measure(new Order(Report.FORMATS, json), parts, ground, effort.orElseThrow());
        }
    }

    /// Measures case files in a store; a file is kept as for the watch.
    @Command(name = "entries")
    int entries(
            @Option(names = "--only") @Nullable String only,
            @Option(names = "--json") @Nullable Path json,
            @Option(names = "--rounds", defaultValue = ROUNDS) int rounds,
            @Option(names = "--tiny", hidden = true) boolean tiny)
            throws IOException, InterruptedException {
        List<LedgerPart> known = List.of(LedgerPart.values());
        Optional<Effort> effort = effort(rounds, tiny);
        List<? extends Measurable> parts = parts(only, known);
        if (!isUsable(Report.ENTRIES, parts, known, effort, json)) {
            return 2;
        }
        try (var ground = Ground.withoutPostgres(fresh())) {
            return measure(new Order(Report.ENTRIES, json), parts, ground, effort.orElseThrow());
        }
    }

    /// Which bench, and where its figures go.
    private record Order(String bench, @Nullable Path json) {}

    private static Path fresh() throws IOException {
        return Files.createTempDirectory("watchword-bench-");
    }

    private static Optional<Effort> effort(int rounds, boolean tiny) {
        if (rounds < 1) {
            return Optional.empty();
        }
        return Optional.of(tiny ? Effort.tiny() : Effort.whole(rounds));
    }

    private static boolean isUsable(
            String bench,
            List<? extends Measurable> parts,
            List<? extends Measurable> known,
            Optional<Effort> effort,
            @Nullable Path json)
            throws IOException {
        if (parts.isEmpty() || effort.isEmpty()) {
            System.err.println("bench " + bench + " knows these parts: --only " + words(known));
            return false;
        }
        return json == null || isFit(json, bench);
    }

    private static int measure(
            Order order, List<? extends Measurable> parts, Ground ground, Effort effort)
            throws IOException, InterruptedException {
        int status = 0;
        for (Measurable part : parts) {
            status = Math.max(status, measure(part, ground, effort, order));
        }
        return status;
    }

    /// A part that could not be measured keeps no other from it.
    private static int measure(Measurable part, Ground ground, Effort effort, Order order)
            throws IOException, InterruptedException {
        Measured measured;
        try {
            measured = measured(part, ground, effort);
        } catch (RuntimeException e) {
            System.err.println("part " + part.word() + " could not be measured:");
            e.printStackTrace();
            return 3;
        }
        measured.print(System.out);
        if (order.json() != null) {
            Report.read(order.json(), order.bench()).with(measured).write(order.json());
        }
        return measured.held() ? 0 : 1;
    }

    /// Writes what was measured as a page, that of the watch with a chart.
    @Command(name = "page")
    int page(
            @Option(names = "--json", required = true) Path json,
            @Option(names = "--into", required = true) Path directory)
            throws IOException {
        try {
            new ResultPage(Report.read(json)).write(directory);
            return 0;
        } catch (NoSuchFileException e) {
            System.err.println("There is no " + json);
        } catch (Report.NoReport e) {
            System.err.println(e.getMessage());
        }
        return 2;
    }

    /// Whether a file can take what is measured: known before hours of measuring, not after them.
    private static boolean isFit(Path json, String bench) throws IOException {
        try {
            Report.read(json, bench);
            return true;
        } catch (Report.NoReport e) {
            System.err.println(e.getMessage());
            return false;
        }
    }

    private static List<? extends Measurable> parts(
            @Nullable String only, List<? extends Measurable> known) {
        if (only == null) {
            return known;
        }
        List<Measurable> parts = new ArrayList<>();
        for (String word : only.split(",", -1)) {
            var part = known.stream().filter(one -> one.word().equals(word)).findFirst();
            if (part.isEmpty()) {
                return List.of();
            }
            parts.add(part.get());
        }
        return parts;
    }

    private static String words(List<? extends Measurable> known) {
        return known.stream().map(Measurable::word).collect(Collectors.joining(", "));
    }

    private static Measured measured(Measurable part, Ground ground, Effort effort)
            throws IOException, InterruptedException {
        Measured best = once(part, ground, effort, 0);
        for (int again = 1; again <= AGAIN && !best.before().isLike(best.after()); again++) {
            best = once(part, ground, effort, again);
        }
        return best;
    }

    private static Measured once(Measurable part, Ground ground, Effort effort, int repeated)
            throws IOException, InterruptedException {
        double load = Machine.load();
        Calibration before = Calibration.take(ground.directory());
        Findings found = part.measure(ground, effort);
        Calibration after = Calibration.take(ground.directory());
        return new Measured(
                part.word(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                Machine.facts(ground.postgresVersion()),
                Stream.of(load, Machine.load()).toList(),
                effort.rounds(),
                before,
                after,
                repeated,
                found);
    }
}
