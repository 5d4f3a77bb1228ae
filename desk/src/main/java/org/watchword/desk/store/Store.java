package org.watchword.desk.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.watchword.desk.basis.Pace;
import org.watchword.desk.basis.Threads;

/// The desk's rows: one writer, many readers.
public final class Store implements AutoCloseable {
    /// It remembers the texts it has read; they are the same for the writer and every reader.
    private static final SqlParser PARSER = new ColonPrefixSqlParser();

    private final StoreEngine engine;
    private final Jdbi readers;
    private final Optional<TurnTaker> writer;

    private Store(StoreEngine engine, Jdbi readers, Optional<TurnTaker> writer) {
        this.engine = engine;
        this.readers = readers;
        this.writer = writer;
    }

    /// Brings the tables up to this program's form and starts the writer.
    ///
    /// @throws SchemaTooNew when a newer program wrote here; nothing was touched
    /// @throws StoreUnavailable when the database cannot be opened
    public static Store open(StoreEngine engine, Reserve reserve) {
        migrate(engine);
        return openAsItIs(engine, reserve, Threads.PACE);
    }

    /// The same where the tables are known to have this program's form.
    public static Store openAsItIs(StoreEngine engine, Reserve reserve, Pace pace) {
        try {
            var writer = new TurnTaker(engine, writing(engine.openWriter()), reserve, pace);
            writer.start();
            return new Store(engine, reading(engine), Optional.of(writer));
        } catch (SQLException e) {
            throw new StoreUnavailable(StoreUnavailable.Cause.BROKEN, e);
        }
    }

    /// Opens for looking only, beside a desk that runs: nothing is migrated and every piece of work
    /// is refused.
    ///
    /// @throws SchemaTooNew when a newer program wrote here
    /// @throws SchemaTooOld when an older program wrote here, and this one never did
    /// @throws StoreUnavailable when nothing was kept here yet
    public static Store lookAt(StoreEngine engine) {
        var versions = versions(engine);
        if (versions.found().isEmpty()) {
            throw new StoreUnavailable(StoreUnavailable.Cause.CLOSED);
        }
        var found = versions.found().get();
        if (versions.newest().compareTo(found) > 0) {
            throw new SchemaTooOld(found.getVersion());
        }
        return new Store(engine, reading(engine), Optional.empty());
    }

    private static Handle writing(Connection connection) {
        Handle handle = Jdbi.open(connection);
        handle.getConfig(SqlStatements.class).setSqlParser(PARSER);
        return handle;
    }

    private static Jdbi reading(StoreEngine engine) {
        var readers = Jdbi.create(engine.readers());
        readers.getConfig(SqlStatements.class).setSqlParser(PARSER);
        return readers;
    }

    private static void migrate(StoreEngine engine) {
        versions(engine).flyway().migrate();
    }

    /// @throws SchemaTooNew when a newer program wrote here
    private static Versions versions(StoreEngine engine) {
        var flyway =
                Flyway.configure()
                        .dataSource(engine.administration())
                        .locations(engine.migrations())
                        .failOnMissingLocations(true)
                        .load();
        var info = flyway.info();
        var newest = MigrationVersion.EMPTY;
        for (var migration : info.all()) {
            if (migration.getState().isResolved() && migration.getVersion() != null) {
                newest = larger(newest, migration.getVersion());
            }
        }
        var current = info.current();
        if (current == null) {
            return new Versions(flyway, newest, Optional.empty());
        }
        if (current.getVersion().compareTo(newest) > 0) {
            throw new SchemaTooNew(current.getVersion().getVersion());
        }
        return new Versions(flyway, newest, Optional.of(current.getVersion()));
    }

    /// What this program brings the tables to, and what they were brought to already.
    private record Versions(
            Flyway flyway, MigrationVersion newest, Optional<MigrationVersion> found) {}

    private static MigrationVersion larger(MigrationVersion a, MigrationVersion b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    /// Reads from what is committed.
    ///
    /// @throws StoreUnavailable when no reader gets through
    public <T> T read(Function<Handle, T> reading) {
        try (var handle = readers.open()) {
            return reading.apply(handle);
        } catch (ConnectionException e) {
            throw new StoreUnavailable(StoreUnavailable.Cause.BUSY, e);
        }
    }

    public Writer writer() {
        return writer.isPresent() ? writer.get() : new RefusingWriter();
    }

    /// Has the engine's log folded soon, so that what was deleted stands nowhere any more.
    public void fold() {
        writer.ifPresent(TurnTaker::askForFold);
    }

    /// Whether nothing waits to be written.
    public boolean isIdle() {
        return writer.isEmpty() || writer.get().isIdle();
    }

    /// Whether the disk was full at the last try; then only the watch's own work is still written.
    public boolean isFull() {
        return writer.isPresent() && writer.get().isFull();
    }

    /// Calls back, on a thread of its own, when the disk runs full and when it has room again.
    public void onFull(Consumer<Boolean> listener) {
        writer.ifPresent(turns -> turns.onFull(listener));
    }

    /// Calls back, beside, soon after a turn that failed. It may have been kept all the same, and
    /// then nothing of what was left for after its commit has happened: whoever left something
    /// looks at the rows, as at the start.
    public void onLost(Runnable look) {
        writer.ifPresent(turns -> turns.onLost(look));
    }

    /// Finishes what waits and closes.
    @Override
    public void close() {
        writer.ifPresent(TurnTaker::close);
        engine.close();
    }
}
