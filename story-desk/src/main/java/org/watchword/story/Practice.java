package org.watchword.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.watchword.desk.DataDirectory;
import org.watchword.desk.Desk;
import org.watchword.desk.Surroundings;
import org.watchword.desk.Wiring;
import org.watchword.desk.cli.SettingsFile;
import org.watchword.story.gateway.Certificate;
import org.watchword.story.gateway.MailGateway;
import org.watchword.story.process.DeskProcess;
import org.watchword.story.script.StoryFile;
import org.watchword.story.visit.Credentials;
import org.watchword.story.visit.NoSuchThing;
import org.watchword.story.visit.Visitor;

/// One run through everything a start needs, in one process: the launcher has the JDK keep what was
/// loaded here, so that every later start is quick. Nothing is kept of the desk itself.
public final class Practice {
    private Practice() {}

    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(System.getProperty("watchword.home", "."));
        boolean well = run(home.resolve("stories").resolve("harbour.yaml"), InstantSource.system());
        System.exit(well ? 0 : 1);
    }

    /// Reads a story, opens a desk in a directory that goes away, and stands before its door.
    ///
    /// @return whether the desk opened
    static boolean run(Path story, InstantSource real) throws IOException {
        StoryMain.run("play", "--help");
        StoryFile.read(story);
        var random = new SecureRandom();
        var clocks = new MailGateway.Clocks(real, real);
        var certificate = Certificate.make(real.instant(), random);
        try (var place = PlayCommand.KeptDirectory.at(Optional.empty());
                var gateway = MailGateway.start("practice", clocks, certificate)) {
            Path directory = settled(place.path());
            var spoken = Set.of("en", "ru");
            if (!(DataDirectory.take(directory) instanceof DataDirectory.Taken.Held held)
                    || !(SettingsFile.in(directory, spoken)
                            instanceof SettingsFile.Read.Good told)) {
                return false;
            }
            try (var desk = Wiring.desk(held.directory(), told.settings(), Surroundings.real())) {
                desk.start();
                return standsBeforeTheDoor(desk, random) && gateway.port() > 0;
            }
        }
    }

    private static boolean standsBeforeTheDoor(Desk desk, SecureRandom random) {
        var nobody = Credentials.made("Nobody", random);
        var at = new Visitor.Place(DeskProcess.HOST, desk.address().getPort());
        var visitor = new Visitor(nobody, at);
        boolean answered = visitor.get("/").status() < 500;
        try {
            visitor.signInWrongly();
        } catch (NoSuchThing e) {
            // A desk whose door stands elsewhere: it was opened all the same.
        }
        return answered;
    }

    private static Path settled(Path directory) throws IOException {
        Files.writeString(
                directory.resolve(SettingsFile.NAME),
                """
                name: Practice
                zone: Europe/Moscow
                language: en
                staff:
                  host: %s
                  port: 0
                """
                        .formatted(DeskProcess.HOST));
        return directory;
    }
}
