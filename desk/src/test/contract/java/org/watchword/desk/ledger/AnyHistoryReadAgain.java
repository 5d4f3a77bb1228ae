package org.watchword.desk.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.watchword.desk.vault.Unattended;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.membership.Statement;

/// Nights at random, of which a member reads a part now and then: what he is told out of what he
/// verified before is what the entries themselves say.
class AnyHistoryReadAgain {
    private static final int STEPS = 150;

    @TempDir Path dir;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void tells_what_the_entries_tell(long seed) throws Exception {
        var random = new Random(seed);
        try (var again = new Remembering(Files.createDirectory(dir.resolve("seed-" + seed)))) {
            long remembered = 0;
            for (int i = 0; i < STEPS; i++) {
                happens(again, random, i);
                if (i % 25 == 24) {
                    remembered += isTheSame(again, "seed " + seed + ", step " + i);
                }
            }
            assertTrue(remembered > 0, "nothing was ever remembered");
        }
    }

    /// How many snapshots there were.
    private static long isTheSame(Remembering again, String when) {
        again.written();
        long snapshots = again.snapshots(again.circle.wrensNumber);
        List<ReadEntry> told = again.circle.read(again.circle.wren);
        again.written();
        again.circle.tampers("DELETE FROM snapshot");
        List<ReadEntry> opened = again.circle.read(again.circle.wren);
        assertEquals(opened, told, when);
        again.written();
        assertEquals(opened, again.circle.read(again.circle.wren), when);
        return snapshots;
    }

    private static void happens(Remembering again, Random random, int nth) {
        Circle circle = again.circle;
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5 -> circle.wrote(circle.wren, "note " + nth);
            case 6, 7, 8 -> circle.added(circle.gull, "from outside " + nth);
            case 9 -> {
                var said = Octets.of(new byte[] {(byte) nth});
                var _ =
                        Circle.kept(
                                circle.ledger
                                        .additions()
                                        .addUnattended(circle.core, Unattended.ALARM, said));
            }
            case 10 -> circle.wrote(circle.wren, "long ".repeat(1 + random.nextInt(4_000)));
            case 11, 12, 13 -> again.skips(1 + random.nextInt(60));
            case 14 -> erases(circle, random);
            case 15 -> circle.settled(circle.wren);
            case 16 -> comesOrGoes(circle);
            case 17 -> spoils(circle, random);
            default -> readsSome(circle, random);
        }
    }

    private static void readsSome(Circle circle, Random random) {
        try (var open = circle.entered(circle.wren)) {
            long number = random.nextInt(2_000);
            int most = 1 + random.nextInt(40);
            var page = random.nextBoolean() ? open.after(number, most) : open.before(number, most);
            assertInstanceOf(EntryPage.Read.class, page);
        }
    }

    private static void erases(Circle circle, Random random) {
        List<ReadEntry> all = circle.read(circle.wren);
        if (!all.isEmpty()
                && all.get(random.nextInt(all.size())) instanceof ReadEntry.Whole whole
                && !whole.entry().type().equals(Erasure.TYPE)) {
            try (var open = circle.entered(circle.wren)) {
                var _ = Circle.kept(open.erase(whole.entry().context().entry()));
            }
        }
    }

    /// Rook, who reads there or does not.
    private static void comesOrGoes(Circle circle) {
        Set<?> members = circle.now().compartment(circle.core).orElseThrow().members();
        if (members.contains(circle.rooksNumber)) {
            Circle.stands(
                    circle.ledger
                            .compartments()
                            .remove(circle.core, circle.rooksNumber, circle.heron));
        } else {
            Circle.stands(
                    circle.ledger.compartments().add(circle.core, circle.rooksNumber, circle.wren));
            circle.wrote(circle.rook, "back again");
        }
        circle.says(new Statement.Suspended(circle.gullsNumber), circle.heron);
        circle.says(new Statement.Lifted(circle.gullsNumber), circle.heron, circle.rook);
    }

    /// In a way that the rows show, so that it is seen whoever verified them before.
    private static void spoils(Circle circle, Random random) {
        long number = random.nextInt(500);
        String ofNone =
                " WHERE entry = "
                        + number
                        + " AND entry NOT IN (SELECT erased_by FROM entry"
                        + " WHERE erased_by IS NOT NULL)";
        switch (random.nextInt(6)) {
            case 0 ->
                    circle.tampers("UPDATE entry SET leaf = zeroblob(96) WHERE number = " + number);
            case 1 -> circle.tampers("DELETE FROM entry_slot" + ofNone);
            case 2 -> circle.tampers("UPDATE entry SET epoch = epoch + 1 WHERE number = " + number);
            case 3 ->
                    circle.tampers(
                            "UPDATE entry SET entry_id = randomblob(16) WHERE number = " + number);
            case 4 ->
                    circle.tampers(
                            "UPDATE entry SET erased_by = number + 1 WHERE erased_by IS NULL"
                                    + " AND number = "
                                    + number);
            default -> circle.tampers("UPDATE entry_slot SET epoch = 99" + ofNone);
        }
    }
}
