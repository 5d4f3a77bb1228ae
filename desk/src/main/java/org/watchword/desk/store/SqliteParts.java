package org.watchword.desk.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteDataSource;

/// A copy of a database in two files: some rows by themselves, and all the rest. Both are of the
/// copy's one instant. The rest is written anew, page by page, so that no page of it holds a byte
/// of what was taken out.
///
/// Both are overwritten before their names are removed. Neither has a log, so that after a crash
/// none of it is worth anything.
public final class SqliteParts implements AutoCloseable {
    private static final String REST = ".rest";
    private static final String APART = ".apart";

    private final Path rest;
    private final Path apart;

    private SqliteParts(Path beside) {
        this.rest = beside.resolveSibling(beside.getFileName() + REST);
        this.apart = beside.resolveSibling(beside.getFileName() + APART);
    }

    /// Takes a copy apart into two files beside it, and out of the copy what goes by itself: the
    /// caller overwrites it. What an interrupted run left there is cleared first.
    ///
    /// @throws StoreUnavailable when it cannot be read, or there is no room
    public static SqliteParts of(Path copy, List<Part> parts) {
        var made = new SqliteParts(copy);
        boolean done = false;
        try {
            made.close();
            ownerOnly(made.rest);
            ownerOnly(made.apart);
            made.take(copy, parts);
            done = true;
            return made;
        } catch (SQLException | IOException e) {
            throw new StoreUnavailable(StoreUnavailable.Cause.BROKEN, e);
        } finally {
            if (!done) {
                made.close();
            }
        }
    }

    private static void ownerOnly(Path file) throws IOException {
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    private void take(Path copy, List<Part> parts) throws SQLException {
        try (var connection = open(copy)) {
            attach(connection, apart);
            try (var statement = connection.createStatement()) {
                copied(statement, "flyway_schema_history", "*");
                for (Part part : parts) {
                    taken(statement, part);
                }
            }
            try (var into = connection.prepareStatement("VACUUM main INTO ?")) {
                into.setString(1, rest.toAbsolutePath().toString());
                into.execute();
            }
        }
    }

    private static void taken(Statement statement, Part part) throws SQLException {
        String table = part.table();
        switch (part) {
            case Part.Along _ -> copied(statement, table, "*");
            case Part.Left _ -> statement.execute("DELETE FROM main." + table);
            case Part.Rows _ -> {
                copied(statement, table, "*");
                statement.execute("DELETE FROM main." + table);
            }
            case Part.Column(_, String column) -> {
                copied(statement, table, "id, " + column);
                statement.execute("UPDATE main." + table + " SET " + column + " = x''");
            }
        }
    }

    private static void copied(Statement statement, String table, String columns)
            throws SQLException {
        statement.execute(
                "CREATE TABLE apart." + table + " AS SELECT " + columns + " FROM main." + table);
    }

    /// Everything but what was taken out.
    public Path rest() {
        return rest;
    }

    /// What was taken out, with the version of the tables it came from.
    public Path apart() {
        return apart;
    }

    /// Puts what was taken out of one copy into the rest of the same one, or of an older one. What
    /// lies there of its kind goes.
    ///
    /// @return false when the two have another history: nothing may be done with the database then
    /// @throws StoreUnavailable when one of them cannot be read, or their tables differ
    public static boolean join(Path rest, Path apart, List<Part> parts) {
        try (var connection = open(rest)) {
            attach(connection, apart);
            try (var statement = connection.createStatement()) {
                for (Part part : parts) {
                    if (!follows(statement, part)) {
                        return false;
                    }
                }
                for (Part part : parts) {
                    putBack(statement, part);
                }
            }
            return true;
        } catch (SQLException e) {
            throw new StoreUnavailable(StoreUnavailable.Cause.BROKEN, e);
        }
    }

    private static boolean follows(Statement statement, Part part) throws SQLException {
        return !(part instanceof Part.Along(String table, boolean grows) && grows)
                || count(
                                statement,
                                "SELECT * FROM main."
                                        + table
                                        + " EXCEPT SELECT * FROM apart."
                                        + table)
                        == 0;
    }

    private static long count(Statement statement, String rows) throws SQLException {
        try (var found = statement.executeQuery("SELECT count(*) FROM (" + rows + ")")) {
            return found.next() ? found.getLong(1) : 0;
        }
    }

    private static void putBack(Statement statement, Part part) throws SQLException {
        String table = part.table();
        switch (part) {
            case Part.Along _ -> replaced(statement, table, "TRUE");
            case Part.Left _ -> {
                // It was left out of the rest as well.
            }
            case Part.Rows(_, String stands) -> replaced(statement, table, stands);
            case Part.Column(_, String column) ->
                    statement.execute(
                            "UPDATE main.%1$s SET %2$s = coalesce((SELECT %2$s FROM apart.%1$s AS a"
                                            .formatted(table, column)
                                    + " WHERE a.id = main.%s.id), x'')".formatted(table));
        }
    }

    private static void replaced(Statement statement, String table, String stands)
            throws SQLException {
        statement.execute("DELETE FROM main." + table);
        statement.execute(
                "INSERT INTO main.%1$s SELECT * FROM apart.%1$s AS apart WHERE %2$s"
                        .formatted(table, stands));
    }

    /// How many rows a question of the program's finds.
    ///
    /// @throws StoreUnavailable when it cannot be asked
    public static long count(Path database, String rows) {
        try (var connection = open(database);
                var statement = connection.createStatement()) {
            return count(statement, rows);
        } catch (SQLException e) {
            throw new StoreUnavailable(StoreUnavailable.Cause.BROKEN, e);
        }
    }

    /// Brings a database that nobody has open forward to a version of the tables, and folds it.
    ///
    /// @throws SchemaTooNew when this program does not know that version
    /// @throws StoreUnavailable when it cannot be done
    public static void bringTo(Path database, String version) {
        var engine = new SqliteEngine(database);
        var configured =
                Flyway.configure()
                        .dataSource(engine.administration())
                        .locations(engine.migrations());
        boolean known =
                Stream.of(configured.load().info().all())
                        .map(MigrationInfo::getVersion)
                        .anyMatch(one -> one != null && one.getVersion().equals(version));
        if (!known) {
            throw new SchemaTooNew(version);
        }
        configured.target(version).load().migrate();
        SqliteSnapshot.fold(database);
    }

    private static void attach(Connection connection, Path file) throws SQLException {
        try (var attach = connection.prepareStatement("ATTACH ? AS apart");
                var statement = connection.createStatement()) {
            attach.setString(1, file.toAbsolutePath().toString());
            attach.execute();
            statement.execute("PRAGMA apart.journal_mode = OFF");
        }
    }

    /// Without a log, which would be one more file with everything in it.
    private static Connection open(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setJournalMode(JournalMode.OFF);
        config.setTempStore(TempStore.MEMORY);
        config.enforceForeignKeys(false);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source.getConnection();
    }

    /// Overwrites both and removes them.
    @Override
    public void close() {
        SqliteSnapshot.overwrite(rest);
        SqliteSnapshot.overwrite(apart);
    }
}
