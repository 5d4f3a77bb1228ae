package org.watchword.story.process;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.DataDirectory;
import org.watchword.desk.Desk;
import org.watchword.desk.Surroundings;
import org.watchword.desk.Wiring;
import org.watchword.desk.basis.Language;
import org.watchword.desk.cli.Settings;
import org.watchword.desk.cli.SettingsFile;
import org.watchword.desk.store.StoreEngine;
import org.watchword.story.script.Story;
import org.watchword.story.script.StoryFile;
import tools.jackson.databind.json.JsonMapper;

/// The main program of the desk's own process: does what the pipe says, and ends when it closes.
public final class StoryDesk {
    private final Path directory;

    private final PrintStream pipe;
    private final StoryClock clock;
    private final DiskLimit disk = new DiskLimit();
    private final UnaryOperator<StoreEngine> engine;
    private List<String> hosts = List.of();
    private @Nullable Desk desk;
    private @Nullable KillAtOpening opening;

    StoryDesk(Path directory, PrintStream pipe) {
        this(directory, pipe, UnaryOperator.identity());
    }

    /// @param engine may wrap the database
    private StoryDesk(Path directory, PrintStream pipe, UnaryOperator<StoreEngine> engine) {
        this.directory = directory;
        this.pipe = pipe;
        this.engine = engine;
        this.clock = StoryClock.in(directory, InstantSource.system());
    }

    /// Runs the desk of one directory, which must carry the file `story`; with a plant where one is
    /// named after it.
    public static void main(String[] arguments) throws IOException {
        var pipe =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        // Nothing else may speak on the pipe.
        System.setOut(System.err);
        Path directory = Path.of(arguments[0]);
        if (!Files.exists(directory.resolve("story"))) {
            pipe.println("wrong this directory is not a story's");
            System.exit(3);
        }
        var plant = Arrays.stream(arguments).skip(1).findFirst().map(Plant::valueOf);
        UnaryOperator<StoreEngine> engine =
                behind -> plant.<StoreEngine>map(p -> new PlantedEngine(behind, p)).orElse(behind);
        new StoryDesk(directory, pipe, engine).listen();
    }

    private void listen() throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String answer = answered(line);
            pipe.println(answer);
            pipe.flush();
            if (line.equals("quit") || answer.startsWith("wrong ")) {
                break;
            }
        }
        // The runner is gone or has enough: nothing of a story outlives it.
        System.exit(0);
    }

    /// The outer edge of this process: whatever went wrong is told to the runner, which stops.
    String answered(String line) {
        try {
            return answer(line);
        } catch (RuntimeException e) {
            e.printStackTrace();
            return "wrong " + e.getClass().getSimpleName() + ": " + e.getMessage();
        }
    }

    private String answer(String line) {
        String[] words = line.split(" ", 2);
        String rest = words.length > 1 ? words[1] : "";
        switch (words[0]) {
            case "found" -> {
                return found(new JsonMapper().readValue(rest, FoundingOrder.class));
            }
            case "adopt" -> {
                return adopt(new JsonMapper().readValue(rest, FoundingOrder.class));
            }
            case "start" -> {
                return start();
            }
            case "look" -> {
                return new DueWork(opened().rooms().store()).at(clock.instant()).line();
            }
            case "hosts" -> {
                hosts = rest.isBlank() ? List.of() : List.of(rest.split(" "));
                desk = open();
            }
            case "hop" -> clock.hop(Long.parseLong(rest));
            case "skew" -> clock.skew(Long.parseLong(rest));
            case "disk" -> disk.fill(rest.equals("full"));
            case "kill-at-opening" -> Objects.requireNonNull(opening).arm();
            case "quit" -> opened().close();
            default -> throw new DeskGone("not understood: " + words[0]);
        }
        return "done";
    }

    private Desk opened() {
        if (desk == null) {
            throw new DeskGone("the desk is not open");
        }
        return desk;
    }

    private String found(FoundingOrder order) {
        var founder = new Founder(opened().rooms(), story(order), order);
        founder.found(clock.instant());
        return start() + " " + founder.channelNumbers();
    }

    private String adopt(FoundingOrder order) {
        String numbers = Founder.connect(opened().rooms(), order.settings());
        return start() + " " + numbers;
    }

    private String start() {
        opened().start();
        return "ready " + opened().address().getPort();
    }

    private Desk open() {
        return switch (DataDirectory.take(directory)) {
            case DataDirectory.Taken.Held held ->
                    Wiring.desk(held.directory(), settings(), around());
            case DataDirectory.Taken.Not no -> throw new DeskGone(no.why().key());
        };
    }

    private Settings settings() {
        var spoken = Wiring.LANGUAGES.stream().map(Language::tag).collect(Collectors.toSet());
        return switch (SettingsFile.in(directory, spoken)) {
            case SettingsFile.Read.Good good -> good.settings();
            case SettingsFile.Read.Bad bad -> throw new DeskGone(bad.why().key());
        };
    }

    private Surroundings around() {
        return new Surroundings(
                clock,
                new SecureRandom(),
                this::engine,
                (_, reserve) -> disk.over(reserve),
                hosts,
                rooms -> List.of());
    }

    private StoreEngine engine(StoreEngine behind) {
        opening = new KillAtOpening(engine.apply(behind));
        return opening;
    }

    private static Story story(FoundingOrder order) {
        if (StoryFile.read(Path.of(order.story())) instanceof StoryFile.Reading.Whole whole) {
            return whole.story();
        }
        throw new DeskGone("the story changed while it was played");
    }
}
