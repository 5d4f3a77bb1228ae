package org.watchword.desk.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.desk.store.SqliteEngine;
import org.watchword.desk.store.StoreUnavailable;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.Enclosure;
import org.watchword.formats.entry.EntryId;

/// Files come with their entry and go with it.
class FilesBesideEntries {
    @TempDir Path dir;

    private static Octets sealed(Circle circle, byte[] file) {
        return circle.ledger.enclosures().seal(file).bytes();
    }

    private static Optional<Octets> lies(Circle circle, EntryId entry, int number) {
        return circle.store.read(
                handle -> circle.ledger.enclosures().sealed(handle, entry, number));
    }

    @Test
    void lie_beside_the_entry_with_which_they_were_written_and_no_other() {
        try (var circle = Circle.whole(dir);
                var open = circle.entered(circle.wren)) {
            Octets one = sealed(circle, new byte[3]);
            Octets two = sealed(circle, new byte[Enclosure.MOST_BYTES]);
            var kept = Circle.kept(open.write(Circle.note("both"), Map.of(1, one, 2, two)));
            var other = Circle.kept(open.write(Circle.note("none")));
            assertEquals(Optional.of(one), lies(circle, kept, 1));
            assertEquals(Optional.of(two), lies(circle, kept, 2));
            assertEquals(Optional.empty(), lies(circle, kept, 3));
            assertEquals(Optional.empty(), lies(circle, other, 1));
        }
    }

    @Test
    void go_with_an_entry_that_is_erased() {
        try (var circle = Circle.whole(dir);
                var open = circle.entered(circle.wren)) {
            Octets file = sealed(circle, new byte[50_000]);
            var gone = Circle.kept(open.write(Circle.note("gone"), Map.of(1, file)));
            var stays = Circle.kept(open.write(Circle.note("stays"), Map.of(1, file)));
            var _ = Circle.kept(open.erase(gone));
            assertEquals(Optional.empty(), lies(circle, gone, 1));
            assertEquals(Optional.of(file), lies(circle, stays, 1));
            assertEquals(1, circle.count("enclosure"));
        }
    }

    @Test
    void are_no_more_and_no_larger_than_an_entry_may_have() {
        try (var circle = Circle.whole(dir);
                var open = circle.entered(circle.wren)) {
            Octets one = sealed(circle, new byte[3]);
            var much = new Written.Refused(NotWritten.TOO_MUCH);
            assertEquals(much, open.write(Circle.note("three"), Map.of(1, one, 2, one, 3, one)));
            Octets large = Octets.of(new byte[Enclosure.MOST_SEALED_BYTES + 1]);
            assertEquals(much, open.write(Circle.note("large"), Map.of(1, large)));
            assertEquals(0, circle.count("entry"));
        }
    }

    @Test
    void are_not_half_kept_on_a_disk_that_is_full() {
        var disk = new FullAtWill();
        try (var circle =
                        new Circle(dir, disk.engine(new SqliteEngine(dir.resolve("desk.db"))), disk)
                                .founded()
                                .withDeskKey()
                                .grown();
                var open = circle.entered(circle.wren)) {
            Octets file = sealed(circle, new byte[100_000]);
            disk.fill(circle.store);
            var full =
                    assertThrows(
                            StoreUnavailable.class,
                            () -> open.write(Circle.note("full"), Map.of(1, file)));
            assertEquals(StoreUnavailable.Cause.DISK_FULL, full.why());
            disk.empty(circle.store);
            assertEquals(0, circle.count("entry"));
            assertEquals(0, circle.count("enclosure"));
            var kept = Circle.kept(open.write(Circle.note("room"), Map.of(1, file)));
            assertArrayEquals(file.bytes(), lies(circle, kept, 1).map(Octets::bytes).orElseThrow());
        }
    }

    @Test
    void are_not_half_kept_when_the_second_does_not_come_in() {
        try (var circle = Circle.whole(dir);
                var open = circle.entered(circle.wren)) {
            int _ =
                    circle.tampers(
                            """
                            CREATE TRIGGER no_room
                            BEFORE INSERT ON enclosure
                            WHEN NEW.number = 2 BEGIN
                            SELECT RAISE(ABORT, 'no room'); END\
                            """);
            Octets file = sealed(circle, new byte[10]);
            assertThrows(
                    RuntimeException.class,
                    () -> open.write(Circle.note("both"), Map.of(1, file, 2, file)));
            assertEquals(0, circle.count("entry"));
            assertEquals(0, circle.count("entry_slot"));
            assertEquals(0, circle.count("enclosure"));
        }
    }
}
