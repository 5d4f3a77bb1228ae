package org.watchword.desk.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/// The database behind a {@link Store}. SQLite is one; another joins by implementing this and
/// passing the same contract test.
public interface StoreEngine extends AutoCloseable {
    /// Where this engine's migrations lie on the class path.
    String migrations();

    /// For migrations; opened before anything else.
    DataSource administration();

    /// The one connection that writes. Called once.
    Connection openWriter() throws SQLException;

    /// Connections that only read, a bounded number of them.
    DataSource readers();

    /// Whether this error says that there is no room left.
    boolean saysFull(Throwable error);

    /// Called on the writer's connection, outside a transaction, when there is nothing to do: folds
    /// logs and clears what was deleted.
    ///
    /// @return false when a reader was in the way: it is asked again
    boolean tidy(Connection writer) throws SQLException;

    @Override
    void close();
}
