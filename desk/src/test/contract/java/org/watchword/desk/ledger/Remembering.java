package org.watchword.desk.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.watchword.desk.store.PastTheDesk;
import org.watchword.desk.store.RowNumbers;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.slot.AccountKeys;

/// A circle whose members come back to what they read before. What was sealed can be spoilt under
/// their eyes: whoever still reads it did not open it again.
final class Remembering implements AutoCloseable {
    /// As many as make the first stretch full, and some after it.
    static final int NOTES = 140;

    private static final int IN_THE_FIRST = 127;

    final Circle circle;

    Remembering(Path directory) {
        circle = Circle.whole(directory);
    }

    /// With notes by Wren.
    static Remembering with(Path directory) {
        var one = new Remembering(directory);
        try (var open = one.circle.entered(one.circle.wren)) {
            for (String text : notes()) {
                var _ = Circle.kept(open.write(Circle.note(text)));
            }
        }
        return one;
    }

    static List<String> notes() {
        return IntStream.rangeClosed(1, NOTES).mapToObj(i -> "note " + i).toList();
    }

    /// Those that stand in no stretch that is full.
    static List<String> newest() {
        return notes().subList(IN_THE_FIRST, NOTES);
    }

    List<String> reads(AccountKeys by) {
        List<String> texts = circle.texts(by);
        written();
        return texts;
    }

    /// Whatever was handed in is written.
    void written() {
        boolean done = circle.store.writer().write(Lane.ORDINARY, _ -> true);
        assertTrue(done);
    }

    /// Nothing that lies there opens any more.
    void spoils() {
        assertTrue(circle.tampers("UPDATE entry SET sealed = zeroblob(length(sealed))") > 0);
    }

    void skips(int numbers) {
        assertTrue(
                circle.store
                                .writer()
                                .write(
                                        Lane.ORDINARY,
                                        turn -> RowNumbers.next(turn, "entry", numbers))
                        > 0);
    }

    long snapshots() {
        return circle.count("snapshot");
    }

    long snapshots(AccountNumber of) {
        return circle.count("snapshot WHERE member_hash = x'" + hash(of) + "'");
    }

    String hash(AccountNumber of) {
        byte[] hash = new SlotRows(circle.vault.keyedHash()).member(circle.core, of);
        return Octets.of(hash).hex();
    }

    /// The first one, whosever it is.
    Octets kept() {
        return circle.store.read(handle ->
                handle.createQuery("SELECT sealed FROM snapshot ORDER BY member_hash, stretch")
                        .map((row, _) -> Octets.of(row.getBytes(1)))
                        .list()
                        .getFirst());
    }

    void puts(String assignment, Octets bytes) {
        String sql = "UPDATE snapshot SET " + assignment;
        assertEquals(1, PastTheDesk.execute(circle.store, sql, bytes.bytes()));
    }

    /// Why an entry does not open; the only one that does not.
    static Flaw flaw(List<ReadEntry> read) {
        List<ReadEntry> shut = read.stream().filter(ReadEntry.Shut.class::isInstance).toList();
        assertEquals(1, shut.size());
        return assertInstanceOf(ReadEntry.Shut.class, shut.getFirst()).why();
    }

    @Override
    public void close() {
        circle.close();
    }
}
