package org.watchword.story.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.watchword.desk.basis.Sentence;
import org.watchword.story.Practice;
import org.watchword.story.StoryWorld;
import org.watchword.story.gateway.Received;
import org.watchword.story.process.DeskGone;
import org.watchword.story.process.Founded;
import org.watchword.story.script.Story;
import org.watchword.story.seized.Seizure;
import org.watchword.story.visit.Card;
import org.watchword.story.visit.Credentials;

/// A running demo: stage and start page. Whoever opened it closes it; its directory goes with it
/// unless it was named.
public final class Demo implements AutoCloseable {
    private static final Path THREAT_MODEL = Path.of("docs", "threat-model.md");

    private final Wish wish;
    private final RunningStage stage;
    private final StartServer server;
    private final Optional<Path> temporary;

    private Demo(Wish wish, RunningStage stage, StartServer server, Optional<Path> temporary) {
        this.wish = wish;
        this.stage = stage;
        this.server = server;
        this.temporary = temporary;
    }

    /// How a demo is wanted.
    ///
    /// @param port of the start page; 0 takes any free one
    /// @param directory where the desk is founded and stays; otherwise a temporary one
    /// @param at the story's time to begin at, everything before it played
    public record Wish(
            Path file, Story story, int port, Optional<Path> directory, Optional<LocalTime> at) {
        /// The desk that was founded after the build, if it is this story's.
        Optional<Founded> founded() {
            return Founded.in(Practice.founded(), file);
        }

        /// Of the project that the story lies in.
        private Path threatModel() {
            return file.toAbsolutePath().normalize().resolveSibling("..").resolve(THREAT_MODEL);
        }
    }

    /// What opening came to.
    public sealed interface Opening {
        record Opened(Demo demo) implements Opening {}

        /// It was not opened, and why.
        record Not(Sentence why) implements Opening {}
    }

    public static Opening open(Wish wish, InstantSource real) {
        Optional<Path> directory = directory(wish);
        if (directory.isEmpty()) {
            Object named = wish.directory().map(Path::toString).orElse("");
            return new Opening.Not(Sentence.of("demo.terminal.directory", "directory", named));
        }
        Optional<Path> temporary = wish.directory().isPresent() ? Optional.empty() : directory;
        Opening came = new Opening.Not(Sentence.of("demo.terminal.desk"));
        try {
            came = opened(wish, directory.get(), temporary, real);
        } catch (BindException e) {
            came = new Opening.Not(Sentence.of("demo.terminal.port", "port", "" + wish.port()));
        } catch (IOException e) {
            Object at = directory.get().toString();
            came = new Opening.Not(Sentence.of("demo.terminal.directory", "directory", at));
        } catch (DeskGone e) {
            // Said below: the desk's own output tells the rest.
        } finally {
            if (!(came instanceof Opening.Opened)) {
                temporary.ifPresent(Demo::remove);
            }
        }
        return came;
    }

    private static Opening opened(
            Wish wish, Path directory, Optional<Path> temporary, InstantSource real)
            throws IOException {
        var outside = new StoryWorld.Outside(real, new SecureRandom(), wish.founded(), false);
        var world = StoryWorld.open(wish.story(), wish.file(), directory, outside);
        var stage = new RunningStage(world, real);
        try {
            stage.begin(wish.at().map(time -> instant(wish.story(), time)));
            var page = new StartPage(stage, Guide.beside(wish.file()));
            return new Opening.Opened(
                    new Demo(wish, stage, StartServer.open(wish.port(), stage, page), temporary));
        } catch (IOException | RuntimeException e) {
            stage.close();
            throw e;
        }
    }

    private static Instant instant(Story story, LocalTime time) {
        return story.place().date().atTime(time).atZone(story.place().zone()).toInstant();
    }

    private static Optional<Path> directory(Wish wish) {
        try {
            if (wish.directory().isEmpty()) {
                return Optional.of(Files.createTempDirectory("watchword-demo-"));
            }
            Path named = wish.directory().get();
            Files.createDirectories(named);
            try (Stream<Path> inside = Files.list(named)) {
                return inside.findAny().isPresent() ? Optional.empty() : Optional.of(named);
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    public String startPage() {
        return server.address();
    }

    public String staffDesk() {
        return stage.staffDesk();
    }

    /// The day on which the story plays.
    public LocalDate today() {
        return stage.story().place().date();
    }

    /// Where people in hiding type their words.
    public String quietDoor() {
        return stage.quietDoor();
    }

    /// What somebody behind a code-name holds in the hand; empty where no card was made.
    public Optional<Card> card(String codename) {
        return Optional.ofNullable(stage.cards().get(codename));
    }

    /// Where this person's desk opens, on a host of its own.
    public String deskOf(String person) {
        return stage.deskOf(person);
    }

    public Credentials credentials(String person) {
        return stage.credentials(person);
    }

    /// The cookie of a fresh sign-in, as a browser is given it.
    public Optional<String> signIn(String person) {
        return stage.signIn(person);
    }

    /// Everything that this person's telephones took so far.
    public List<Received> received(String person) {
        return stage.received(person);
    }

    /// Lets the story's time pass by so much.
    public void advance(Duration by) {
        stage.advance(by);
    }

    /// Kills the desk with -9 and starts it again.
    ///
    /// @return what it came to; empty while a chapter plays
    public Optional<List<Sentence>> kill() {
        return stage.kill();
    }

    /// Stops the desk as when its plug is pulled, searches what it left for every text that the
    /// story typed or was given, and starts it again.
    ///
    /// @param more texts to look for besides
    /// @return what was found; empty while a chapter plays
    /// @throws UncheckedIOException when something cannot be read
    public Optional<Seizure.Seized> seize(Set<String> more, Consumer<Seizure.Looked> looking) {
        return stage.alone(world -> new Seizure(world, wish.threatModel(), looking).seize(more));
    }

    /// Plays the next chapter to its end.
    ///
    /// @return what it came to; empty when there is none
    public Optional<Scored> playNext() {
        return stage.playNext();
    }

    /// Begins the next chapter when it is one in which the desk is killed.
    public boolean beginNextKill() {
        return stage.beginNextKill();
    }

    /// Tells of every chapter that was played: its name and what it came to.
    public void onPlayed(BiConsumer<String, Scored> watcher) {
        stage.onPlayed(watcher);
    }

    /// What a chapter came to.
    public record Scored(String chapter, boolean well, List<Sentence> measured) {
        /// A figure by its key and gap, such as `demo.measured.lost` and `count`.
        public Optional<Object> figure(String key, String gap) {
            return measured.stream()
                    .filter(s -> s.key().equals(key))
                    .map(Sentence::gaps)
                    .map(Map::copyOf)
                    .flatMap(gaps -> Optional.ofNullable(gaps.get(gap)).stream())
                    .findFirst();
        }
    }

    /// What was not as expected so far, in the words of the story.
    public List<String> failures() {
        return stage.failures();
    }

    @Override
    public void close() {
        server.close();
        stage.close();
        temporary.ifPresent(Demo::remove);
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
