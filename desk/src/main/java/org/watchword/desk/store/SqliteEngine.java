package org.watchword.desk.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.watchword.desk.basis.Limits;

/// SQLite in one file, or in memory.
///
/// Write-ahead log, so that readers never wait; `synchronous=FULL`, so that a commit has reached
/// the disk when it returns; `secure_delete`, which clears deleted rows, together with truncating
/// checkpoints, without which the log would keep them (each of the two alone was measured to leave
/// the text on the disk).
public final class SqliteEngine implements StoreEngine {
    private static final int READERS = 4;

    private static final AtomicLong IN_MEMORY = new AtomicLong();

    private final String url;
    private @Nullable HikariDataSource readers;
    private @Nullable Connection anchor;

    public SqliteEngine(Path file) {
        this("jdbc:sqlite:" + file.toAbsolutePath());
    }

    private SqliteEngine(String url) {
        this.url = url;
    }

    /// A database that is nowhere but in this process's memory, and gone when it is closed. It has
    /// no log: its readers may have to wait for its writer.
    ///
    /// @throws StoreUnavailable when there is no memory for it
    public static SqliteEngine inMemory() {
        // What begins with a slash is one database for all connections of the process that name it
        // (sqlite.org, "The memdb VFS"), for as long as one of them is open.
        var engine =
                new SqliteEngine(
                        "jdbc:sqlite:file:/watchword-"
                                + IN_MEMORY.incrementAndGet()
                                + "?vfs=memdb");
        try {
            engine.anchor = engine.administration().getConnection();
        } catch (SQLException e) {
            throw new StoreUnavailable(StoreUnavailable.Cause.BROKEN, e);
        }
        return engine;
    }

    private static SQLiteConfig config() {
        var config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setTempStore(TempStore.MEMORY);
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        config.enforceForeignKeys(true);
        config.setBusyTimeout((int) Limits.READ_WAIT.toMillis());
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        return config;
    }

    @Override
    public String migrations() {
        return "classpath:migrations/sqlite";
    }

    @Override
    public DataSource administration() {
        var source = new SQLiteDataSource(config());
        source.setUrl(url);
        return source;
    }

    @Override
    public Connection openWriter() throws SQLException {
        return KeptStatements.over(administration().getConnection());
    }

    @Override
    public synchronized DataSource readers() {
        if (readers == null) {
            readers = openReaders();
        }
        return readers;
    }

    private HikariDataSource openReaders() {
        var config = config();
        config.setReadOnly(true);
        var source = new Keeping(config);
        source.setUrl(url);
        var pool = new HikariConfig();
        pool.setDataSource(source);
        pool.setPoolName("readers");
        pool.setReadOnly(true);
        pool.setMaximumPoolSize(READERS);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(Limits.READ_WAIT.toMillis());
        return new HikariDataSource(pool);
    }

    /// Its connections stay in the pool, each with what it prepared.
    private static final class Keeping extends SQLiteDataSource {
        Keeping(SQLiteConfig config) {
            super(config);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return KeptStatements.over(super.getConnection());
        }
    }

    @Override
    public boolean saysFull(Throwable error) {
        for (Throwable e = error; e != null; e = e.getCause()) {
            if (e instanceof SQLiteException sqlite && isFull(sqlite.getResultCode())) {
                return true;
            }
        }
        return false;
    }

    /// A disk without room shows itself as FULL, or as a failed write while the log grows.
    private static boolean isFull(SQLiteErrorCode code) {
        return switch (code) {
            case SQLITE_FULL, SQLITE_IOERR, SQLITE_IOERR_WRITE, SQLITE_IOERR_SHMSIZE -> true;
            default -> false;
        };
    }

    @Override
    public boolean tidy(Connection writer) throws SQLException {
        try (var statement = writer.createStatement()) {
            waitFor(statement, Limits.FOLD_WAIT);
            try (var result = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
                return result.next() && result.getInt(1) == 0;
            } finally {
                waitFor(statement, Limits.READ_WAIT);
            }
        }
    }

    private static void waitFor(Statement statement, Duration readers) throws SQLException {
        statement.execute("PRAGMA busy_timeout=" + readers.toMillis());
    }

    @Override
    public synchronized void close() {
        if (readers != null) {
            readers.close();
        }
        try {
            if (anchor != null) {
                anchor.close();
            }
        } catch (SQLException e) {
            throw new StoreUnavailable(StoreUnavailable.Cause.BROKEN, e);
        }
    }
}
