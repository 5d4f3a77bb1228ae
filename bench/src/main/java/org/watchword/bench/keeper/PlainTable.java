package org.watchword.bench.keeper;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// What one writes oneself: a table of timers on PostgreSQL, and workers that take what is due with
/// `FOR UPDATE SKIP LOCKED`.
final class PlainTable implements Keeper {
    private static final int WORKERS = 2;
    private static final int AT_ONCE = 256;
    private static final int FILLED_AT_ONCE = 10_000;
    private static final long POLL_MILLIS = 10;

    private final Postgres.Database database;
    private final HikariDataSource rows;
    private final Noted alarms = new Noted();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Thread> workers = new ArrayList<>();

    private PlainTable(Postgres.Database database) {
        this.database = database;
        this.rows = Postgres.pool(database.url(), Peer.CONNECTIONS);
    }

    static Keeper open(Ground ground, Timers timers) {
        var table = new PlainTable(ground.postgres().database());
        table.fill(timers);
        for (int i = 0; i < WORKERS; i++) {
            table.workers.add(Thread.ofPlatform().name("plain-" + i).start(table::work));
        }
        return table;
    }

    private void fill(Timers timers) {
        inTransaction(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute(
                        """
                        CREATE TABLE timer (id int PRIMARY KEY, due_at timestamptz NOT NULL,
                            generation bigint NOT NULL)\
                        """);
                statement.execute("CREATE INDEX due ON timer (due_at)");
                statement.execute("CREATE TABLE alarm (timer int PRIMARY KEY)");
            }
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO timer VALUES (?, ?, 1)")) {
                for (int i = 0; i < timers.all(); i++) {
                    insert.setInt(1, i);
                    insert.setTimestamp(2, Timestamp.from(timers.when(i)));
                    insert.addBatch();
                    if (i % FILLED_AT_ONCE == FILLED_AT_ONCE - 1) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
            return 0;
        });
    }

    private interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    private <T> T inTransaction(Work<T> work) {
        try (Connection connection = rows.getConnection()) {
            connection.setAutoCommit(false);
            T done = work.in(connection);
            connection.commit();
            return done;
        } catch (SQLException e) {
            throw new IllegalStateException("the plain table was not written", e);
        }
    }

    private void work() {
        try {
            do {
                for (var rang = fire(); !rang.isEmpty(); rang = fire()) {
                    rang.forEach(alarms::note);
                }
            } while (!closing.await(POLL_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Integer> fire() {
        return inTransaction(connection -> {
            var due = new ArrayList<Integer>();
            try (var select =
                            connection.prepareStatement(
                                    """
                                    SELECT id FROM timer WHERE due_at <= now() ORDER BY due_at
                                    LIMIT %d FOR UPDATE SKIP LOCKED\
                                    """
                                            .formatted(AT_ONCE));
                    var found = select.executeQuery()) {
                while (found.next()) {
                    due.add(found.getInt(1));
                }
            }
            if (!due.isEmpty()) {
                ring(connection, due);
            }
            return due;
        });
    }

    private static void ring(Connection connection, List<Integer> due) throws SQLException {
        var ids = connection.createArrayOf("int4", due.toArray());
        for (String sql :
                List.of(
                        "INSERT INTO alarm SELECT unnest(?)",
                        """
                        UPDATE timer SET due_at = due_at + interval '1 day',
                            generation = generation + 1 WHERE id = ANY (?)\
                        """)) {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setArray(1, ids);
                statement.executeUpdate();
            }
        }
    }

    @Override
    public Client client() {
        return timer ->
                inTransaction(connection -> {
                    try (var update =
                            connection.prepareStatement(
                                    """
                                    UPDATE timer SET due_at = ?, generation = generation + 1
                                    WHERE id = ?\
                                    """)) {
                        update.setTimestamp(1, Timestamp.from(Timers.far()));
                        update.setInt(2, timer);
                        return update.executeUpdate();
                    }
                });
    }

    @Override
    public void arm(int timer) {
        inTransaction(connection -> {
            try (var insert = connection.prepareStatement("INSERT INTO timer VALUES (?, ?, 1)")) {
                insert.setInt(1, timer);
                insert.setTimestamp(2, Timestamp.from(Timers.far()));
                return insert.executeUpdate();
            }
        });
    }

    @Override
    public Alarms alarms() {
        return alarms;
    }

    @Override
    public void settle() {}

    @Override
    public void close() {
        closing.countDown();
        try (database;
                rows) {
            for (Thread worker : workers) {
                worker.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
