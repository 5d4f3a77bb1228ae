package org.watchword.desk.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.watchword.formats.entry.EntryId;
import org.watchword.formats.membership.Statement;

/// Somebody is removed between the moment at which something was begun and its turn.
class InTheMidstOfIt {
    @TempDir Path dir;

    private static void rookIsRemoved(Circle circle) {
        Circle.stands(
                circle.ledger.compartments().remove(circle.core, circle.rooksNumber, circle.heron));
    }

    @Test
    void what_a_colleague_writes_is_sealed_anew_for_the_next_epoch() {
        try (var circle = Circle.whole(dir);
                var open = circle.entered(circle.wren)) {
            circle.random.next(() -> rookIsRemoved(circle));
            EntryId id = Circle.kept(open.write(Circle.note("the road by the river")));
            assertEquals(1, circle.count("entry"));
            assertEquals(1, circle.count("entry WHERE epoch = 1"));
            assertEquals(1, circle.count("entry_slot WHERE epoch = 1"));
            var one = assertInstanceOf(ReadEntry.Whole.class, circle.read(circle.wren).getFirst());
            assertEquals(id, one.entry().context().entry());
        }
    }

    @Test
    void what_comes_from_outside_is_sealed_anew_for_the_next_epoch() {
        try (var circle = Circle.whole(dir)) {
            circle.random.next(() -> rookIsRemoved(circle));
            circle.added(circle.gull, "a call from the mother");
            assertEquals(1, circle.count("entry WHERE epoch = 1"));
            assertEquals(0, circle.count("entry WHERE epoch = 0"));
            assertEquals(List.of("a call from the mother"), circle.texts(circle.wren));
        }
    }

    @Test
    void whoever_is_removed_writes_it_no_more() {
        // Where the desk has no key the epoch stays the same.
        try (var circle = new Circle(dir).founded().grown();
                var open = circle.entered(circle.rook)) {
            circle.random.next(() -> rookIsRemoved(circle));
            assertEquals(new Written.Shut(ShutOut.NOT_A_MEMBER), open.write(Circle.note("late")));
            assertEquals(0, circle.count("entry"));
        }
    }

    @Test
    void whoever_is_shut_out_adds_it_no_more() {
        try (var circle = Circle.whole(dir)) {
            circle.random.next(
                    () -> Circle.stands(circle.ledger.members().shutOut(circle.gullsNumber)));
            assertEquals(
                    new Written.Shut(ShutOut.NOT_IN_FORCE),
                    circle.ledger.additions().add(circle.core, Circle.note("late"), circle.gull));
            assertEquals(0, circle.count("entry"));
        }
    }

    @Test
    void slots_are_not_moved_to_an_epoch_that_is_over() {
        try (var circle = Circle.whole(dir)) {
            circle.added(circle.gull, "one");
            circle.added(circle.gull, "two");
            try (var settling = circle.ledger.compartments().settling(circle.core, circle.wren)) {
                assertInstanceOf(Settled.More.class, settling.step());
                circle.random.next(() -> rookIsRemoved(circle));
                assertInstanceOf(Settled.More.class, settling.step());
                assertEquals(2, circle.count("entry_slot WHERE epoch = 0 AND kind = 'inbound'"));
                assertEquals(new Settled.Progress(0, 2, 0), settling.progress());
            }
            assertEquals(new Settled.Progress(2, 2, 0), circle.settled(circle.wren));
            assertEquals(2, circle.count("entry_slot WHERE epoch = 1 AND kind = 'settled'"));
        }
    }

    @Test
    void whoever_is_removed_settles_no_more_either() {
        try (var circle = Circle.whole(dir)) {
            circle.added(circle.gull, "one");
            try (var settling = circle.ledger.compartments().settling(circle.core, circle.rook)) {
                assertInstanceOf(Settled.More.class, settling.step());
                circle.random.next(() -> rookIsRemoved(circle));
                var _ = settling.step();
                assertEquals(1, circle.count("entry_slot WHERE kind = 'inbound'"));
                assertEquals(
                        new Settled.Out(ShutOut.NOT_A_MEMBER),
                        assertInstanceOf(Settled.Stopped.class, settling.step()).why());
            }
        }
    }

    @Test
    void no_key_is_given_to_whoever_is_removed_while_it_is_sealed_to_him() {
        try (var circle = Circle.whole(dir)) {
            Circle.stands(
                    circle.ledger.compartments().add(circle.core, circle.gullsNumber, circle.wren));
            Circle.stands(circle.ledger.members().shutOut(circle.gullsNumber));
            rookIsRemoved(circle);
            circle.says(new Statement.Lifted(circle.gullsNumber), circle.heron, circle.wren);
            long before = circle.count("epoch_slot");
            try (var settling = circle.ledger.compartments().settling(circle.core, circle.wren)) {
                circle.random.next(() ->
                        Circle.stands(
                                circle.ledger
                                        .compartments()
                                        .remove(circle.core, circle.gullsNumber, circle.heron)));
                var _ = settling.step();
            }
            // Gull's of epoch 0 went, Wren's of epoch 2 came, and nothing else.
            assertEquals(before, circle.count("epoch_slot"));
        }
    }
}
