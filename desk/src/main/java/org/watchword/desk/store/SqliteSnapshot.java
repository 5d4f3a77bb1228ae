package org.watchword.desk.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.watchword.desk.basis.Limits;

/// A copy of a database as it stood at one instant, made while somebody else may write to it.
///
/// It holds what the database holds: sealed fields and the readable columns, and none of the pages
/// of rows that are gone. It is overwritten before its name is removed, as the database itself
/// overwrites what is deleted.
public final class SqliteSnapshot implements AutoCloseable {
    private static final int PIECE = 64 * 1024;

    private final Path file;

    private SqliteSnapshot(Path file) {
        this.file = file;
    }

    /// Copies a database into a new file that only its owner may read. What an interrupted copy
    /// left there is cleared first.
    ///
    /// @throws StoreUnavailable when it cannot be read, or there is no room for the copy
    public static SqliteSnapshot of(Path database, Path into) {
        var snapshot = new SqliteSnapshot(into);
        snapshot.close();
        try {
            Files.createFile(
                    into,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            copy(database, into);
            return snapshot;
        } catch (SQLException | IOException e) {
            snapshot.close();
            throw new StoreUnavailable(StoreUnavailable.Cause.BROKEN, e);
        }
    }

    private static void copy(Path database, Path into) throws SQLException {
        try (var connection = open(database);
                var statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, into.toAbsolutePath().toString());
            statement.execute();
        }
    }

    /// Whether a file is a whole database of this program's kind, with nothing broken in it.
    public static boolean isSound(Path database) {
        try (var connection = open(database);
                var statement = connection.createStatement();
                var said = statement.executeQuery("PRAGMA integrity_check(1)")) {
            return said.next() && "ok".equals(said.getString(1)) && !schema(connection).isEmpty();
        } catch (SQLException e) {
            return false;
        }
    }

    /// The version of the tables in it; empty when there are none.
    ///
    /// @throws StoreUnavailable when it cannot be read
    public static String schema(Path database) {
        try (var connection = open(database)) {
            return schema(connection);
        } catch (SQLException e) {
            throw new StoreUnavailable(StoreUnavailable.Cause.BROKEN, e);
        }
    }

    private static String schema(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var found =
                        statement.executeQuery(
                                """
                                SELECT version FROM flyway_schema_history
                                WHERE version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1\
                                """)) {
            return found.next() ? found.getString(1) : "";
        }
    }

    /// Folds a database that nobody has open into its one file: what still lies in its log is as
    /// much of it as the rest.
    ///
    /// @throws StoreUnavailable when something is left in the log
    public static void fold(Path database) {
        var source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + database.toAbsolutePath());
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = DELETE");
        } catch (SQLException e) {
            throw new StoreUnavailable(StoreUnavailable.Cause.BROKEN, e);
        }
        if (Files.exists(database.resolveSibling(database.getFileName() + "-wal"))) {
            throw new StoreUnavailable(StoreUnavailable.Cause.BUSY);
        }
    }

    /// Read-only, and without changing how the file keeps its log.
    private static Connection open(Path database) throws SQLException {
        if (!Files.isRegularFile(database, LinkOption.NOFOLLOW_LINKS)) {
            throw new SQLException("there is no database");
        }
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout((int) Limits.READ_WAIT.toMillis());
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + database.toAbsolutePath());
        return source.getConnection();
    }

    public Path file() {
        return file;
    }

    /// Overwrites the copy and removes it.
    @Override
    public void close() {
        overwrite(file);
    }

    /// Overwrites a file with zeros and removes it; nothing where there is none. How much of that
    /// reaches a disk that moves its blocks about, no program knows.
    ///
    /// @throws StoreUnavailable when it cannot be removed
    public static void overwrite(Path file) {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.deleteIfExists(file);
                return;
            }
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                zeros(Channels.newOutputStream(channel), channel.size());
                channel.force(true);
            }
            Files.delete(file);
        } catch (IOException e) {
            throw new StoreUnavailable(StoreUnavailable.Cause.BROKEN, e);
        }
    }

    private static void zeros(OutputStream out, long bytes) throws IOException {
        var piece = new byte[PIECE];
        for (long left = bytes; left > 0; left -= PIECE) {
            out.write(piece, 0, (int) Math.min(PIECE, left));
        }
    }
}
