package org.watchword.desk.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.Threads;

/// A job beside everything else, as in earnest.
class AJobOnItsThread {
    private static final PersonId WREN = new PersonId(3);
    private static final long SECONDS = 60;

    private final HandClock clock = new HandClock(Instant.parse("2021-02-04T12:00:00Z"));
    private final Jobs jobs = new Jobs(clock, Threads.PACE, _ -> true);

    /// Stops in the midst of its first piece until it is let go on, and is over with that.
    private static final class Stopping implements JobWork {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch closed = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);

        @Override
        public Sentence name() {
            return Sentence.of("stopping");
        }

        @Override
        public Object about() {
            return this;
        }

        @Override
        public Piece next() {
            begun.countDown();
            waited(goOn);
            return new Piece.Over(Sentence.of("over"));
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    private static void waited(CountDownLatch latch) {
        try {
            assertTrue(latch.await(SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Stopping begun() {
        var work = new Stopping();
        jobs.begin(WREN, work);
        return work;
    }

    @AfterEach
    void close() {
        jobs.close();
    }

    @Test
    void is_done_though_whoever_began_it_does_something_else() {
        var work = begun();
        waited(work.begun);
        work.goOn.countDown();
        waited(work.closed);
        assertEquals(List.of(), jobs.running());
    }

    @Test
    void has_no_keys_any_more_when_the_press_that_ends_it_is_answered_whatever_its_piece_does() {
        var work = begun();
        waited(work.begun);
        jobs.endAllOf(WREN);
        assertEquals(0, work.closed.getCount());
        assertFalse(jobs.runs(work));
        work.goOn.countDown();
    }

    @Test
    void of_another_is_begun_after_the_thread_had_gone() {
        var first = begun();
        first.goOn.countDown();
        waited(first.closed);
        var second = begun();
        waited(second.begun);
        second.goOn.countDown();
        waited(second.closed);
    }
}
