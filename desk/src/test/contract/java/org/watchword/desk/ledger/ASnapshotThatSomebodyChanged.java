package org.watchword.desk.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.EntryFailure;
import org.watchword.formats.entry.EntryId;

/// Whoever writes rows changes what a member had verified, or the rows under it. The member is told
/// what the entries themselves say, and the log that something did not fit.
class ASnapshotThatSomebodyChanged {
    private static final String NOTED = "does not fit what lies there";

    @TempDir Path dir;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void the_log_is_read() {
        log.start();
        ((Logger) LoggerFactory.getLogger(Remembered.class)).addAppender(log);
    }

    @AfterEach
    void no_more() {
        ((Logger) LoggerFactory.getLogger(Remembered.class)).detachAppender(log);
    }

    private long noted() {
        return log.list.stream()
                .filter(event -> event.getFormattedMessage().contains(NOTED))
                .count();
    }

    /// The fifth note is spoilt: whoever sees it was told so by the snapshot.
    private void isNotUsed(String directory, Consumer<Remembering> change) throws IOException {
        log.list.clear();
        try (var again = Remembering.with(Files.createDirectory(dir.resolve(directory)))) {
            var circle = again.circle;
            again.reads(circle.wren);
            circle.tampers("UPDATE entry SET sealed = zeroblob(length(sealed)) WHERE number = 5");
            assertTrue(circle.texts(circle.wren).contains("note 5"));
            assertEquals(0, noted());
            change.accept(again);
            List<ReadEntry> read = circle.read(circle.wren);
            assertEquals(new Flaw.OfEntry(EntryFailure.OTHER_VERSION), Remembering.flaw(read));
            assertEquals(1, noted());
            again.written();
            // One that fits was put in its place, and it tells nothing of what did not open.
            assertEquals(
                    new Flaw.OfEntry(EntryFailure.OTHER_VERSION),
                    Remembering.flaw(circle.read(circle.wren)));
            assertEquals(1, noted());
        }
    }

    @Test
    void of_which_a_bit_was_turned_is_made_anew() throws IOException {
        isNotUsed(
                "turned",
                again -> {
                    byte[] bytes = again.kept().bytes();
                    bytes[bytes.length - 1] ^= 1;
                    again.puts("sealed = ?", Octets.of(bytes));
                });
    }

    @Test
    void that_was_cut_off_is_made_anew() throws IOException {
        isNotUsed(
                "cut",
                again ->
                        again.circle.tampers("UPDATE snapshot SET sealed = substr(sealed, 1, 99)"));
        isNotUsed("empty", again -> again.circle.tampers("UPDATE snapshot SET sealed = x''"));
    }

    @Test
    void for_one_of_another_version_is_made_anew() throws IOException {
        isNotUsed(
                "version",
                again -> {
                    byte[] bytes = again.kept().bytes();
                    bytes[0] = (byte) 0x81;
                    again.puts("sealed = ?", Octets.of(bytes));
                });
    }

    @Test
    void for_a_colleagues_is_made_anew() throws IOException {
        isNotUsed(
                "colleague",
                again -> {
                    Octets wrens = again.kept();
                    again.circle.tampers("DELETE FROM snapshot");
                    again.circle.tampers(
                            "UPDATE entry SET sealed = zeroblob(length(sealed)) WHERE number = 5");
                    again.reads(again.circle.rook);
                    Octets rooks = again.kept();
                    assertFalse(wrens.equals(rooks));
                    again.circle.tampers(
                            "UPDATE snapshot SET member_hash = x'"
                                    + again.hash(again.circle.wrensNumber)
                                    + "'");
                });
    }

    @Test
    void for_one_of_another_desk_is_made_anew() throws IOException {
        Octets elsewhere;
        try (var other = Remembering.with(Files.createDirectory(dir.resolve("other")))) {
            other.reads(other.circle.wren);
            elsewhere = other.kept();
        }
        isNotUsed("desk", again -> again.puts("sealed = ?", elsewhere));
    }

    /// As long as the right one, so that nothing but what it is bound to tells them apart.
    @Test
    void for_one_of_another_stretch_is_made_anew() {
        log.list.clear();
        try (var again = new Remembering(dir)) {
            var circle = again.circle;
            List<String> notes = Remembering.notes().subList(0, 40);
            notes.subList(0, 20).forEach(text -> circle.wrote(circle.wren, text));
            again.skips(108);
            notes.subList(20, 40).forEach(text -> circle.wrote(circle.wren, text));
            again.skips(108);
            circle.wrote(circle.wren, "the last");
            again.reads(circle.wren);
            assertEquals(2, again.snapshots());
            assertEquals(1, circle.count("(SELECT DISTINCT length(sealed) FROM snapshot)"));
            circle.tampers(
                    "UPDATE snapshot SET sealed = (SELECT sealed FROM snapshot WHERE stretch = 0)"
                            + " WHERE stretch = 1");
            assertEquals(notes.size() + 1, again.reads(circle.wren).size());
            assertEquals(1, noted());
        }
    }

    @Test
    void that_was_moved_into_another_compartment_with_its_rows_tells_nothing() {
        log.list.clear();
        try (var again = Remembering.with(dir)) {
            var circle = again.circle;
            again.reads(circle.wren);
            circle.core = circle.ledger.compartments().ofANewCase();
            Circle.stands(circle.ledger.compartments().open(circle.core, Set.of(), circle.wren));
            String there = " SET compartment = (SELECT max(id) FROM compartment)";
            circle.tampers("UPDATE entry" + there);
            circle.tampers("UPDATE entry_slot" + there);
            String wren = again.hash(circle.wrensNumber);
            assertEquals(
                    1,
                    circle.tampers("UPDATE snapshot" + there + ", member_hash = x'" + wren + "'"));
            assertEquals(List.of(), circle.texts(circle.wren));
            assertEquals(1, noted());
        }
    }

    @Test
    void under_which_a_row_went_away_tells_nothing() throws IOException {
        isNotUsed(
                "row",
                again -> {
                    again.circle.tampers("DELETE FROM entry_slot WHERE entry = 9");
                    assertEquals(1, again.circle.tampers("DELETE FROM entry WHERE number = 9"));
                });
    }

    @Test
    void under_which_the_end_of_the_rows_went_away_tells_nothing() throws IOException {
        isNotUsed(
                "end",
                again -> {
                    again.circle.tampers("DELETE FROM entry_slot WHERE entry BETWEEN 20 AND 127");
                    assertEquals(
                            108,
                            again.circle.tampers(
                                    "DELETE FROM entry WHERE number BETWEEN 20 AND 127"));
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "leaf = (SELECT leaf FROM entry WHERE number = 1)",
                "epoch = 1",
                "entry_id = randomblob(16)",
                "erased_by = 9"
            })
    void under_which_a_row_was_changed_tells_nothing(String change) {
        log.list.clear();
        try (var again = Remembering.with(dir)) {
            var circle = again.circle;
            again.reads(circle.wren);
            circle.tampers("UPDATE entry SET " + change + " WHERE number = 5");
            assertNotNull(Remembering.flaw(circle.read(circle.wren)));
            assertEquals(1, noted());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM entry_slot WHERE entry = 5",
                "UPDATE entry_slot SET epoch = 99 WHERE entry = 5"
            })
    void that_fits_tells_nothing_of_an_entry_whose_key_he_could_not_come_to_now(String change) {
        log.list.clear();
        try (var again = Remembering.with(dir)) {
            var circle = again.circle;
            again.reads(circle.wren);
            circle.tampers(change);
            assertInstanceOf(Flaw.OfRows.class, Remembering.flaw(circle.read(circle.wren)));
            assertEquals(0, noted());
        }
    }

    @Test
    void from_before_an_entry_was_erased_shows_it_to_nobody() {
        log.list.clear();
        try (var again = Remembering.with(dir)) {
            var circle = again.circle;
            again.reads(circle.wren);
            Octets before = again.kept();
            EntryId seventh = id(again, 7);
            try (var open = circle.entered(circle.wren)) {
                var _ = Circle.kept(open.erase(seventh));
            }
            again.reads(circle.wren);
            again.puts("sealed = ?", before);
            assertInstanceOf(ReadEntry.Erased.class, circle.read(circle.wren).get(6));
            assertEquals(1, noted());
            again.written();

            // With the mark taken off the row as well: it has no slot.
            circle.tampers("UPDATE entry SET erased_by = NULL WHERE number = 7");
            again.puts("sealed = ?", before);
            assertEquals(Flaw.OfRows.NO_SLOT, Remembering.flaw(circle.read(circle.wren)));
            again.written();

            // And with a slot that somebody made up, and bytes as many as there were.
            circle.tampers(
                    "INSERT INTO entry_slot SELECT 7, compartment, epoch, kind, slot"
                            + " FROM entry_slot WHERE entry = 8");
            again.puts("sealed = ?", before);
            assertInstanceOf(Flaw.OfSlot.class, Remembering.flaw(circle.read(circle.wren)));
        }
    }

    private static EntryId id(Remembering again, int number) {
        var one = again.circle.read(again.circle.wren).get(number - 1);
        return assertInstanceOf(ReadEntry.Whole.class, one).entry().context().entry();
    }

    @Test
    void that_tells_less_than_there_is_is_filled_up() {
        log.list.clear();
        try (var again = Remembering.with(dir)) {
            var circle = again.circle;
            circle.tampers("UPDATE entry_slot SET epoch = 7 WHERE entry = 5");
            assertEquals(Remembering.NOTES - 1, again.reads(circle.wren).size());
            circle.tampers("UPDATE entry_slot SET epoch = 0 WHERE entry = 5");
            assertEquals(Remembering.notes(), again.reads(circle.wren));
            again.spoils();
            assertEquals(Remembering.notes().subList(0, 127), circle.texts(circle.wren));
            assertEquals(0, noted());
        }
    }
}
