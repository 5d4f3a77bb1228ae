package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.accounts.Added;
import org.watchword.desk.accounts.Capability;
import org.watchword.desk.accounts.NewPerson;
import org.watchword.desk.accounts.Person;
import org.watchword.desk.accounts.Role;
import org.watchword.desk.basis.Language;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.basis.Secret;
import org.watchword.desk.cli.Settings;
import org.watchword.desk.cli.SettingsText;
import org.watchword.desk.cli.backup.Backup;
import org.watchword.desk.cli.backup.Kept;
import org.watchword.desk.cli.backup.Plan;
import org.watchword.desk.cli.backup.Restore;
import org.watchword.desk.cli.backup.WithSlots;
import org.watchword.desk.store.Writer.Lane;

@Tag("age")
class ABackup {
    private static final Instant NIGHT = Instant.parse("2021-02-04T02:10:00Z");
    private static final Restore.Restored RESTORED =
            new Restore.Restored(NIGHT, new WithSlots.Taken(NIGHT, 0));
    private static final InstantSource CLOCK = InstantSource.fixed(NIGHT);
    private static final Set<String> BOTH =
            Set.of("2021-02-04T02-10-00Z.backup.age", "2021-02-04T02-10-00Z.slots.age");
    private static final String PASSPHRASE = "nine kettles over a quiet harbour";
    private static final Settings SETTINGS =
            new Settings("Harbour", ZoneId.of("UTC"), new Language("en"), "staff.localhost", 0);

    @TempDir private Path top;
    private Path directory;
    private Path target;
    private AgeKeys mine;
    private AgeKeys second;
    private Desk desk;

    @BeforeEach
    void a_running_desk_and_two_key_pairs() throws IOException, InterruptedException {
        mine = AgeKeys.made(top, "mine");
        second = AgeKeys.made(top, "second");
        directory = Files.createDirectory(top.resolve("desk"));
        target = Files.createDirectory(top.resolve("target"));
        desk = founded(directory);
    }

    @AfterEach
    void it_ends() {
        if (desk != null) {
            desk.close();
        }
    }

    private static Desk founded(Path directory) throws IOException {
        Files.writeString(directory.resolve("desk.yaml"), SettingsText.of(SETTINGS));
        Desk desk = opened(directory);
        var role = new Role(new RoleId("duty"), "Night officer", Set.of(Capability.ANSWER));
        desk.rooms().accounts().founding().addRole(role);
        try (var passphrase = new Secret(PASSPHRASE.getBytes(StandardCharsets.UTF_8))) {
            var person =
                    new NewPerson(
                            "Wren Tanager", new Language("en"), Set.of(role.id()), passphrase);
            assertInstanceOf(
                    Added.Done.class, desk.rooms().accounts().founding().addPerson(person));
        }
        return desk;
    }

    private static Desk opened(Path directory) {
        var taken = (DataDirectory.Taken.Held) DataDirectory.take(directory);
        return Wiring.desk(taken.directory(), SETTINGS, Surroundings.real());
    }

    private Plan plan() {
        return new Plan(directory, target, List.of(mine.recipient(), second.recipient()));
    }

    private Path written() {
        var made = new Backup(CLOCK, "age").make(plan());
        return assertInstanceOf(Backup.Written.class, made, made.toString()).file();
    }

    private static Restore restore() {
        return new Restore(CLOCK, "age");
    }

    private static String why(Restore.Done done) {
        return assertInstanceOf(Restore.Failed.class, done).why().key();
    }

    private Restore.Done restored(Path file, AgeKeys keys, Path into) {
        var asked = new Restore.Asked(file, keys.identity(), new WithSlots.Beside());
        return restore().into(asked, into, Restoring::startAfresh);
    }

    private static Set<String> inside(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void of_a_running_desk_opens_for_each_recipient_and_the_desk_in_it_starts() {
        Path file = written();
        for (AgeKeys keys : List.of(mine, second)) {
            Path into = top.resolve(keys.identity().getFileName() + " restored");
            assertEquals(RESTORED, restored(file, keys, into));
            try (Desk again = opened(into)) {
                again.start();
                var people = again.rooms().accounts().people();
                List<Person> all = again.rooms().store().read(people::all);
                assertEquals(List.of("Wren Tanager"), all.stream().map(Person::name).toList());
                assertEquals(
                        List.of("cli.restore.told"),
                        again.rooms().watch().told(5).stream().map(t -> t.what().key()).toList());
            }
        }
    }

    @Test
    void is_named_by_its_time_alone_and_leaves_nothing_beside_it() throws Exception {
        Set<String> before = inside(directory);
        byte[] key = Files.readAllBytes(directory.resolve("watch.key"));
        Path file = written();
        assertEquals("2021-02-04T02-10-00Z.backup.age", file.getFileName().toString());
        assertEquals(BOTH, inside(target));
        before.addAll(Set.of("backup.last", "backup.lock"));
        assertEquals(before, inside(directory));
        assertFalse(contains(Files.readAllBytes(file), key), "the key lies in it in clear");
    }

    private static boolean contains(byte[] all, byte[] part) {
        for (int i = 0; i + part.length <= all.length; i++) {
            if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void opens_without_this_program_too() throws Exception {
        Path file = written();
        Path tar = top.resolve("clear.tar");
        mine.opened(file, tar);
        String listed = AgeKeys.ran(List.of("tar", "tf", tar.toString()));
        assertEquals("manifest.txt\ndesk.yaml\nwatch.key\ndesk.db\n", listed);
    }

    @Test
    void restored_has_no_session_link_pin_or_code_alive_and_gives_no_number_twice()
            throws Exception {
        desk.rooms()
                .store()
                .writer()
                .write(
                        Lane.ORDINARY,
                        turn -> {
                            for (String row : ROWS) {
                                turn.handle().execute(row);
                            }
                            return ROWS;
                        });
        Path into = top.resolve("restored");
        restored(written(), mine, into);
        try (Desk again = opened(into)) {
            Map<String, Long> found =
                    again.rooms().store().read(handle -> counted(handle::createQuery));
            String alarm = "alarm WHERE generation = " + (Limits.SKIPPED_BY_RESTORE + 3);
            var none = new TreeMap<>(found);
            none.replaceAll((what, _) -> what.equals(alarm) ? 1L : 0L);
            assertEquals(none, new TreeMap<>(found));
            assertEquals(12, found.size());
        }
    }

    private static Map<String, Long> counted(
            java.util.function.Function<String, org.jdbi.v3.core.statement.Query> ask) {
        return List.of(
                        "session",
                        "sign_in_delay",
                        "answer_link",
                        "answer_code",
                        "address_request",
                        "address WHERE proved_at IS NULL AND proof_sent_at IS NOT NULL",
                        "alarm WHERE generation = " + (Limits.SKIPPED_BY_RESTORE + 3),
                        "row_number WHERE last < " + Limits.SKIPPED_BY_RESTORE,
                        "invitation WHERE used_at IS NULL AND revoked_at IS NULL",
                        "shift_sheet WHERE code_used_at IS NULL",
                        "pending_change WHERE state = 'waiting' AND due_at < 9000000000",
                        "card WHERE burned_at IS NULL AND restored_at IS NULL")
                .stream()
                .collect(
                        Collectors.toMap(
                                what -> what,
                                what ->
                                        ask.apply("SELECT count(*) FROM " + what)
                                                .mapTo(Long.class)
                                                .one()));
    }

    private static final List<String> ROWS =
            List.of(
                    """
                    INSERT INTO session VALUES
                        (1, 1, x'01', x'02', x'03', 0, 9999999999999, 0, 0, 0, x'04', 0)\
                    """,
                    "INSERT INTO sign_in_delay VALUES (x'01', 3, 0)",
                    """
                    INSERT INTO alarm (id, kind, ladder_id, since_at, raised_at, state, step,
                        round, reached, generation, touched_at)
                    VALUES (1, 'call', 1, 0, 0, 'closed', 0, 1, 0, 3, 0)\
                    """,
                    """
                    INSERT INTO answer_link (id, token_hash, alarm_id, person_id, digits, language,
                        expires_at)
                    VALUES (1, x'01', 1, 1, x'02', 'en', 9999999999999)\
                    """,
                    """
                    INSERT INTO answer_code (id, alarm_id, person_id, code, code_hash)
                    VALUES (1, 1, 1, x'01', x'02')\
                    """,
                    """
                    INSERT INTO invitation (id, code_hash, label, made_at, ends_at)
                    VALUES (900, x'09', x'01', 0, 9999999999999)\
                    """,
                    """
                    INSERT INTO pending_change (id, kind, what, asked_by, asked_at, due_at, state)
                    VALUES (900, 'address.remove', x'01', 1, 0, 1, 'waiting')\
                    """,
                    "INSERT INTO shift_sheet (id, made_by, made_at) VALUES (900, 1, 0)",
                    "INSERT INTO codename (id, name, name_hash, made_at) VALUES (900, x'', x'', 0)",
                    """
                    INSERT INTO card (id, codename_id, form_hash, sign_hash, language, list_on,
                        made_by, made_at)
                    VALUES (900, 900, x'01', x'02', 'en', 1, 1, 0)\
                    """,
                    "INSERT INTO channel VALUES (1, x'01', 'paper', x'02', 0, 0)",
                    """
                    INSERT INTO address_request (id, person, channel, asked_at)
                    VALUES (1, 1, 1, 9999999999999)\
                    """,
                    """
                    INSERT INTO address (id, person, channel, address, address_hash, position,
                        proof_sent_at, proof_sent)
                    VALUES (1, 1, 1, x'01', x'02', 0, 9999999999999, 1)\
                    """);

    @Test
    void into_a_target_that_is_gone_says_so_and_is_remembered() throws Exception {
        Path file = written();
        Files.delete(file);
        Files.delete(target.resolve("2021-02-04T02-10-00Z.slots.age"));
        Files.delete(target);
        var failed = assertInstanceOf(Backup.Failed.class, new Backup(CLOCK, "age").make(plan()));
        assertEquals("cli.backup.target-gone", failed.why().key());
        assertEquals(3, failed.status());
        Kept.Last last = new Kept(directory).last().orElseThrow();
        assertEquals(Optional.of("cli.backup.target-gone"), last.why());
        assertEquals(NIGHT, last.good().orElseThrow().madeAt(), "the last good one");
        assertFalse(inside(directory).contains("backup.snapshot"));
    }

    @Test
    void without_the_program_or_somebody_who_could_open_it_is_not_written() throws Exception {
        var missing = new Backup(CLOCK, "no-such-program").make(plan());
        assertEquals(
                "cli.backup.no-age", assertInstanceOf(Backup.Failed.class, missing).why().key());
        assertEquals(3, ((Backup.Failed) missing).status());
        for (List<String> nobody : List.of(List.<String>of(), List.of("-o/etc/passwd"))) {
            var made = new Backup(CLOCK, "age").make(new Plan(directory, target, nobody));
            assertEquals(2, assertInstanceOf(Backup.Failed.class, made).status());
        }
        var unknown = new Plan(directory, target, List.of("age1" + "q".repeat(58)));
        var made = new Backup(CLOCK, "age").make(unknown);
        assertEquals(
                "cli.backup.age-refused", assertInstanceOf(Backup.Failed.class, made).why().key());
        assertEquals(Set.of(), inside(target), "nothing half-written");
    }

    @Test
    void clears_what_one_that_was_killed_left() throws Exception {
        Files.write(target.resolve("2021-02-03T02-10-00Z.backup.part"), new byte[9]);
        Files.write(directory.resolve("backup.snapshot"), new byte[9]);
        Path file = written();
        assertEquals("2021-02-04T02-10-00Z.backup.age", file.getFileName().toString());
        assertEquals(BOTH, inside(target));
        assertFalse(inside(directory).contains("backup.snapshot"));
    }

    @Test
    void is_restored_into_no_directory_that_holds_anything() throws Exception {
        Path file = written();
        Path full = Files.createDirectory(top.resolve("full"));
        Files.createDirectory(full.resolve("restoring"));
        Files.writeString(full.resolve("restoring/mine"), "mine");
        assertEquals("cli.restore.not-empty", why(restored(file, mine, full)));
        assertEquals("cli.restore.not-empty", why(restored(file, mine, directory)));
        assertEquals("mine", Files.readString(full.resolve("restoring/mine")));
        Path empty = Files.createDirectory(top.resolve("empty"));
        assertInstanceOf(Restore.Restored.class, restored(file, mine, empty));
    }

    @Test
    void that_is_damaged_or_anothers_is_refused_and_leaves_nothing() throws Exception {
        Path file = written();
        Path into = top.resolve("into");
        var stranger = AgeKeys.made(top, "stranger");
        assertEquals("cli.backup.not-opened", why(restored(file, stranger, into)));
        byte[] whole = Files.readAllBytes(file);
        byte[] changed = whole.clone();
        changed[whole.length / 2] ^= 1;
        byte[] wrongHead = whole.clone();
        wrongHead[3] ^= 1;
        for (byte[] bad :
                List.of(
                        changed,
                        wrongHead,
                        new byte[0],
                        Arrays.copyOf(whole, whole.length - 1),
                        Arrays.copyOf(whole, whole.length / 2))) {
            Path damaged = Files.write(top.resolve("damaged"), bad);
            assertInstanceOf(Restore.Failed.class, restored(damaged, mine, into));
            assertFalse(Files.exists(into), "something was left");
        }
        assertEquals("cli.restore.no-file", why(restored(top.resolve("none"), mine, into)));
        var nobody = new AgeKeys(top.resolve("nobody"), "");
        assertEquals("cli.restore.no-identity", why(restored(file, nobody, into)));
    }

    @Test
    void that_holds_something_else_is_no_backup_of_a_desk() throws Exception {
        Path other = top.resolve("other.age");
        Path letter = Files.writeString(top.resolve("letter"), "x".repeat(5_000));
        AgeKeys.ran(
                List.of("age", "-r", mine.recipient(), "-o", other.toString(), letter.toString()));
        Path into = top.resolve("into");
        assertInstanceOf(Restore.Failed.class, restored(other, mine, into));
        assertFalse(Files.exists(into));
    }

    @Test
    void counts_as_read_back_only_when_somebody_really_opened_it() throws Exception {
        Path file = written();
        var kept = new Kept(directory);
        assertEquals(Optional.empty(), kept.drill(), "writing is no drill");
        var stranger = AgeKeys.made(top, "stranger");
        var failed = restore().drill(plan(), file, stranger.identity(), Restoring::opens);
        assertEquals("cli.backup.not-opened", why(failed));
        assertEquals(Optional.empty(), kept.drill());
        var done = restore().drill(plan(), file, second.identity(), Restoring::opens);
        assertEquals(RESTORED, done);
        assertEquals(NIGHT, kept.drill().orElseThrow().madeAt());
        assertTrue(inside(directory).stream().noneMatch(name -> name.contains("drilling")));
    }

    @Test
    void of_another_desk_is_no_drill_of_this_one() throws Exception {
        Path elsewhere = Files.createDirectory(top.resolve("elsewhere"));
        Path file;
        try (Desk other = founded(elsewhere)) {
            assertFalse(other.rooms().store().isFull());
            var theirs = new Plan(elsewhere, target, List.of(mine.recipient()));
            file = ((Backup.Written) new Backup(CLOCK, "age").make(theirs)).file();
        }
        var done = restore().drill(plan(), file, mine.identity(), Restoring::opens);
        assertEquals("cli.restore.other-desk", why(done));
        assertEquals(Optional.empty(), new Kept(directory).drill());
    }

    @Test
    void is_whole_while_the_desk_writes() throws Exception {
        var writer = desk.rooms().store().writer();
        Thread busy =
                Thread.startVirtualThread(() -> {
                    for (int i = 0; i < 2_000; i++) {
                        int id = i;
                        writer.write(
                                Lane.ORDINARY,
                                turn ->
                                        turn.handle()
                                                .execute(
                                                        "INSERT INTO told (id, key, gaps, told_at)"
                                                                + " VALUES (?, 'x', x'00', 0)",
                                                        id + 10));
                    }
                });
        Path file = written();
        busy.join();
        assertInstanceOf(
                Restore.Restored.class,
                restore().drill(plan(), file, mine.identity(), Restoring::opens));
    }

    @Test
    void and_its_restore_are_commands_with_statuses() throws Exception {
        Path identity = mine.identity();
        String dir = directory.toString();
        assertEquals(2, Watchword.run("backup", dir), "no target");
        assertEquals(2, Watchword.run("backup", dir, "--to", target.toString()), "nobody");
        String[] good = {
            "backup",
            dir,
            "--to",
            target.toString(),
            "--recipient",
            mine.recipient(),
            "--drill",
            "--identity-file",
            identity.toString()
        };
        assertEquals(0, Watchword.run(good));
        String name =
                inside(target).stream()
                        .filter(one -> one.endsWith(".backup.age"))
                        .findFirst()
                        .orElseThrow();
        Path file = target.resolve(name);
        String into = top.resolve("into").toString();
        String[] restore = {
            "restore", file.toString(), "--into", into, "--identity-file", identity.toString()
        };
        assertEquals(0, Watchword.run(restore));
        assertEquals(2, Watchword.run(restore), "not empty any more");
        assertEquals(2, Watchword.run("restore", file.toString()), "wrong use");
        var both = new ArrayList<String>(List.of(restore));
        both.set(3, top.resolve("both").toString());
        both.addAll(List.of("--without-slots", "--slots", file.toString()));
        assertEquals(2, Watchword.run(both.toArray(String[]::new)), "one or the other");
        both.subList(both.size() - 2, both.size()).clear();
        assertEquals(0, Watchword.run(both.toArray(String[]::new)));
        assertEquals(
                3,
                Watchword.run(
                        "backup", dir, "--to", into + "/gone", "--recipient", mine.recipient()));
    }
}
