package org.watchword.story;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.watchword.story.gateway.Certificate;
import org.watchword.story.gateway.Gateway;
import org.watchword.story.gateway.MailGateway;
import org.watchword.story.gateway.Received;
import org.watchword.story.process.DeskProcess;
import org.watchword.story.process.Founded;
import org.watchword.story.process.FoundingOrder;
import org.watchword.story.script.Story;
import org.watchword.story.visit.Credentials;
import org.watchword.story.visit.QuietDoor;
import org.watchword.story.visit.Visitor;

/// Everything a story plays on: a desk in a process of its own, gateways, and people before their
/// screens.
public final class StoryWorld implements AutoCloseable {
    /// How long before the first step the desk opens.
    private static final Duration BEFORE = Duration.ofMinutes(5);

    /// So often, a moment apart, it is asked whether a text was handed in.
    private static final int LOOKS = 200;

    private final Story story;
    private final DeskProcess desk;
    private final FarEnds ends;
    private final Map<String, Credentials> credentials;
    private final Map<String, Visitor> visitors = new HashMap<>();
    private final FounderCodes codes;
    private final CardsInHand cards = new CardsInHand();
    private final Album album;
    private final SpareBox box;

    private StoryWorld(
            Place place, Map<String, Credentials> credentials, Album album, SpareBox box) {
        this.story = place.story();
        this.desk = place.desk();
        this.ends = place.ends();
        this.codes = place.codes();
        this.credentials = credentials;
        this.album = album;
        this.box = box;
    }

    private record Place(Story story, DeskProcess desk, FarEnds ends, FounderCodes codes) {}

    /// What the world outside gives.
    ///
    /// @param founded the story's desk as it was founded before, to begin with a copy of it
    /// @param installed the real gateway programs are taken where this machine has them
    public record Outside(
            InstantSource real, SecureRandom random, Optional<Founded> founded, boolean installed) {
        public Outside(InstantSource real, SecureRandom random) {
            this(real, random, Optional.empty(), false);
        }
    }

    /// Founds the story's desk below a directory and opens it, five minutes before the first step.
    ///
    /// @param file the story's file, which the desk reads for itself
    /// @throws IOException when nothing can be kept in the directory
    public static StoryWorld open(Story story, Path file, Path directory, Outside outside)
            throws IOException {
        Visitor.first();
        DeskProcess desk =
                DeskProcess.prepare(
                        directory.resolve("desk"), story.place(), begin(story), outside.real());
        boolean byCommand = story.begins() == Story.Beginning.INIT;
        List<String> codes =
                byCommand ? desk.beginByCommand(story.team().people().size()) : List.of();
        if (outside.founded().isPresent()) {
            desk.beginWith(outside.founded().get());
        }
        desk.alsoAnswersTo(hosts(story));
        // It comes up while the gateways do.
        desk.boot();
        var ends = farEnds(story, desk, directory, outside);
        Map<String, Credentials> credentials = credentials(story, outside);
        var world =
                new StoryWorld(
                        new Place(story, desk, ends, new FounderCodes(codes)),
                        credentials,
                        new Album(directory),
                        new SpareBox(
                                directory.resolve("spare-box"),
                                desk,
                                story.place(),
                                outside.random()));
        outside.founded().ifPresent(founded -> founded.cards().forEach(world.cards::hand));
        world.beginRunning(byCommand, file);
        return world;
    }

    private void beginRunning(boolean byCommand, Path file) {
        try {
            if (byCommand) {
                desk.open();
            } else {
                FarEnds.agree(story, desk.found(order(file)));
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /// Each person's own name for the browser, and the one that gateways of this machine know.
    private static List<String> hosts(Story story) {
        return Stream.concat(
                        story.team().people().stream().map(Story.Person::host),
                        Stream.of("127.0.0.1"))
                .toList();
    }

    private static FarEnds farEnds(Story story, DeskProcess desk, Path directory, Outside outside) {
        var certificate = Certificate.make(outside.real().instant(), outside.random());
        var clocks = new MailGateway.Clocks(outside.real(), desk.clock());
        return FarEnds.open(
                story,
                new FarEnds.Means(
                        clocks,
                        certificate,
                        outside.random(),
                        desk.port(),
                        outside.installed() ? Optional.of(directory) : Optional.empty()));
    }

    private static Map<String, Credentials> credentials(Story story, Outside outside) {
        Map<String, Credentials> credentials = new LinkedHashMap<>();
        for (Story.Person person : story.team().people()) {
            var made = Credentials.made(person.name(), outside.random());
            var known = outside.founded().map(f -> f.passphrases().get(person.name()));
            credentials.put(person.name(), known.map(made::with).orElse(made));
        }
        return credentials;
    }

    /// When the story's desk opens.
    static Instant begin(Story story) {
        return story.steps().stream()
                .filter(step -> step.lacks().isEmpty())
                .findFirst()
                .orElse(story.steps().getFirst())
                .at()
                .minus(BEFORE);
    }

    private FoundingOrder order(Path file) {
        Map<String, String> passphrases = new LinkedHashMap<>();
        credentials.forEach((name, c) -> passphrases.put(name, c.passphrase()));
        return new FoundingOrder(file.toAbsolutePath().toString(), passphrases, ends.settings());
    }

    public Story story() {
        return story;
    }

    public DeskProcess desk() {
        return desk;
    }

    /// Where a watcher of this desk may stand.
    SpareBox spareBox() {
        return box;
    }

    /// Lets the story's time pass until an instant. While a watcher listens it passes in strides,
    /// so that it hears the desk in between: hours leapt over at once would be a silence to it.
    void advance(Instant to) {
        while (box.listens() && desk.isUp() && desk.now().plus(SpareBox.STRIDE).isBefore(to)) {
            long heard = box.heard();
            desk.advance(desk.now().plus(SpareBox.STRIDE));
            for (int i = 0; i < LOOKS && box.heard() == heard; i++) {
                pause();
            }
        }
        desk.advance(to);
    }

    public Gateway gateway(String channel) {
        return ends.of(channel)
                .orElseThrow(() ->
                        new IllegalArgumentException("no gateway for the channel " + channel));
    }

    public List<Gateway> gateways() {
        return ends.all();
    }

    /// Sends a text from an address into the desk, and waits a moment for the desk to have heard
    /// it: a gateway hands in when it gets to it.
    ///
    /// @return why it was not handed over; empty when it was
    public Optional<String> say(String from, String over, String text) {
        boolean up = desk.isUp();
        int before = up ? desk.look().heard() : 0;
        Optional<String> wrong = ends.say(from, over, text);
        for (int i = 0; i < LOOKS && wrong.isEmpty() && up; i++) {
            if (desk.look().heard() != before) {
                desk.settle();
                break;
            }
            pause();
        }
        return wrong;
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Everything that came from somebody's address on a channel, the oldest first.
    public List<Said> said(String who, String channel) {
        return addressOf(who, channel).map(at -> ends.said(at, channel)).orElse(List.of());
    }

    /// Where one of the team, or a person behind a code-name, is reached over a channel.
    public Optional<String> addressOf(String who, String channel) {
        Map<String, String> addresses =
                story.watchkeeping()
                        .codename(who)
                        .map(Story.Codename::addresses)
                        .orElseGet(() -> story.team().person(who).addresses());
        return Optional.ofNullable(addresses.get(channel));
    }

    /// The codes that the desk was begun with.
    FounderCodes codes() {
        return codes;
    }

    /// The cards that were made on this desk.
    public CardsInHand cards() {
        return cards;
    }

    /// The quiet door, for a browser that comes for the first time.
    QuietDoor quietDoor() {
        return new QuietDoor(new Visitor.Place(DeskProcess.DOOR, desk.doorPort()));
    }

    public Credentials credentials(String person) {
        Credentials known = credentials.get(person);
        if (known == null) {
            throw new IllegalArgumentException("nobody of that name in the story");
        }
        return known;
    }

    /// Somebody before the screen; the same browser every time.
    public synchronized Visitor visitor(String person) {
        return visitors.computeIfAbsent(
                person,
                name -> {
                    var place = new Visitor.Place(DeskProcess.HOST, desk.port());
                    var visitor = new Visitor(credentials(name), place);
                    visitor.keeping(page -> album.keep(name, page));
                    return visitor;
                });
    }

    /// A browser of nobody in particular: no cookie, no name.
    Visitor passerBy() {
        return new Visitor(
                new Credentials("", "", ""), new Visitor.Place(DeskProcess.HOST, desk.port()));
    }

    /// How every link begins that leads to the desk.
    String linkBase() {
        return "http://" + DeskProcess.HOST + ":" + desk.port();
    }

    /// Everything that was delivered to somebody over a channel, the oldest first.
    public List<Received> delivered(String who, String channel) {
        return addressOf(who, channel).map(at -> deliveredTo(at, channel)).orElse(List.of());
    }

    /// Everything that was delivered to an address of a channel, the oldest first.
    List<Received> deliveredTo(String address, String channel) {
        if (ends.of(channel).isEmpty()) {
            return List.of();
        }
        return gateway(channel).received().stream()
                .filter(m -> m.to().equalsIgnoreCase(address) && !m.swallowed())
                .toList();
    }

    /// From now on every page that somebody gets is kept.
    public void keepPages() {
        album.open();
    }

    @Override
    public void close() {
        box.close();
        desk.close();
        ends.close();
    }
}
