package org.watchword.story.torture;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.WordBook;
import org.watchword.desk.basis.Words;
import org.watchword.story.process.DeskGone;
import org.watchword.story.process.Plant;
import org.watchword.story.visit.NoSuchThing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `torture --rounds N`: the real program under load, killed again and again, and judged from
/// outside.
@Command(
        name = "torture",
        mixinStandardHelpOptions = true,
        description = "Kills a real desk under load, again and again, and judges it from outside.")
public final class TortureCommand implements Callable<Integer> {
    private static final int WELL = 0;
    private static final int FINDING = 1;
    private static final int WRONG_USE = 2;
    private static final int SURROUNDINGS = 3;

    /// How much of one finding is told: the rest is of the same kind.
    private static final int TOLD = 10;

    private final InstantSource real;
    private final Words words;

    @Option(names = "--rounds", paramLabel = "N", description = "How many; 20 if not said.")
    private int rounds = 20;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "The same seed plans the same rounds; drawn if not said.")
    private @Nullable Long seed;

    @Option(names = "--plant", paramLabel = "NAME", description = "A fault that must be found.")
    private @Nullable String plant;

    @Option(names = "--list-plants", description = "Names the faults that can be planted.")
    private boolean listPlants;

    @Option(
            names = "--only",
            paramLabel = "UPSET",
            description = "Every round is one of kill, delivery, freeze, disk, power.")
    private @Nullable String only;

    @Option(names = "--log", paramLabel = "FILE", description = "Writes the figures there.")
    private @Nullable Path log;

    @Spec private @Nullable CommandSpec spec;

    public TortureCommand(InstantSource real, Language reader) {
        this.real = real;
        this.words =
                WordBook.read(
                                List.of(new Language("en"), new Language("ru")),
                                List.of(TortureCommand.class))
                        .in(reader);
    }

    /// What is asked for.
    private record Wish(
            int rounds, long seed, Optional<Plant> plant, Optional<Upset> only, PrintWriter out) {}

    @Override
    public Integer call() {
        if (spec == null) {
            return WRONG_USE;
        }
        PrintWriter out = spec.commandLine().getOut();
        if (listPlants) {
            Plant.words().forEach(out::println);
            return WELL;
        }
        Optional<Plant> planted = Optional.ofNullable(plant).flatMap(Plant::of);
        if (plant != null && planted.isEmpty()) {
            return refused(out, plant, Plant.words());
        }
        Optional<Upset> upset = Optional.ofNullable(only).flatMap(Upset::of);
        if (only != null && upset.isEmpty()) {
            return refused(out, only, Upset.words());
        }
        if (rounds < 1) {
            return refused(out, "--rounds " + rounds, List.of("--rounds 1"));
        }
        long chosen = seed == null ? real.instant().toEpochMilli() % 1_000_000 : seed;
        return run(new Wish(rounds, chosen, planted, upset, out));
    }

    private int refused(PrintWriter out, String what, List<String> known) {
        say(
                out,
                new Sentence(
                        "torture.refused",
                        Map.of("what", what, "known", String.join(", ", known))));
        return WRONG_USE;
    }

    private void say(PrintWriter out, Sentence what) {
        out.println(words.say(what));
        out.flush();
    }

    private int run(Wish wish) {
        say(wish.out(), Sentence.of("torture.begins", "seed", "" + wish.seed()));
        wish.plant()
                .ifPresent(p -> say(wish.out(), Sentence.of("torture.planted", "name", p.word())));
        try {
            Path directory = Files.createTempDirectory("watchword-torture");
            int status = SURROUNDINGS;
            try (var torture = Torture.open(directory, wish.plant(), real)) {
                torture.lacking().forEach(lacking -> say(wish.out(), lacking));
                status = rounds(torture, wish);
            }
            if (status == WELL || wish.plant().isPresent()) {
                remove(directory);
            } else {
                say(wish.out(), Sentence.of("torture.kept", "where", directory.toString()));
            }
            return status;
        } catch (IOException | DeskGone | NoSuchThing e) {
            say(wish.out(), Sentence.of("torture.surroundings", "why", "" + e.getMessage()));
            return SURROUNDINGS;
        }
    }

    private int rounds(Torture torture, Wish wish) throws IOException {
        var measured =
                new MeasuredLog(Path.of(System.getProperty("watchword.home", ".")), real.instant());
        boolean well = true;
        for (int round = 1; round <= wish.rounds() && well; round++) {
            Instant began = real.instant();
            Plan plan = Plan.draw(wish.seed(), round, wish.only());
            List<Sentence> wrong = torture.round(plan);
            say(wish.out(), line(torture, plan, Duration.between(began, real.instant())));
            wrong.stream().limit(TOLD).forEach(what -> say(wish.out(), found(wish, plan, what)));
            well = wrong.isEmpty();
        }
        Map<String, Object> figures =
                torture.figures().all(torture.acknowledged(), torture.messages());
        say(wish.out(), new Sentence("torture.summary", figures));
        if (log != null) {
            Map<String, Object> run = new HashMap<>(figures);
            run.put("seed", wish.seed());
            run.put("plant", wish.plant().map(Plant::word).orElse("none"));
            run.put("lacking", torture.lacking().stream().map(Sentence::key).toList());
            measured.write(log, run, torture.figures(), real.instant());
        }
        return well ? WELL : FINDING;
    }

    private static Sentence line(Torture torture, Plan plan, Duration took) {
        return new Sentence(
                "torture.round",
                Map.of(
                        "round", plan.round(),
                        "upset", plan.upset().word(),
                        "seconds", Figures.seconds(took),
                        "acknowledged", torture.acknowledged(),
                        "messages", torture.messages()));
    }

    private Sentence found(Wish wish, Plan plan, Sentence what) {
        return new Sentence(
                "torture.found",
                Map.of(
                        "seed", "" + wish.seed(),
                        "round", plan.round(),
                        "what", words.say(what)));
    }

    private static void remove(Path directory) throws IOException {
        try (var all = Files.walk(directory)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }
}
