package org.watchword.story.simulation;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.watchword.desk.store.StoreEngine;

/// The desk's own tables and statements in SQLite in memory, over one connection. How a commit
/// ends, {@link Commits} decides.
final class MemoryEngine implements StoreEngine {
    private final Connection rows;
    private final Life life;
    private final Commits commits;
    private final Kills kills;

    MemoryEngine(Connection rows, Life life, Commits commits, Kills kills) {
        this.rows = rows;
        this.life = life;
        this.commits = commits;
        this.kills = kills;
    }

    @Override
    public String migrations() {
        return "classpath:migrations/sqlite";
    }

    @Override
    public DataSource administration() {
        return source();
    }

    @Override
    public Connection openWriter() {
        return connection(true);
    }

    @Override
    public DataSource readers() {
        return source();
    }

    @Override
    public boolean saysFull(Throwable error) {
        for (Throwable e = error; e != null; e = e.getCause()) {
            if (e instanceof SQLiteException sqlite
                    && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_FULL) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean tidy(Connection writer) {
        return true;
    }

    @Override
    public void close() {
        // The rows outlive the process.
    }

    /// The one connection, never really closed.
    ///
    /// @param writer whether it is the writer's: only what the writer commits can fail
    private Connection connection(boolean writer) {
        return (Connection)
                Proxy.newProxyInstance(
                        MemoryEngine.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (_, method, arguments) -> {
                            life.check();
                            return switch (method.getName()) {
                                case "close" -> null;
                                case "commit" -> committed(writer);
                                case "prepareStatement" -> prepared(method, arguments);
                                case "setAutoCommit" -> autoCommit((boolean) arguments[0]);
                                default -> called(method, arguments);
                            };
                        });
    }

    private Object prepared(java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        if (kills.now(Kills.At.STATEMENT)) {
            life.end();
            throw new Killed();
        }
        return called(method, arguments);
    }

    private @Nullable Object committed(boolean writer) throws SQLException {
        if (writer) {
            commits.commit(rows);
        } else {
            commits.read(rows);
        }
        return null;
    }

    private @Nullable Object autoCommit(boolean on) throws SQLException {
        commits.autoCommit(rows, on);
        return null;
    }

    private Object called(java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(rows, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private DataSource source() {
        return new Source(this);
    }

    /// Hands out the one connection.
    private record Source(MemoryEngine engine) implements DataSource {
        @Override
        public Connection getConnection() {
            return engine.connection(false);
        }

        @Override
        public Connection getConnection(String user, String password) {
            return engine.connection(false);
        }

        @Override
        public PrintWriter getLogWriter() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setLogWriter(PrintWriter out) {}

        @Override
        public void setLoginTimeout(int seconds) {}

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getGlobal();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("nothing to unwrap");
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
