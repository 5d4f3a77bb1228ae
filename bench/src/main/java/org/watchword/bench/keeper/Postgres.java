package org.watchword.bench.keeper;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// A PostgreSQL of our own in a temporary directory, on this machine only, with the settings that
/// `initdb` gives: what it has committed is on the disk. It is stopped when this is closed, and
/// when the program ends otherwise.
public final class Postgres implements AutoCloseable {
    private static final String USER = "bench";

    /// Who runs it where we are root, whom it refuses.
    private static final String OTHER = "postgres";

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final Path directory;
    private final int port;
    private final Thread atTheEnd = new Thread(this::stop);
    private final AtomicInteger databases = new AtomicInteger();

    private Postgres(Path programs, Path directory, int port) {
        this.programs = programs;
        this.directory = directory;
        this.port = port;
    }

    /// Where its programs are; empty where this machine has none.
    static Optional<Path> programs() {
        List<Path> places = new ArrayList<>();
        if (Files.isDirectory(DEBIAN)) {
            try (Stream<Path> versions = Files.list(DEBIAN)) {
                versions.sorted(Comparator.comparingInt(Postgres::number).reversed())
                        .forEach(version -> places.add(version.resolve("bin")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        String path = System.getenv().getOrDefault("PATH", "");
        Stream.of(path.split(":")).map(Path::of).forEach(places::add);
        return places.stream()
                .filter(place -> Files.isExecutable(place.resolve("initdb")))
                .findFirst();
    }

    private static int number(Path version) {
        String name = version.getFileName().toString();
        return name.matches("[0-9]{1,6}") ? Integer.parseInt(name) : 0;
    }

    /// Starts one; empty where this machine has no PostgreSQL.
    static Optional<Postgres> start() {
        return programs().map(Postgres::startFrom);
    }

    private static Postgres startFrom(Path programs) {
        try {
            Path directory = Files.createTempDirectory("watchword-bench-postgres-");
            if (isRoot()) {
                var users = directory.getFileSystem().getUserPrincipalLookupService();
                Files.setOwner(directory, users.lookupPrincipalByName(OTHER));
            }
            var postgres = new Postgres(programs, directory, freePort());
            Runtime.getRuntime().addShutdownHook(postgres.atTheEnd);
            postgres.begin();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void begin() {
        String data = directory.resolve("data").toString();
        run("initdb", "-D", data, "-U", USER, "--auth=trust", "-E", "UTF8", "--locale=C");
        String settings =
                "-c listen_addresses=127.0.0.1 -c port=%d -c unix_socket_directories=%s"
                        .formatted(port, directory);
        String log = directory.resolve("log").toString();
        run("pg_ctl", "-D", data, "-w", "-l", log, "-o", settings, "start");
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void run(String program, String... arguments) {
        var command = new ArrayList<String>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", OTHER, "--"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command)
                            .directory(directory.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(program + " ended with " + process.exitValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(program + " was interrupted", e);
        }
    }

    String version() {
        try (Connection connection = DriverManager.getConnection(url("postgres"));
                var shown = connection.createStatement().executeQuery("SHOW server_version")) {
            shown.next();
            return "PostgreSQL " + shown.getString(1).split(" ", 2)[0];
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not answer", e);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s&reWriteBatchedInserts=true"
                .formatted(port, database, USER);
    }

    /// An empty database, taken away when it is closed.
    Database database() {
        String name = "round" + databases.incrementAndGet();
        execute("CREATE DATABASE " + name);
        return new Database(url(name), () -> execute("DROP DATABASE " + name + " WITH (FORCE)"));
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url("postgres"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused", e);
        }
    }

    /// A pool of connections to it.
    static HikariDataSource pool(String url, int connections) {
        var pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(connections);
        pool.setConnectionTimeout(60_000);
        return new HikariDataSource(pool);
    }

    /// One database of it.
    public record Database(String url, Runnable remove) implements AutoCloseable {
        @Override
        public void close() {
            remove.run();
        }
    }

    private void stop() {
        if (Files.exists(directory.resolve("data").resolve("postmaster.pid"))) {
            String data = directory.resolve("data").toString();
            run("pg_ctl", "-D", data, "-w", "-m", "fast", "stop");
        }
        if (Files.exists(directory)) {
            Directories.remove(directory);
        }
    }

    @Override
    public void close() {
        stop();
        Runtime.getRuntime().removeShutdownHook(atTheEnd);
    }
}
