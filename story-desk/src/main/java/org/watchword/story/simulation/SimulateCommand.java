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
        if (chosen.isEmpty() || seeds < 1 || days < 1) {
            out.println("wrong use: see --list-plants; --seeds and --days begin at 1");
            return WRONG_USE;
        }
        return play(chosen.get(), out);
    }

    private int play(Plant planted, PrintWriter out) {
        for (long seed = from; seed < from + seeds; seed++) {
            var script = Script.of(seed, days);
            Outcome outcome = new World(script, planted).played();
            if (outcome.violation().isPresent()) {
                tell(script, planted, out);
                return FINDING;
            }
        }
        out.println(seeds + " histories of " + days + " days, every promise kept");
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
