package org.watchword.bench.keeper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.watchword.desk.DataDirectory;
import org.watchword.desk.Desk;
import org.watchword.desk.Surroundings;
import org.watchword.desk.Wiring;
import org.watchword.desk.accounts.Added;
import org.watchword.desk.accounts.NewPerson;
import org.watchword.desk.accounts.Role;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.basis.Secret;
import org.watchword.desk.cli.Settings;
import org.watchword.desk.cli.SettingsFile;
import org.watchword.desk.delivery.ChannelId;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.vault.Vault;
import org.watchword.desk.vault.WatchKey;
import org.watchword.desk.watch.Codename;
import org.watchword.desk.watch.CodenameId;
import org.watchword.desk.watch.Duty;
import org.watchword.desk.watch.Ladder;
import org.watchword.desk.watch.silence.Margins;
import org.watchword.desk.watch.silence.Plan;
import org.watchword.desk.watch.silence.Schedule;
import org.watchword.desk.watch.silence.WatchReply;
import org.watchword.desk.watch.word.Card;
import org.watchword.desk.watch.word.CardOrder;
import org.watchword.desk.watch.word.Cards;

/// The directory of a desk with a great many armed watches, one code-name each. Who is rung is
/// founded through the rooms, and cards are made there; the watches are written as rows, sealed as
/// the rooms seal them, because a million presses of a button take too long.
public final class FilledDesk {
    static final String DOOR = "door.localhost";

    static final Duration GRACE = Duration.ofMinutes(30);

    /// The first of all, made through the rooms, shows how the rest are written.
    static final long FIRST = 1;

    private final Path directory;
    private final Size size;
    private final List<Card> cards = new ArrayList<>();
    private PersonId officer = new PersonId(0);

    private FilledDesk(Path directory, Size size) {
        this.directory = directory;
        this.size = size;
    }

    /// How much there is on it.
    ///
    /// @param watches armed, far ahead
    /// @param cards so many of their code-names, the first ones, have cards
    /// @param receiver where alarms are posted to; empty where they are told on paper
    public record Size(int watches, int cards, Optional<URI> receiver) {}

    /// Founds a desk in an empty directory and fills it.
    static FilledDesk make(Path directory, Size size) {
        var filled = new FilledDesk(directory, size);
        settings(directory, 0, 0);
        filled.found();
        filled.fill();
        filled.makeCards();
        return filled;
    }

    /// @param staff port of the staff desk, zero for any
    /// @param door the same of the quiet door
    private static void settings(Path directory, int staff, int door) {
        String settings =
                """
                name: Bench
                zone: UTC
                language: en
                staff:
                  host: staff.localhost
                  port: %d
                door:
                  host: %s
                  port: %d
                """
                        .formatted(staff, DOOR, door);
        try {
            Files.writeString(directory.resolve(SettingsFile.NAME), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Lays a copy into a directory that does not exist yet.
    public void copyTo(Path other, Timers timers) {
        Directories.copy(directory, other);
        try (Connection rows = rows(other)) {
            Filling.due(rows, timers);
        } catch (SQLException e) {
            throw new IllegalStateException("due times could not be set", e);
        }
    }

    /// The same for a desk in a process of its own, whose ports are known beforehand.
    public void copyTo(Path other, Timers timers, int staff, int door) {
        copyTo(other, timers);
        settings(other, staff, door);
    }

    /// The card of a timer's code-name.
    public Card card(int timer) {
        return cards.get(timer);
    }

    PersonId officer() {
        return officer;
    }

    /// Whom a timer is about.
    static CodenameId about(int timer) {
        return new CodenameId(FIRST + timer);
    }

    static int timer(long watch) {
        return (int) (watch - FIRST);
    }

    /// Opens a desk in this process; nothing runs before it is started.
    static Desk open(Path directory, Surroundings around) {
        return switch (DataDirectory.take(directory)) {
            case DataDirectory.Taken.Held held ->
                    Wiring.desk(held.directory(), settings(directory), around);
            case DataDirectory.Taken.Not no -> throw new IllegalStateException(no.why().key());
        };
    }

    private static Settings settings(Path directory) {
        if (SettingsFile.in(directory, Set.of("en")) instanceof SettingsFile.Read.Good good) {
            return good.settings();
        }
        throw new IllegalStateException("the bench's own settings are wrong");
    }

    private void found() {
        try (Desk desk = open(directory, Surroundings.real())) {
            Desk.Rooms rooms = desk.rooms();
            officer = officer(rooms);
            ChannelId channel = channel(rooms);
            String address = size.receiver().isPresent() ? "officer" : "the desk";
            rooms.store()
                    .writer()
                    .write(
                            Lane.ORDINARY,
                            turn ->
                                    rooms.delivery()
                                            .addresses()
                                            .addProved(turn, officer, channel, address));
            var step =
                    new Ladder.Step(
                            List.of(new Duty.OfPerson(officer)),
                            List.of(),
                            Duration.ofMinutes(10),
                            false);
            rooms.watch().ladders().add("Calls", List.of(step));
            CodenameId first = codename(rooms);
            if (!(rooms.watches().add(plan(first), officer) instanceof WatchReply.Changed)) {
                throw new IllegalStateException("the first watch was not planned");
            }
        }
    }

    private ChannelId channel(Desk.Rooms rooms) {
        String kind = size.receiver().isPresent() ? "webhook" : "paper";
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        Map<String, String> settings =
                size.receiver()
                        .map(receiver ->
                                Map.of(
                                        "receiver",
                                        receiver.toString(),
                                        "signing-secret",
                                        "whsec_" + Base64.getEncoder().encodeToString(secret)))
                        .orElse(Map.of());
        return rooms.store()
                .writer()
                .write(
                        Lane.ORDINARY,
                        turn -> rooms.delivery().channels().add(turn, kind, kind, settings));
    }

    private static PersonId officer(Desk.Rooms rooms) {
        var role = new RoleId("duty");
        rooms.accounts().founding().addRole(new Role(role, "Duty", Set.of("answer", "people")));
        try (var secret =
                new Secret("otter lamp seven gravel nine".getBytes(StandardCharsets.UTF_8))) {
            var person = new NewPerson("Wren", new Language("en"), Set.of(role), secret);
            if (rooms.accounts().founding().addPerson(person) instanceof Added.Done done) {
                return done.id();
            }
        }
        throw new IllegalStateException("nobody could be founded");
    }

    private static CodenameId codename(Desk.Rooms rooms) {
        if (rooms.watch().ladders().addCodename("W1", "", Optional.empty())
                instanceof Codename.Done done) {
            return done.id();
        }
        throw new IllegalStateException("no code-name could be added");
    }

    static Plan plan(CodenameId who) {
        return new Plan(
                "bench",
                List.of(who),
                Optional.empty(),
                Schedule.daily(ZoneOffset.UTC, LocalTime.MIDNIGHT),
                new Margins(Duration.ZERO, GRACE),
                false,
                false);
    }

    /// Words are drawn by the desk, as for a person: made together, they share the writer's turns.
    private void makeCards() {
        try (Desk desk = open(directory, Surroundings.real());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Cards maker = desk.rooms().words().cards();
            var made = new ArrayList<Future<Card>>();
            for (int i = 0; i < size.cards(); i++) {
                int timer = i;
                made.add(threads.submit(() -> card(maker, timer)));
            }
            for (Future<Card> one : made) {
                cards.add(one.get());
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("cards were not made", e);
        }
    }

    private Card card(Cards maker, int timer) {
        var order =
                new CardOrder(
                        "form " + timer, about(timer), new Language("en"), false, "", "", officer);
        if (maker.make(order) instanceof Cards.Printed(Card card)) {
            return card;
        }
        throw new IllegalStateException("a card was not made");
    }

    private static Connection rows(Path directory) throws SQLException {
        Connection rows =
                DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("desk.db"));
        rows.setAutoCommit(false);
        return rows;
    }

    private void fill() {
        try (var key = WatchKey.read(directory.resolve("watch.key"));
                Connection rows = rows(directory)) {
            new Filling(rows, new Vault(key, new SecureRandom()).fieldSeal()).fill(size.watches());
        } catch (SQLException e) {
            throw new IllegalStateException("the desk could not be filled", e);
        }
    }
}
