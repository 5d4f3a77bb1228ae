package org.watchword.bench.keeper;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

/// db-scheduler in a process of its own, which posts its alarms and can be killed.
public final class LoneScheduler {
    private static final int CONNECTIONS = 24;

    private LoneScheduler() {}

    /// Fills a database with tasks far ahead.
    public static void fill(Postgres.Database database, int tasks) {
        run(
                database,
                """
                INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked,
                    version)
                SELECT 'timer', g::text, ?, false, 1 FROM generate_series(0, %d) AS g\
                """
                        .formatted(tasks - 1),
                Timers.far(),
                true);
    }

    /// Has so many of them, the last ones, due at an instant.
    public static void due(Postgres.Database database, int tasks, int due, Instant at) {
        run(
                database,
                """
                INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked,
                    version)
                SELECT 'timer', g::text, ?, false, 1 FROM generate_series(%d, %d) AS g
                ON CONFLICT (task_name, task_instance) DO UPDATE SET
                    execution_time = excluded.execution_time, picked = false\
                """
                        .formatted(tasks - due, tasks - 1),
                at,
                false);
    }

    private static void run(Postgres.Database database, String sql, Instant at, boolean create) {
        try (Connection rows = DriverManager.getConnection(database.url())) {
            if (create) {
                DbScheduler.createTables(rows, DbScheduler.Engine.POSTGRES);
            }
            try (PreparedStatement statement = rows.prepareStatement(sql)) {
                statement.setTimestamp(1, Timestamp.from(at));
                statement.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("tasks could not be written", e);
        }
    }

    /// Starts it.
    ///
    /// @param clients that reschedule, each a task of its own
    public static Program start(Postgres.Database database, Hook hook, int clients) {
        return Program.start(
                LoneScheduler.class.getName(),
                database.url(),
                hook.address().toString(),
                Integer.toString(clients));
    }

    public static void main(String[] arguments) {
        HikariDataSource rows = Postgres.pool(arguments[0], CONNECTIONS);
        var hook = URI.create(arguments[1]);
        HttpClient http = HttpClient.newHttpClient();
        var task = DbScheduler.task(_ -> post(http, hook));
        Scheduler scheduler = DbScheduler.scheduler(DbScheduler.Engine.POSTGRES, rows, task);
        scheduler.start();
        for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
            int own = i;
            Thread.ofPlatform().start(() -> reschedule(scheduler, own));
        }
        System.out.println("up");
    }

    private static void reschedule(Scheduler scheduler, int task) {
        while (true) {
            scheduler.reschedule(TaskInstanceId.of("timer", Integer.toString(task)), Timers.far());
        }
    }

    private static void post(HttpClient http, URI hook) {
        try {
            http.send(
                    HttpRequest.newBuilder(hook).POST(HttpRequest.BodyPublishers.noBody()).build(),
                    HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
