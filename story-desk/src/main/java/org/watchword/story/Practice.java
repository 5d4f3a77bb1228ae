package org.watchword.story;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import org.watchword.desk.OwnMemory;
import org.watchword.story.gateway.Certificate;
import org.watchword.story.gateway.MailGateway;
import org.watchword.story.process.DeskProcess;
import org.watchword.story.process.FoundingOrder;
import org.watchword.story.process.Rehearsal;
import org.watchword.story.script.Story;
import org.watchword.story.script.StoryFile;
import org.watchword.story.visit.Card;
import org.watchword.story.visit.Credentials;
import org.watchword.story.visit.NoSuchThing;
import org.watchword.story.visit.Visitor;

/// One run through everything a demo's start needs, in one process, after every build. The launcher
/// has the JDK keep what was loaded here, and the desk that was founded here is kept to begin with:
/// both so that every later start is quick.
public final class Practice {
    /// Of the desk's door, for gateways that hand in nothing.
    private static final int NO_PORT = 9;

    private Practice() {}

    public static void main(String[] arguments) throws IOException {
        OwnMemory.close();
        Path story = home().resolve("stories").resolve("harbour.yaml");
        // A desk left open would keep the process alive.
        Thread.currentThread()
                .setUncaughtExceptionHandler((thread, thrown) -> {
                    LoggerFactory.getLogger(Practice.class).error("practice failed", thrown);
                    System.exit(1);
                });
        System.exit(run(story, founded(), InstantSource.system()) ? 0 : 1);
    }

    private static Path home() {
        return Path.of(System.getProperty("watchword.home", "."));
    }

    /// Where the founded desk is kept.
    public static Path founded() {
        return home().resolve("target").resolve("founded");
    }

    /// Reads a story, founds its desk in a directory that goes away, lets somebody sign in, and
    /// keeps it.
    ///
    /// @return whether it went well
    static boolean run(Path file, Path kept, InstantSource real) throws IOException {
        Visitor.first();
        StoryMain.run("play", "--help");
        if (!(StoryFile.read(file) instanceof StoryFile.Reading.Whole(Story story))) {
            return false;
        }
        var random = new SecureRandom();
        var clocks = new MailGateway.Clocks(real, real);
        var certificate = Certificate.make(real.instant(), random);
        try (var place = PlayCommand.KeptDirectory.at(Optional.empty());
                var ends =
                        FarEnds.open(
                                story,
                                new FarEnds.Means(
                                        clocks, certificate, random, NO_PORT, Optional.empty()))) {
            List<Credentials> people =
                    story.team().people().stream()
                            .map(person -> Credentials.made(person.name(), random))
                            .toList();
            var order =
                    new FoundingOrder(
                            file.toAbsolutePath().toString(),
                            people.stream()
                                    .collect(toMap(Credentials::name, Credentials::passphrase)),
                            ends.settings());
            return new Rehearsal(story, order)
                    .run(
                            place.path().resolve("desk"),
                            StoryWorld.begin(story),
                            port -> visited(story, people, port),
                            kept);
        }
    }

    /// Somebody comes in, and whoever may makes the cards.
    private static Optional<Map<String, Card>> visited(
            Story story, List<Credentials> people, int port) {
        var cards = new CardsInHand();
        var at = new Visitor.Place(DeskProcess.HOST, port);
        try {
            if (new Visitor(people.getFirst(), at).open("/").status() != 200) {
                return Optional.empty();
            }
            var maker = SilenceDeeds.maker(story);
            people.stream()
                    .filter(who -> maker.filter(who.name()::equals).isPresent())
                    .findFirst()
                    .ifPresent(who ->
                            new SilenceDeeds(cards, story, InstantSource.system())
                                    .makeCards(new Visitor(who, at)));
            return Optional.of(cards.all());
        } catch (NoSuchThing e) {
            return Optional.empty();
        }
    }
}
