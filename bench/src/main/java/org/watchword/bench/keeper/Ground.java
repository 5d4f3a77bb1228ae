package org.watchword.bench.keeper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Where systems are opened: a directory on the disk that is measured, and PostgreSQL where this
/// machine has it.
public final class Ground implements AutoCloseable {
    private final Path directory;
    private final Optional<Postgres> postgres;
    private final Map<FilledDesk.Size, FilledDesk> desks = new HashMap<>();
    private final Hook hook = Hook.start();

    private Ground(Path directory, Optional<Postgres> postgres) {
        this.directory = directory;
        this.postgres = postgres;
    }

    /// With PostgreSQL, where this machine has it.
    ///
    /// @param directory empty; removed when this is closed
    public static Ground in(Path directory) {
        return new Ground(directory, Postgres.start());
    }

    /// The same as on a machine that has no PostgreSQL.
    public static Ground withoutPostgres(Path directory) {
        return new Ground(directory, Optional.empty());
    }

    public Path directory() {
        return directory;
    }

    Postgres postgres() {
        return postgres.orElseThrow(() -> new IllegalStateException("no PostgreSQL here"));
    }

    public Optional<String> postgresVersion() {
        return postgres.map(Postgres::version);
    }

    public boolean has(Peer peer) {
        return postgres.isPresent() || !peer.needsPostgres();
    }

    public Path fresh(String name) {
        try {
            return Files.createTempDirectory(directory, name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A desk of that size, founded once and copied for each round.
    public FilledDesk desk(FilledDesk.Size size) {
        return desks.computeIfAbsent(size, one -> FilledDesk.make(fresh("filled"), one));
    }

    /// Where desks in processes of their own post their alarms.
    public Hook hook() {
        return hook;
    }

    /// An empty database of PostgreSQL.
    public Postgres.Database database() {
        return postgres().database();
    }

    @Override
    public void close() {
        hook.close();
        postgres.ifPresent(Postgres::close);
        Directories.remove(directory);
    }
}
