package org.watchword.story.simulation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.sqlite.SQLiteConnection;
import org.watchword.desk.store.KeptStatements;

/// A copy of everything, as it was at an instant.
final class Backup {
    private final long at;
    private final byte[] rows;

    private Backup(long at, byte[] rows) {
        this.at = at;
        this.rows = rows;
    }

    /// The desk as every history begins with it.
    static Backup ofTheFoundation() {
        return new Backup(0, Foundation.founded().rows());
    }

    static Backup of(Connection rows, long millis) {
        try {
            byte[] copy = rows.unwrap(SQLiteConnection.class).serialize("main");
            return new Backup(millis, copy);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// When it was made, in milliseconds.
    long at() {
        return at;
    }

    /// A database of its own with all this in it.
    Connection opened() {
        try {
            var connection = DriverManager.getConnection("jdbc:sqlite::memory:");
            ((SQLiteConnection) connection).deserialize("main", rows);
            try (var statement = connection.createStatement()) {
                statement.execute("PRAGMA foreign_keys = ON");
                statement.execute("PRAGMA journal_mode = MEMORY");
                statement.execute("PRAGMA synchronous = OFF");
            }
            return KeptStatements.over(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
