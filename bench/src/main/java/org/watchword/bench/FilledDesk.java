package org.watchword.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.watchword.desk.DataDirectory;
import org.watchword.desk.Desk;
import org.watchword.desk.Surroundings;
import org.watchword.desk.Wiring;
import org.watchword.desk.accounts.Added;
import org.watchword.desk.accounts.NewPerson;
import org.watchword.desk.accounts.Role;
import org.watchword.desk.basis.FieldSeal;
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

/// The directory of a desk with a great many armed watches, one code-name each. Who is rung is
/// founded through the rooms; the watches are written as rows, sealed as the rooms seal them,
/// because a million presses of a button take too long.
final class FilledDesk {
    private static final Duration GRACE = Duration.ofMinutes(30);
    private static final int AT_ONCE = 10_000;

    /// The first of all, made through the rooms, shows how the rest are written.
    private static final long FIRST = 1;

    private final Path directory;

    private FilledDesk(Path directory) {
        this.directory = directory;
    }

    /// Founds a desk in an empty directory and fills it.
    ///
    /// @param overdue when each watch rings if nobody was heard
    static FilledDesk make(Path directory, int watches, IntFunction<Instant> overdue)
            throws IOException {
        Files.createDirectories(directory);
        Files.writeString(
                directory.resolve(SettingsFile.NAME),
                """
                name: Bench
                zone: UTC
                language: en
                staff:
                  host: staff.localhost
                  port: 0
                """);
        var filled = new FilledDesk(directory);
        filled.found();
        filled.fill(watches, overdue);
        return filled;
    }

    /// Takes a desk away, with everything in it.
    static void remove(Path directory) throws IOException {
        try (Stream<Path> inside = Files.walk(directory)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /// Opens it in this process; nothing runs before it is started.
    Desk open() {
        return switch (DataDirectory.take(directory)) {
            case DataDirectory.Taken.Held held ->
                    Wiring.desk(held.directory(), settings(), Surroundings.real());
            case DataDirectory.Taken.Not no -> throw new IllegalStateException(no.why().key());
        };
    }

    private Settings settings() {
        if (SettingsFile.in(directory, Set.of("en")) instanceof SettingsFile.Read.Good good) {
            return good.settings();
        }
        throw new IllegalStateException("the bench's own settings are wrong");
    }

    private void found() {
        try (Desk desk = open()) {
            Desk.Rooms rooms = desk.rooms();
            PersonId officer = officer(rooms);
            ChannelId paper =
                    rooms.store()
                            .writer()
                            .write(
                                    Lane.ORDINARY,
                                    turn ->
                                            rooms.delivery()
                                                    .channels()
                                                    .add(turn, "paper", "paper", Map.of()));
            rooms.store()
                    .writer()
                    .write(
                            Lane.ORDINARY,
                            turn ->
                                    rooms.delivery()
                                            .addresses()
                                            .addProved(turn, officer, paper, "the desk"));
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

    private static Plan plan(CodenameId who) {
        return new Plan(
                "bench",
                List.of(who),
                Optional.empty(),
                Schedule.daily(ZoneOffset.UTC, LocalTime.MIDNIGHT),
                new Margins(Duration.ZERO, GRACE),
                false,
                false);
    }

    private void fill(int watches, IntFunction<Instant> overdue) {
        try (var key = WatchKey.read(directory.resolve("watch.key"));
                Connection rows =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + directory.resolve("desk.db"))) {
            rows.setAutoCommit(false);
            new Filling(rows, new Vault(key, new SecureRandom()).fieldSeal())
                    .fill(watches, overdue);
        } catch (SQLException e) {
            throw new IllegalStateException("the desk could not be filled", e);
        }
    }

    /// Writes rows as the rooms `watch` and `watch.silence` would.
    private record Filling(Connection rows, FieldSeal seal) {
        void fill(int watches, IntFunction<Instant> overdue) throws SQLException {
            String schedule = scheduleOfTheFirst();
            try (PreparedStatement codename = rows.prepareStatement(CODENAME);
                    PreparedStatement watch = rows.prepareStatement(WATCH);
                    PreparedStatement ear = rows.prepareStatement(EAR)) {
                for (int i = 0; i < watches; i++) {
                    long id = FIRST + i;
                    codename(codename, id);
                    watch(watch, id, schedule, overdue.apply(i).toEpochMilli());
                    ear.setLong(1, id);
                    ear.setLong(2, id);
                    ear.addBatch();
                    if (i % AT_ONCE == AT_ONCE - 1 || i == watches - 1) {
                        codename.executeBatch();
                        watch.executeBatch();
                        ear.executeBatch();
                        rows.commit();
                    }
                }
            }
        }

        private static final String CODENAME =
                "INSERT OR IGNORE INTO codename (id, name, name_hash, made_at) VALUES (?, ?, ?, 0)";
        private static final String WATCH =
                """
                INSERT OR REPLACE INTO watch (id, label, schedule, reminder_seconds, grace_seconds,
                    anyone, drill, state, edition, mark_at, due_at, generation, timer_kind,
                    timer_at, touched_at, made_at)
                VALUES (?, ?, ?, 0, ?, 0, 0, 'armed', 1, ?, ?, 2, 'silence', ?, ?, 0)\
                """;
        private static final String EAR =
                "INSERT OR IGNORE INTO watch_codename (watch_id, codename_id) VALUES (?, ?)";

        private String scheduleOfTheFirst() throws SQLException {
            try (var found =
                    rows.createStatement()
                            .executeQuery("SELECT schedule FROM watch WHERE id = " + FIRST)) {
                found.next();
                return seal.open(
                        new FieldSeal.Place("watch", "schedule", FIRST), found.getBytes(1));
            }
        }

        private void codename(PreparedStatement insert, long id) throws SQLException {
            insert.setLong(1, id);
            insert.setBytes(2, seal.seal(new FieldSeal.Place("codename", "name", id), "W" + id));
            insert.setBytes(3, ("hash of " + id).getBytes(StandardCharsets.UTF_8));
            insert.addBatch();
        }

        private void watch(PreparedStatement insert, long id, String schedule, long overdue)
                throws SQLException {
            long due = overdue - GRACE.toMillis();
            long mark = due - Duration.ofDays(1).toMillis();
            insert.setLong(1, id);
            insert.setBytes(2, seal.seal(new FieldSeal.Place("watch", "label", id), "bench"));
            insert.setBytes(3, seal.seal(new FieldSeal.Place("watch", "schedule", id), schedule));
            insert.setLong(4, GRACE.toSeconds());
            insert.setLong(5, mark);
            insert.setLong(6, due);
            insert.setLong(7, overdue);
            insert.setLong(8, mark);
            insert.addBatch();
        }
    }
}
