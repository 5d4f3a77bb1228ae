package org.watchword.story;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.OwnMemory;
import org.watchword.desk.basis.Words;
import org.watchword.story.script.DrillFile;
import org.watchword.story.script.DrillStory;
import org.watchword.story.visit.Credentials;
import org.watchword.story.visit.NoSuchThing;
import org.watchword.story.visit.Visitor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `drill STORY --desk URL`: plays a drill on a desk that runs.
@Command(
        name = "drill",
        mixinStandardHelpOptions = true,
        description = "Plays a drill on a desk that runs, and says who answered after how long.")
final class DrillCommand implements Callable<Integer> {
    private static final int WELL = 0;
    private static final int FINDING = 1;
    private static final int WRONG = 2;
    private static final int OUTSIDE = 3;

    private final Asking asking;
    private final InstantSource real;
    private final Words words;

    @Parameters(index = "0", paramLabel = "STORY", description = "The story file, a drill.")
    private @Nullable Path file;

    @Option(
            names = "--desk",
            required = true,
            paramLabel = "URL",
            description = "The address of the staff desk.")
    private @Nullable String desk;

    @Spec private @Nullable CommandSpec spec;

    DrillCommand(Asking asking, InstantSource real, Words words) {
        this.asking = asking;
        this.real = real;
        this.words = words;
    }

    @Override
    public Integer call() {
        // Somebody's real passphrase is typed here.
        OwnMemory.close();
        if (file == null || desk == null || spec == null) {
            return WRONG;
        }
        Path story = file;
        PrintWriter out = spec.commandLine().getOut();
        return switch (DrillFile.read(story)) {
            case DrillFile.Reading.NoFile(var why) -> wrong(out, story + ": " + words.say(why));
            case DrillFile.Reading.Wrong(var mistakes) -> {
                mistakes.forEach(
                        one -> wrong(out, story + ":" + one.line() + ": " + words.say(one.what())));
                yield WRONG;
            }
            case DrillFile.Reading.Whole(var drill) -> play(drill, desk, out);
        };
    }

    private int wrong(PrintWriter out, String line) {
        out.println(line);
        out.flush();
        return WRONG;
    }

    private int play(DrillStory story, String typed, PrintWriter out) {
        Optional<Visitor.Place> place = DeskInUse.at(typed);
        if (place.isEmpty()) {
            return wrong(out, words.say("play.drill.no-address"));
        }
        Optional<String> name = asking.line(words.say("play.drill.ask-name"), out);
        Optional<String> passphrase = asking.secret(words.say("play.drill.ask-passphrase"), out);
        if (name.isEmpty() || passphrase.isEmpty()) {
            return wrong(out, words.say("play.drill.no-name"));
        }
        var who = Credentials.made(name.get(), new SecureRandom()).with(passphrase.get());
        var drill = new LiveDrill(story, new Visitor(who, place.get()), real, words, out);
        try {
            return switch (drill.play()) {
                case WELL -> WELL;
                case FINDING -> FINDING;
                case NOT_IN -> OUTSIDE;
            };
        } catch (NoSuchThing e) {
            wrong(out, words.say("play.drill.out-of-reach", "why", e.what()));
            return OUTSIDE;
        }
    }
}
