package org.watchword.bench.keeper;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.function.IntConsumer;

/// db-scheduler: a one-time task for each timer.
final class DbScheduler implements Keeper {
    private static final String TASK = "timer";
    private static final int THREADS = 20;
    private static final int AT_ONCE = 10_000;

    /// Its own example of a system with much to do polls so often.
    private static final Duration POLL = Duration.ofMillis(100);

    private final HikariDataSource rows;
    private final AutoCloseable place;
    private final Noted alarms = new Noted();
    private final Engine engine;
    private final OneTimeTask<Void> task;
    private final Scheduler scheduler;

    /// On which database, which decides how it polls and what its columns are.
    enum Engine {
        POSTGRES("bytea", "timestamptz"),
        SQLITE("blob", "timestamp");

        private final String bytes;
        private final String instant;

        Engine(String bytes, String instant) {
            this.bytes = bytes;
            this.instant = instant;
        }

        String table() {
            return """
            CREATE TABLE scheduled_tasks (
                task_name text NOT NULL, task_instance text NOT NULL, task_data %s,
                execution_time %s NOT NULL, picked boolean NOT NULL, picked_by text,
                last_success %s, last_failure %s, consecutive_failures int,
                last_heartbeat %s, version bigint NOT NULL, priority smallint,
                PRIMARY KEY (task_name, task_instance))\
            """
                    .formatted(bytes, instant, instant, instant, instant);
        }

        SchedulerBuilder polling(SchedulerBuilder builder) {
            return switch (this) {
                case POSTGRES -> builder.pollUsingLockAndFetch(0.5, 4.0);
                case SQLITE ->
                        builder.pollUsingFetchAndLockOnExecute(0.5, 4.0)
                                .jdbcCustomization(new OnSqlite());
            };
        }
    }

    /// It knows no SQLite of its own; all that differs is how a query is limited.
    private static final class OnSqlite extends DefaultJdbcCustomization {
        OnSqlite() {
            super(false);
        }

        @Override
        public String getName() {
            return "SQLite";
        }

        @Override
        public String getQueryLimitPart(int limit) {
            return " LIMIT " + limit;
        }
    }

    private DbScheduler(Engine engine, HikariDataSource rows, AutoCloseable place) {
        this.engine = engine;
        this.rows = rows;
        this.place = place;
        this.task = task(this::ring);
        this.scheduler = scheduler(engine, rows, task);
    }

    static OneTimeTask<Void> task(IntConsumer ring) {
        return Tasks.oneTime(TASK)
                .execute((instance, _) -> ring.accept(Integer.parseInt(instance.getId())));
    }

    static Scheduler scheduler(Engine engine, HikariDataSource rows, OneTimeTask<Void> task) {
        return engine.polling(Scheduler.create(rows, task))
                .threads(THREADS)
                .pollingInterval(POLL)
                .shutdownMaxWait(Duration.ofSeconds(1))
                .build();
    }

    static Keeper onPostgres(Ground ground, Timers timers) {
        Postgres.Database database = ground.postgres().database();
        return open(
                Engine.POSTGRES, Postgres.pool(database.url(), Peer.CONNECTIONS), database, timers);
    }

    static Keeper onSqlite(Ground ground, Timers timers) {
        var directory = ground.fresh("db-scheduler");
        var rows = Sqlite.pool(directory.resolve("rows.db"));
        return open(Engine.SQLITE, rows, () -> Directories.remove(directory), timers);
    }

    private static Keeper open(
            Engine engine, HikariDataSource rows, AutoCloseable place, Timers timers) {
        try (Connection connection = rows.getConnection()) {
            fill(connection, engine, timers);
        } catch (SQLException e) {
            throw new IllegalStateException("db-scheduler's table could not be filled", e);
        }
        var keeper = new DbScheduler(engine, rows, place);
        keeper.scheduler.start();
        return keeper;
    }

    static void createTables(Connection connection, Engine engine) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(engine.table());
            statement.execute("CREATE INDEX due ON scheduled_tasks (execution_time)");
            statement.execute("CREATE INDEX beating ON scheduled_tasks (last_heartbeat)");
            statement.execute("CREATE TABLE alarm (timer int PRIMARY KEY)");
        }
    }

    private static void fill(Connection connection, Engine engine, Timers timers)
            throws SQLException {
        createTables(connection, engine);
        connection.setAutoCommit(false);
        try (PreparedStatement insert =
                connection.prepareStatement(
                        """
                        INSERT INTO scheduled_tasks (task_name, task_instance, execution_time,
                            picked, version) VALUES ('timer', ?, ?, ?, 1)\
                        """)) {
            for (int i = 0; i < timers.all(); i++) {
                insert.setString(1, Integer.toString(i));
                insert.setTimestamp(2, Timestamp.from(timers.when(i)));
                insert.setBoolean(3, false);
                insert.addBatch();
                if (i % AT_ONCE == AT_ONCE - 1) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void ring(int timer) {
        try (Connection connection = rows.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO alarm VALUES (?)")) {
            insert.setInt(1, timer);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("an alarm could not be kept", e);
        }
        alarms.note(timer);
    }

    @Override
    public Client client() {
        return timer -> {
            if (!scheduler.reschedule(
                    TaskInstanceId.of(TASK, Integer.toString(timer)), Timers.far())) {
                throw new IllegalStateException("a task was not rescheduled");
            }
        };
    }

    @Override
    public void arm(int timer) {
        scheduler.schedule(task.instance(Integer.toString(timer)), Timers.far());
    }

    @Override
    public Alarms alarms() {
        return alarms;
    }

    @Override
    public void settle() {}

    @Override
    public ThreadFactory threads() {
        return engine == Engine.SQLITE
                ? Thread.ofPlatform().factory()
                : Thread.ofVirtual().factory();
    }

    @Override
    public void close() {
        try (place;
                rows) {
            scheduler.stop();
        } catch (Exception e) {
            throw new IllegalStateException("db-scheduler did not close", e);
        }
    }
}
