package org.watchword.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.basis.Language;
import org.watchword.desk.cli.Finding;
import org.watchword.desk.cli.Settings;
import org.watchword.desk.ledger.ChainStanding;
import org.watchword.desk.store.PastTheDesk;
import org.watchword.desk.store.Writer.Lane;

class LookingAtADesk {
    private static final Settings SETTINGS =
            new Settings("Harbour", ZoneId.of("UTC"), new Language("en"), "localhost", 0);

    @TempDir Path dir;

    private Desk desk() {
        var taken = (DataDirectory.Taken.Held) DataDirectory.take(dir);
        return Wiring.desk(taken.directory(), SETTINGS, Surroundings.real());
    }

    /// What somebody does to the rows who comes past the desk.
    private void write(String sql) {
        try (Desk desk = desk()) {
            int _ = PastTheDesk.execute(desk.rooms().store(), sql);
        }
    }

    private Checking.Outcome look() {
        return Checking.of(dir, SETTINGS, Wiring.words().in(new Language("en")));
    }

    private List<Finding> findings() {
        return assertInstanceOf(Checking.Looked.class, look()).findings();
    }

    private static Set<String> toMend(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> !finding.well())
                .map(finding -> finding.says().key())
                // The program that runs the tests is as it is.
                .filter(key -> !key.startsWith("cli.check.memory."))
                .collect(Collectors.toSet());
    }

    @Test
    void a_desk_that_nobody_set_up_says_what_is_missing_while_it_runs() {
        try (Desk desk = desk()) {
            desk.start();
            assertEquals(
                    Set.of(
                            "cli.check.channels.none",
                            "cli.check.people.few",
                            "cli.backup.status.none",
                            "cli.check.ladders.flag"),
                    toMend(findings()));
        }
    }

    @Test
    void a_test_is_fired_over_the_channels_there_are_and_an_unknown_one_is_wrong_use() {
        try (Desk desk = desk()) {
            desk.rooms()
                    .store()
                    .writer()
                    .write(
                            Lane.ORDINARY,
                            turn ->
                                    desk.rooms()
                                            .delivery()
                                            .channels()
                                            .add(turn, "By hand", "paper", Map.of()));
        }
        var words = Wiring.words().in(new Language("en"));
        var all = Checking.of(dir, SETTINGS, words, new Checking.All());
        var findings = assertInstanceOf(Checking.Looked.class, all).findings();
        assertEquals("cli.fire.by-hand", findings.getLast().says().key());
        var one = Checking.of(dir, SETTINGS, words, new Checking.One("No such"));
        var not = assertInstanceOf(Checking.NotOpened.class, one);
        assertEquals("cli.fire.no-such", not.why().key());
    }

    @Test
    void data_that_an_older_program_wrote_is_left_as_it_is_and_said_so() {
        write(
                "DELETE FROM flyway_schema_history WHERE installed_rank ="
                        + " (SELECT max(installed_rank) FROM flyway_schema_history)");
        var not = assertInstanceOf(Checking.NotOpened.class, look());
        assertEquals("cli.data.too-old", not.why().key());
    }

    @Test
    void the_memory_of_the_program_is_looked_at_too() {
        desk().close();
        assertTrue(
                findings().stream().anyMatch(f -> f.says().key().startsWith("cli.check.memory.")));
    }

    @Test
    void a_clock_behind_what_was_kept_is_found() throws Exception {
        desk().close();
        Files.setLastModifiedTime(
                dir.resolve("desk.db"), FileTime.from(Instant.now().plusSeconds(7_200)));
        assertTrue(toMend(findings()).contains("cli.check.clock.behind"));
    }

    @Test
    void a_reserve_that_is_gone_is_found() throws Exception {
        desk().close();
        Files.delete(dir.resolve("reserve"));
        assertTrue(toMend(findings()).contains("cli.check.disk.no-reserve"));
    }

    @Test
    void a_membership_chain_that_does_not_verify_is_found_and_the_desk_starts_all_the_same() {
        write("INSERT INTO statement VALUES (0, x'01')");
        try (Desk desk = desk()) {
            desk.start();
            assertInstanceOf(ChainStanding.Broken.class, desk.rooms().ledger().standing());
            assertTrue(toMend(findings()).contains("ledger.check.unreadable"));
        }
    }

    @Test
    void a_directory_without_data_or_without_its_key_is_told_apart_from_a_finding()
            throws Exception {
        assertInstanceOf(Checking.NotOpened.class, look());
        desk().close();
        Files.delete(dir.resolve("watch.key"));
        var not = assertInstanceOf(Checking.NotOpened.class, look());
        assertEquals("cli.key.missing", not.why().key());
        assertEquals(2, Watchword.run("check", dir.resolve("nowhere").toString()));
        assertEquals(2, Watchword.run("chekc"));
    }
}
