package org.watchword.bench.keeper;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.store.StoreEngine;

/// The desk's database, which also notes when each turn of the writer began and was committed: what
/// a row says of its time is said before that.
final class CommitTimes implements StoreEngine {
    private static final long MICROS = 1_000_000;
    private static final long LOST_MILLIS = 60_000;

    private final StoreEngine engine;
    private final List<Turn> turns = new ArrayList<>();
    private long begun;
    private boolean open;

    /// @param began in microseconds since 1970
    private record Turn(long began, long ended) {}

    CommitTimes(StoreEngine engine) {
        this.engine = engine;
    }

    /// When that which a turn noted at a millisecond was durable. Where several turns ran within
    /// that millisecond it is the last of them: the figure may be too long, never too short.
    /// Readers see a turn a moment before its commit returns, so one that still runs is awaited.
    synchronized Instant durable(long noted) {
        long before = (noted + 1) * 1_000;
        awaitEnd(before);
        int from = 0;
        int to = turns.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (turns.get(middle).began() < before) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        if (from == 0) {
            throw new IllegalStateException("a row is older than every turn");
        }
        long ended = turns.get(from - 1).ended();
        return Instant.ofEpochSecond(ended / MICROS, ended % MICROS * 1_000);
    }

    private void awaitEnd(long before) {
        long end = System.currentTimeMillis() + LOST_MILLIS;
        try {
            while (open && begun < before) {
                wait(LOST_MILLIS);
                if (System.currentTimeMillis() > end) {
                    throw new IllegalStateException("a turn does not end");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static long now() {
        Instant now = Instant.now();
        return now.getEpochSecond() * MICROS + now.getNano() / 1_000;
    }

    private synchronized void note(String method, Object @Nullable [] arguments) {
        boolean begins =
                method.equals("setAutoCommit")
                        && arguments != null
                        && Boolean.FALSE.equals(arguments[0]);
        if (begins) {
            begun = now();
            open = true;
        } else if (method.equals("commit")) {
            turns.add(new Turn(begun, now()));
            ended();
        } else if (method.equals("rollback") && arguments == null) {
            ended();
        }
    }

    private void ended() {
        open = false;
        notifyAll();
    }

    @Override
    public Connection openWriter() throws SQLException {
        Connection writer = engine.openWriter();
        return (Connection)
                Proxy.newProxyInstance(
                        CommitTimes.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (_, method, arguments) -> called(writer, method, arguments));
    }

    private Object called(Connection writer, Method method, Object[] arguments) throws Throwable {
        try {
            Object done = method.invoke(writer, arguments);
            note(method.getName(), arguments);
            return done;
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    @Override
    public String migrations() {
        return engine.migrations();
    }

    @Override
    public DataSource administration() {
        return engine.administration();
    }

    @Override
    public DataSource readers() {
        return engine.readers();
    }

    @Override
    public boolean saysFull(Throwable error) {
        return engine.saysFull(error);
    }

    @Override
    public boolean tidy(Connection writer) throws SQLException {
        return engine.tidy(writer);
    }

    @Override
    public void close() {
        engine.close();
    }
}
