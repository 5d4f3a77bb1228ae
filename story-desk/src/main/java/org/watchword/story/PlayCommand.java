package org.watchword.story;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.Words;
import org.watchword.story.process.DeskGone;
import org.watchword.story.script.Mistake;
import org.watchword.story.script.Story;
import org.watchword.story.script.StoryFile;
import org.watchword.story.visit.NoSuchThing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Plays a story against a real desk process over its real forms, clock in hand.
@Command(
        name = "play",
        mixinStandardHelpOptions = true,
        description = "Plays a story against a real desk process over its real forms.")
final class PlayCommand implements Callable<Integer> {
    private static final int WELL = 0;
    private static final int FINDING = 1;
    private static final int UNUSABLE = 2;
    private static final int SURROUNDINGS = 3;

    private final InstantSource real;
    private final Words words;

    @Parameters(index = "0", paramLabel = "STORY", description = "The story file.")
    private @Nullable Path file;

    @Option(
            names = "--keep",
            paramLabel = "DIR",
            description = "Leave the desk, every message and every page in this directory.")
    private @Nullable Path keep;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write the state column of this table from what passed.")
    private @Nullable Path report;

    @Option(
            names = "--patience",
            paramLabel = "N",
            description =
                    "What must really happen within a time may take N times as long: for a machine"
                            + " that does other work meanwhile.",
            defaultValue = "1")
    private int patience = 1;

    @Spec private @Nullable CommandSpec spec;

    PlayCommand(InstantSource real, Words words) {
        this.real = real;
        this.words = words;
    }

    @Override
    public Integer call() {
        if (file == null || spec == null) {
            return UNUSABLE;
        }
        PrintWriter out = spec.commandLine().getOut();
        if (patience < 1) {
            return told(out, words.say("play.patience"));
        }
        Path story = file;
        return switch (StoryFile.read(story)) {
            case StoryFile.Reading.NoFile none -> told(out, story + ": " + words.say(none.why()));
            case StoryFile.Reading.Wrong wrong -> {
                wrong.mistakes().forEach(m -> told(out, at(story, m)));
                yield UNUSABLE;
            }
            case StoryFile.Reading.Whole whole -> play(whole.story(), story, out);
        };
    }

    private int told(PrintWriter out, String line) {
        out.println(line);
        out.flush();
        return UNUSABLE;
    }

    private String at(Path story, Mistake mistake) {
        return story + ":" + mistake.line() + ": " + words.say(mistake.what());
    }

    private int play(Story story, Path file, PrintWriter out) {
        try (var place = KeptDirectory.at(Optional.ofNullable(keep))) {
            return play(story, file, place, out);
        } catch (IOException | DeskGone | NoSuchThing e) {
            told(out, words.say("play.surroundings", "why", "" + e.getMessage()));
            return SURROUNDINGS;
        }
    }

    private int play(Story story, Path file, KeptDirectory place, PrintWriter out)
            throws IOException {
        var lines = new PlayLines(story, words, out);
        List<StepResult> results = new ArrayList<>();
        List<Sentence> after = new ArrayList<>();
        var outside = new StoryWorld.Outside(real, new SecureRandom(), Optional.empty(), true);
        try (var world = StoryWorld.open(story, file, place.path(), outside)) {
            if (keep != null) {
                world.keepPages();
            }
            lines.gateways(world.gateways());
            var director = new StoryDirector(world, real, patience);
            director.makeCards();
            director.signInEverybody();
            for (var step : story.steps()) {
                StepResult result = director.play(step);
                results.add(result);
                lines.step(result);
            }
            world.desk().settle();
            world.desk().quit();
            KeptMessages.write(place.path(), world.gateways());
            var needles = new NeedleSearch(Needles.of(world));
            after.addAll(Aftermath.wrongIn(world.desk(), needles));
        }
        lines.after(after);
        if (report != null) {
            String before = Files.readString(report);
            Files.writeString(
                    report, FoundingReport.written(before, results), StandardCharsets.UTF_8);
        }
        return lines.last(results, after) ? WELL : FINDING;
    }

    /// Where a story is played: the directory that the user wants kept, or one that goes away.
    record KeptDirectory(Path path, boolean stays) implements AutoCloseable {
        static KeptDirectory at(Optional<Path> wanted) throws IOException {
            if (wanted.isEmpty()) {
                return new KeptDirectory(Files.createTempDirectory("watchword-story"), false);
            }
            Path path = wanted.get();
            Files.createDirectories(path);
            try (var inside = Files.list(path)) {
                if (inside.findAny().isPresent()) {
                    throw new IOException(path + " is not empty");
                }
            }
            return new KeptDirectory(path, true);
        }

        @Override
        public void close() throws IOException {
            if (stays) {
                return;
            }
            try (var all = Files.walk(path)) {
                for (Path one : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(one);
                }
            }
        }
    }
}
