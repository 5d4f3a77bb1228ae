package org.watchword.desk.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.store.Writer.Lane;

/// What every engine of the store must do. A subclass per engine.
abstract class StoreContract {
    private Store store;

    abstract StoreEngine engine();

    @BeforeEach
    void open() {
        store = Store.open(engine(), new HeldReserve());
        store.writer()
                .write(
                        Lane.FIRST,
                        turn ->
                                turn.handle()
                                        .execute("CREATE TABLE IF NOT EXISTS leaf (n INTEGER)"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private long count() {
        return store.read(
                handle -> handle.createQuery("SELECT count(*) FROM leaf").mapTo(Long.class).one());
    }

    /// Keeps the writer busy until the gate opens, so that what is handed in next shares a turn.
    /// Keeps the writer busy from now on until the gate opens: it has begun, and waits no more.
    private CompletableFuture<Integer> hold(CountDownLatch gate) {
        var begun = new CountDownLatch(1);
        var holding =
                store.writer()
                        .submit(
                                Lane.FIRST,
                                turn -> {
                                    begun.countDown();
                                    await(gate);
                                    return 0;
                                });
        await(begun);
        return holding;
    }

    private static int add(Turn turn, int n) {
        return turn.handle().execute("INSERT INTO leaf (n) VALUES (?)", n);
    }

    @Test
    void what_was_answered_is_there_after_reopening() {
        store.writer().write(Lane.FIRST, turn -> add(turn, 1));
        store.close();
        store = Store.open(engine(), new HeldReserve());
        assertEquals(1, count());
    }

    @Test
    void nobody_is_answered_before_the_commit() {
        var seen = new ArrayList<Long>();
        store.writer()
                .submit(
                        Lane.FIRST,
                        turn -> {
                            add(turn, 1);
                            turn.afterCommit(() -> seen.add(count()));
                            return 1;
                        })
                .thenAccept(n -> seen.add(count()))
                .join();
        assertEquals(List.of(1L, 1L), seen);
    }

    @Test
    void a_piece_that_fails_leaves_nothing_and_harms_no_other() throws Exception {
        var gate = new CountDownLatch(1);
        var holding = hold(gate);
        var before = store.writer().submit(Lane.FIRST, turn -> add(turn, 1));
        var failing =
                store.writer()
                        .submit(
                                Lane.FIRST,
                                turn -> {
                                    add(turn, 2);
                                    turn.afterCommit(() -> {
                                        throw new AssertionError("not to be run");
                                    });
                                    throw new IllegalArgumentException("planted");
                                });
        var after = store.writer().submit(Lane.FIRST, turn -> add(turn, 3));
        gate.countDown();
        holding.join();
        before.get(10, TimeUnit.SECONDS);
        after.get(10, TimeUnit.SECONDS);
        var failure = assertThrows(CompletionException.class, failing::join);
        assertInstanceOf(IllegalArgumentException.class, failure.getCause());
        assertEquals(2, count());
    }

    @Test
    void the_watchs_work_goes_before_the_others() {
        var gate = new CountDownLatch(1);
        var order = new ArrayList<String>();
        var holding = hold(gate);
        var ordinary = store.writer().submit(Lane.ORDINARY, turn -> order.add("ordinary"));
        var first = store.writer().submit(Lane.FIRST, turn -> order.add("first"));
        gate.countDown();
        holding.join();
        first.join();
        ordinary.join();
        assertEquals(List.of("first", "ordinary"), order);
    }

    @Test
    void row_numbers_are_given_once_even_when_the_row_is_gone() {
        long one = store.writer().write(Lane.FIRST, turn -> RowNumbers.next(turn, "leaf"));
        long two = store.writer().write(Lane.FIRST, turn -> RowNumbers.next(turn, "leaf"));
        long other = store.writer().write(Lane.FIRST, turn -> RowNumbers.next(turn, "twig"));
        assertEquals(1, one);
        assertEquals(2, two);
        assertEquals(1, other);
    }

    @Test
    void a_reader_cannot_write() {
        assertThrows(
                RuntimeException.class,
                () -> store.read(handle -> handle.execute("INSERT INTO leaf (n) VALUES (9)")));
        assertEquals(0, count());
    }

    @Test
    void too_much_waiting_work_is_refused_as_busy_and_the_rest_is_done() {
        var gate = new CountDownLatch(1);
        var holding = hold(gate);
        var all = new ArrayList<CompletableFuture<Integer>>();
        for (int n = 0; n < Limits.WAITING_WORK + 1_000; n++) {
            int value = n;
            all.add(store.writer().submit(Lane.FIRST, turn -> add(turn, value)));
        }
        gate.countDown();
        holding.join();
        long refused =
                all.stream()
                        .filter(one -> {
                            try {
                                one.join();
                                return false;
                            } catch (CompletionException e) {
                                return e.getCause() instanceof StoreUnavailable why
                                        && why.why() == StoreUnavailable.Cause.BUSY;
                            }
                        })
                        .count();
        assertTrue(refused > 0 && refused <= 1_000, "refused " + refused);
        assertEquals(all.size() - refused, count());
    }

    @Test
    void work_handed_in_after_closing_is_refused() {
        store.close();
        var late = store.writer().submit(Lane.FIRST, turn -> add(turn, 1));
        assertTrue(late.isCompletedExceptionally());
        store = Store.open(engine(), new HeldReserve());
        assertFalse(store.isFull());
    }

    private static void await(CountDownLatch gate) {
        try {
            assertTrue(gate.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A reserve that takes no room: these tests fill no disk.
    static final class HeldReserve implements Reserve {
        @Override
        public boolean hold() {
            return true;
        }

        @Override
        public void release() {}
    }

    @Test
    void a_piece_that_ends_in_an_error_ends_nothing_else() {
        var broken =
                store.writer()
                        .submit(
                                Lane.FIRST,
                                turn -> {
                                    add(turn, 1);
                                    throw new StackOverflowError();
                                });
        var next = store.writer().submit(Lane.FIRST, turn -> add(turn, 2));

        assertEquals(1, next.orTimeout(20, TimeUnit.SECONDS).join());
        assertTrue(broken.isCompletedExceptionally());
        assertEquals(1, count());
    }
}
