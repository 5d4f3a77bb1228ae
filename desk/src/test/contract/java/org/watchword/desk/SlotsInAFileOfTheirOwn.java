package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.cli.backup.Backup;
import org.watchword.desk.cli.backup.Kept;
import org.watchword.desk.cli.backup.Plan;
import org.watchword.desk.cli.backup.Restore;
import org.watchword.desk.cli.backup.WithSlots;
import org.watchword.desk.store.SchemaTooNew;
import org.watchword.desk.store.SqliteParts;
import org.watchword.desk.store.SqliteSnapshot;

/// A desk with case files is backed up in two files, and comes back.
@Tag("age")
class SlotsInAFileOfTheirOwn {
    private static final Instant NIGHT = Instant.parse("2021-02-04T02:10:00Z");
    private static final Instant NEXT = NIGHT.plus(Duration.ofDays(1));
    private static final String ROAD = "the road by the river";
    private static final String HOUSE = "the second house";
    private static final String NO_SLOT = "NO_SLOT";

    @TempDir private Path top;
    private Path directory;
    private Path target;
    private AgeKeys mine;
    private AgeKeys second;
    private DeskWithACase desk;

    @BeforeEach
    void a_desk_with_a_case() throws Exception {
        mine = AgeKeys.made(top, "mine");
        second = AgeKeys.made(top, "second");
        directory = Files.createDirectory(top.resolve("desk"));
        target = Files.createDirectory(top.resolve("target"));
        desk = DeskWithACase.begun(directory);
    }

    @AfterEach
    void it_ends() {
        desk.close();
    }

    private Plan plan() {
        return new Plan(directory, target, List.of(mine.recipient(), second.recipient()));
    }

    private Backup.Made made(Instant at, String program) {
        return new Backup(InstantSource.fixed(at), program).make(plan());
    }

    private Backup.Written written(Instant at) {
        return assertInstanceOf(Backup.Written.class, made(at, "age"));
    }

    private Restore.Done restored(Path file, WithSlots slots, String into) {
        return new Restore(InstantSource.fixed(NEXT), "age")
                .into(
                        new Restore.Asked(file, mine.identity(), slots),
                        top.resolve(into),
                        Restoring::startAfresh);
    }

    private WithSlots.Came came(Path file, WithSlots slots, String into) {
        var done = restored(file, slots, into);
        return assertInstanceOf(Restore.Restored.class, done, done::toString).slots();
    }

    private void refused(String why, Path file, WithSlots slots) {
        var failed = assertInstanceOf(Restore.Failed.class, restored(file, slots, "into"));
        assertEquals(why, failed.why().key());
        assertFalse(Files.exists(top.resolve("into")), "something was left");
    }

    private static WithSlots.Of of(Path slots) {
        return new WithSlots.Of(slots);
    }

    private static Set<String> inside(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /// What somebody sees who opens a file of a backup with a key that opens it.
    private byte[] clear(Path sealed) throws Exception {
        Path clear = top.resolve("clear.tar");
        Files.deleteIfExists(clear);
        mine.opened(sealed, clear);
        return Files.readAllBytes(clear);
    }

    /// How many of the slots have a piece of 24 bytes that lies there, from their middle on.
    private static long lying(List<byte[]> slots, byte[] there) {
        String all = new String(there, StandardCharsets.ISO_8859_1);
        return slots.stream()
                .filter(slot -> {
                    String one = new String(slot, StandardCharsets.ISO_8859_1);
                    for (int at = 0; at + 24 <= one.length(); at += 24) {
                        if (all.contains(one.substring(at, at + 24))) {
                            return true;
                        }
                    }
                    return false;
                })
                .count();
    }

    @Test
    void with_its_slots_of_the_same_night_a_member_signs_in_and_reads_the_case() throws Exception {
        desk.wrote(ROAD);
        desk.erased(desk.wrote(HOUSE));
        var night = written(NIGHT);
        assertEquals(
                Set.of("2021-02-04T02-10-00Z.backup.age", "2021-02-04T02-10-00Z.slots.age"),
                inside(target));
        assertEquals(
                new WithSlots.Taken(NIGHT, 0),
                came(night.file(), new WithSlots.Beside(), "restored"));
        try (var again = desk.again(top.resolve("restored"))) {
            assertTrue(again.verifies());
            for (String name : List.of(DeskWithACase.WREN, DeskWithACase.SOYKA)) {
                var browser = again.rough().signedIn(name);
                assertEquals(200, browser.get("/").status());
                assertEquals(List.of(ROAD, "erased"), again.read(name).subList(0, 2));
            }
        }
    }

    @Test
    void no_byte_of_a_slot_lies_in_the_other_file_or_stays_beside_the_data() throws Exception {
        Set<String> before = inside(directory);
        for (int i = 0; i < 40; i++) {
            desk.wrote(ROAD + i);
        }
        List<byte[]> slots = new ArrayList<>(desk.slots());
        var night = written(NIGHT);
        assertEquals(45, slots.size(), "three people, two of an epoch, forty of entries");
        assertEquals(0, lying(slots, clear(night.file())));
        assertEquals(slots.size(), lying(slots, clear(night.slots())));
        String held = new String(clear(night.slots()), StandardCharsets.ISO_8859_1);
        assertFalse(held.contains("desk.yaml") || held.contains("Harbour"), "the slots alone");
        before.addAll(Set.of("backup.last", "backup.lock"));
        assertEquals(before, inside(directory));
    }

    @Test
    void what_was_erased_since_stays_shut_with_a_later_file_of_slots() throws Exception {
        desk.wrote(ROAD);
        var gone = desk.wrote(HOUSE);
        var night = written(NIGHT);
        desk.erased(gone);
        var next = written(NEXT);
        assertEquals(
                new WithSlots.Taken(NEXT, 1), came(night.file(), of(next.slots()), "restored"));
        try (var again = desk.again(top.resolve("restored"))) {
            assertEquals(List.of(ROAD, NO_SLOT), again.read(DeskWithACase.SOYKA));
        }
    }

    @Test
    void who_was_removed_since_reads_no_more_with_a_later_file_of_slots() throws Exception {
        desk.wrote(ROAD);
        var night = written(NIGHT);
        desk.removedSoyka();
        desk.wrote(HOUSE);
        var next = written(NEXT);
        came(night.file(), of(next.slots()), "restored");
        try (var again = desk.again(top.resolve("restored"))) {
            assertTrue(again.verifies());
            assertEquals(List.of(ROAD), again.read(DeskWithACase.WREN));
            assertFalse(again.comesIn(DeskWithACase.SOYKA));
            again.wrote("the morning after");
            assertEquals(2, again.read(DeskWithACase.WREN).size());
        }
    }

    @Test
    void slots_that_are_missing_older_damaged_or_of_another_desk_are_refused() throws Exception {
        desk.wrote(ROAD);
        var night = written(NIGHT);
        var next = written(NEXT);
        refused("cli.restore.slots-older", next.file(), of(night.slots()));
        refused("cli.restore.only-slots", night.slots(), new WithSlots.Beside());
        refused("cli.restore.not-slots", night.file(), of(next.file()));
        refused("cli.restore.no-slots", night.file(), of(top.resolve("none")));
        byte[] whole = Files.readAllBytes(next.slots());
        whole[whole.length / 2] ^= 1;
        Path damaged = Files.write(top.resolve("damaged.slots.age"), whole);
        refused("cli.backup.not-opened", night.file(), of(damaged));
        Files.delete(night.slots());
        refused("cli.restore.no-slots", night.file(), new WithSlots.Beside());
        Path elsewhere = Files.createDirectory(top.resolve("elsewhere"));
        try (var other = DeskWithACase.begun(elsewhere)) {
            assertTrue(other.verifies());
            Path aside = Files.createDirectory(top.resolve("aside"));
            var theirs = new Plan(elsewhere, aside, List.of(mine.recipient()));
            var made = new Backup(InstantSource.fixed(NEXT), "age").make(theirs);
            Path slots = assertInstanceOf(Backup.Written.class, made).slots();
            refused("cli.restore.slots-of-another", night.file(), of(slots));
        }
    }

    @Test
    void slots_of_a_desk_that_went_on_from_an_older_backup_do_not_follow() throws Exception {
        var night = written(NIGHT);
        desk.removedSoyka();
        var next = written(NEXT);
        came(night.file(), new WithSlots.Beside(), "restored");
        Path restored = top.resolve("restored");
        try (var again = desk.again(restored)) {
            again.removedSoyka();
            Path aside = Files.createDirectory(top.resolve("aside"));
            var later = InstantSource.fixed(NEXT.plus(Duration.ofDays(1)));
            var made =
                    new Backup(later, "age")
                            .make(new Plan(restored, aside, List.of(mine.recipient())));
            Path slots = assertInstanceOf(Backup.Written.class, made).slots();
            refused("cli.restore.other-history", next.file(), of(slots));
        }
    }

    @Test
    void without_slots_nobody_signs_in_until_new_codes_are_made() throws Exception {
        desk.wrote(ROAD);
        var night = written(NIGHT);
        assertEquals(new WithSlots.None(), came(night.file(), new WithSlots.Without(), "restored"));
        Path restored = top.resolve("restored");
        try (var again = desk.again(restored)) {
            assertTrue(again.verifies());
            var browser = again.rough().browser();
            var passphrase = RoughDesk.PASSPHRASE;
            var known = browser.post("/sign-in", "name", RoughDesk.WREN, "passphrase", passphrase);
            var unknown = browser.post("/sign-in", "name", "Nobody", "passphrase", passphrase);
            assertEquals(unknown.status(), known.status());
            assertFalse(known.header("Location").contains("pin"), "somebody came in");
            assertFalse(again.rough().logged().contains("damaged"), again.rough().logged());
            assertFalse(again.opensSlots(RoughDesk.WREN));
        }
        assertEquals(0, Watchword.run("init", restored.toString(), "--codes"));
        came(night.file(), new WithSlots.Beside(), "with");
        assertEquals(
                2,
                Watchword.run("init", top.resolve("with").toString(), "--codes"),
                "they can sign in");
    }

    @Test
    void one_file_of_the_old_kind_is_restored_as_before_and_with_later_slots_loses_its_own()
            throws Exception {
        var gone = desk.wrote(HOUSE);
        desk.wrote(ROAD);
        List<byte[]> old = desk.slots();
        Path file = ofTheOldKind();
        desk.erased(gone);
        desk.removedSoyka();
        var next = written(NEXT);
        refused("cli.restore.slots-inside", file, new WithSlots.Without());
        assertEquals(new WithSlots.Inside(), came(file, new WithSlots.Beside(), "as before"));
        try (var before = desk.again(top.resolve("as before"))) {
            assertEquals(List.of(HOUSE, ROAD), before.read(DeskWithACase.SOYKA));
        }
        assertEquals(new WithSlots.Taken(NEXT, 1), came(file, of(next.slots()), "later"));
        byte[] rows = Files.readAllBytes(top.resolve("later").resolve("desk.db"));
        assertEquals(3, lying(old, rows), "of the three people, whose slots are the same");
        try (var later = desk.again(top.resolve("later"))) {
            assertEquals(List.of(NO_SLOT, ROAD), later.read(DeskWithACase.WREN));
        }
    }

    @Test
    void a_backup_from_before_the_tables_changed_takes_later_slots_all_the_same() throws Exception {
        Path place = Files.createDirectory(top.resolve("old"));
        SqliteParts.bringTo(place.resolve("desk.db"), "20");
        Path file = ofTheOldKind(place);
        var next = written(NEXT);
        assertEquals(new WithSlots.Taken(NEXT, 0), came(file, of(next.slots()), "restored"));
        try (var again = desk.again(top.resolve("restored"))) {
            assertTrue(again.verifies());
        }
        Path unbegun = top.resolve("unbegun.db");
        assertThrows(SchemaTooNew.class, () -> SqliteParts.bringTo(unbegun, "4711"));
    }

    private Path ofTheOldKind() throws Exception {
        Path place = Files.createDirectory(top.resolve("old"));
        try (var copy = SqliteSnapshot.of(directory.resolve("desk.db"), place.resolve("copy.db"))) {
            Files.copy(copy.file(), place.resolve("desk.db"));
        }
        return ofTheOldKind(place);
    }

    private Path ofTheOldKind(Path place) throws Exception {
        return ABackupOfTheOldKind.of(directory, place, NIGHT, mine);
    }

    @Test
    void one_of_the_two_alone_is_never_left() throws Exception {
        Path onlyOnce = top.resolve("only-once");
        Files.writeString(
                onlyOnce,
                "#!/bin/sh\n[ -e %s/began ] && exit 1\n: > %s/began\nexec age \"$@\"\n"
                        .formatted(top, top));
        Files.setPosixFilePermissions(onlyOnce, PosixFilePermissions.fromString("rwx------"));
        assertInstanceOf(Backup.Failed.class, made(NIGHT, onlyOnce.toString()));
        assertEquals(Set.of(), inside(target), "the second was not sealed");
        Path inTheWay = target.resolve("2021-02-04T02-10-00Z.backup.age/something");
        Files.createDirectories(inTheWay);
        var failed = assertInstanceOf(Backup.Failed.class, made(NIGHT, "age"));
        assertEquals("cli.backup.target-gone", failed.why().key());
        assertEquals(
                Set.of("2021-02-04T02-10-00Z.backup.age"),
                inside(target),
                "the second got no name");
        assertEquals(Optional.empty(), new Kept(directory).last().orElseThrow().good());
    }

    @Test
    void slots_that_a_kill_left_without_their_backup_go_with_the_next_one() throws Exception {
        Files.write(target.resolve("2021-02-03T02-10-00Z.slots.age"), new byte[9]);
        Files.write(target.resolve("2021-02-03T02-10-00Z.backup.part"), new byte[9]);
        Files.write(target.resolve("2021-02-02T02-10-00Z.slots.part"), new byte[9]);
        Files.write(target.resolve("2021-02-01T02-10-00Z.slots.age"), new byte[9]);
        Files.write(directory.resolve("backup.snapshot.apart"), new byte[9]);
        written(NIGHT);
        assertEquals(
                Set.of(
                        "2021-02-01T02-10-00Z.slots.age",
                        "2021-02-04T02-10-00Z.backup.age",
                        "2021-02-04T02-10-00Z.slots.age"),
                inside(target));
        assertFalse(inside(directory).contains("backup.snapshot.apart"));
    }

    @Test
    void a_drill_opens_both_files() throws Exception {
        desk.wrote(ROAD);
        var night = written(NIGHT);
        byte[] whole = Files.readAllBytes(night.slots());
        byte[] changed = whole.clone();
        changed[whole.length / 2] ^= 1;
        Files.write(night.slots(), changed);
        var restore = new Restore(InstantSource.fixed(NEXT), "age");
        var failed = restore.drill(plan(), night.file(), second.identity(), Restoring::opens);
        assertInstanceOf(Restore.Failed.class, failed);
        assertEquals(Optional.empty(), new Kept(directory).drill());
        Files.write(night.slots(), whole);
        assertEquals(
                new Restore.Restored(NIGHT, new WithSlots.Taken(NIGHT, 0)),
                restore.drill(plan(), night.file(), second.identity(), Restoring::opens));
        assertEquals(NIGHT, new Kept(directory).drill().orElseThrow().madeAt());
        assertTrue(inside(directory).stream().noneMatch(name -> name.contains("drilling")));
    }
}
