package org.watchword.bench.keeper;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.watchword.desk.store.StoreEngine;

final class ATurnOfTheWriter {
    private final CommitTimes commits = new CommitTimes(new Nothing());

    /// Keeps nothing: only when it is called counts.
    private static final class Nothing implements StoreEngine {
        @Override
        public Connection openWriter() {
            return (Connection)
                    Proxy.newProxyInstance(
                            ATurnOfTheWriter.class.getClassLoader(),
                            new Class<?>[] {Connection.class},
                            (_, _, _) -> null);
        }

        @Override
        public String migrations() {
            return "";
        }

        @Override
        public DataSource administration() {
            throw new UnsupportedOperationException();
        }

        @Override
        public DataSource readers() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean saysFull(Throwable error) {
            return false;
        }

        @Override
        public boolean tidy(Connection writer) {
            return true;
        }

        @Override
        public void close() {}
    }

    @Test
    void makes_durable_when_it_is_committed_and_not_when_it_notes() throws Exception {
        Connection writer = commits.openWriter();
        writer.setAutoCommit(false);
        long noted = Instant.now().toEpochMilli();
        Instant before = afterMilli(noted);
        writer.commit();
        Instant after = Instant.now();
        writer.setAutoCommit(true);

        assertFalse(commits.durable(noted).isBefore(before), "no sooner than the commit");
        assertFalse(commits.durable(noted).isAfter(after));
    }

    @Test
    void is_not_taken_for_one_that_began_later() throws Exception {
        Connection writer = commits.openWriter();
        writer.setAutoCommit(false);
        long noted = Instant.now().toEpochMilli();
        writer.commit();
        Instant after = Instant.now();
        Instant _ = afterMilli(noted);
        writer.setAutoCommit(false);
        writer.commit();

        assertFalse(commits.durable(noted).isAfter(after));
    }

    @Test
    void is_never_invented_for_a_row_that_is_older() throws Exception {
        Connection writer = commits.openWriter();
        writer.setAutoCommit(false);
        writer.commit();

        assertThrows(IllegalStateException.class, () -> commits.durable(0));
    }

    /// Readers see rows a moment before the commit returns to the writer.
    @Test
    void is_awaited_by_whoever_reads_its_rows_before_its_commit_returns() throws Exception {
        Connection writer = commits.openWriter();
        writer.setAutoCommit(false);
        writer.commit();
        Instant _ = afterMilli(Instant.now().toEpochMilli());
        writer.setAutoCommit(false);
        long noted = Instant.now().toEpochMilli();
        var asked = new FutureTask<>(() -> commits.durable(noted));
        Thread reader = Thread.ofPlatform().start(asked);
        while (!asked.isDone() && reader.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        Instant before = Instant.now().truncatedTo(ChronoUnit.MICROS);
        writer.commit();

        assertFalse(asked.get().isBefore(before), "no sooner than the commit");
    }

    /// Turns until the clock has passed that millisecond.
    private static Instant afterMilli(long milli) {
        Instant now = Instant.now();
        while (now.toEpochMilli() <= milli) {
            Thread.onSpinWait();
            now = Instant.now();
        }
        return now.truncatedTo(ChronoUnit.MICROS);
    }
}
