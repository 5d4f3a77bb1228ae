package org.watchword.bench.keeper;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
