package org.watchword.story.simulation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Plays seeded histories on the desk's rooms and holds its promises against what came of them.
@Command(
        name = "simulate",
        description =
                "Plays nights on the desk's own rooms by a seed, and looks for broken promises.")
public final class SimulateCommand implements Callable<Integer> {
    private static final int WELL = 0;
    private static final int FINDING = 1;
    private static final int WRONG_USE = 2;

    @Spec private @Nullable CommandSpec spec;

    @Option(names = "--seeds", paramLabel = "N", description = "How many, 200 unless told.")
    private int seeds = 200;

    @Option(names = "--from", paramLabel = "S", description = "The first one.")
    private long from = 1;

    @Option(names = "--days", paramLabel = "D", description = "How long each lasts, 3 unless told.")
    private int days = 3;

    @Option(
            names = "--abreast",
            paramLabel = "N",
            description = "How many at once, one for each processor unless told.")
    private int abreast = Runtime.getRuntime().availableProcessors();

    @Option(names = "--plant", paramLabel = "NAME", description = "Puts a mistake into the desk.")
    private String plant = "";

    @Option(names = "--list-plants", description = "Names the mistakes.")
    private boolean listPlants;

    /// Nobody reads the log of thousands of nights.
    static void quiet() {
        for (String name : List.of("ROOT", "org.watchword")) {
            if (LoggerFactory.getLogger(name) instanceof Logger logger) {
                logger.setLevel(Level.OFF);
            }
        }
    }

    @Override
    public Integer call() {
        quiet();
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (listPlants) {
            Plants.ALL.forEach(one -> out.println(one.name()));
            return WELL;
        }
        Optional<Plant> chosen = plant.isEmpty() ? Optional.of(Plant.NONE) : Plants.named(plant);
        if (chosen.isEmpty() || seeds < 1 || days < 1 || abreast < 1) {
            out.println("wrong use: see --list-plants; --seeds, --days and --abreast begin at 1");
            return WRONG_USE;
        }
        return play(chosen.get(), out);
    }

    private int play(Plant planted, PrintWriter out) {
        Optional<Long> broken =
                new Abreast(abreast)
                        .firstBroken(
                                from,
                                seeds,
                                seed ->
                                        new World(Script.of(seed, days), planted)
                                                .played()
                                                .violation()
                                                .isPresent());
        if (broken.isPresent()) {
            tell(Script.of(broken.get(), days), planted, out);
            return FINDING;
        }
        out.println(
                "seeds "
                        + from
                        + " to "
                        + (from + seeds - 1)
                        + ": "
                        + seeds
                        + " histories of "
                        + days
                        + " days, every promise kept; "
                        + Effort.of(seeds * (double) days));
        return WELL;
    }

    /// The shortest history that breaks the same promise, and what was seen in it last.
    private static void tell(Script script, Plant planted, PrintWriter out) {
        Script shrunk = Shrinking.of(script, planted).shrunk();
        Outcome outcome = new World(shrunk, planted).played();
        outcome.lines().forEach(out::println);
        out.println();
        out.println("What had to happen for it, to be kept in src/test/simulation:");
        out.print(KeptHistory.written(shrunk));
        out.println();
        out.println(
                "seed "
                        + script.seed()
                        + ": "
                        + outcome.violation().map(Violation::toString).orElse("none"));
        out.flush();
    }
}
