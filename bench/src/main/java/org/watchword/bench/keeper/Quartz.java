package org.watchword.bench.keeper;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/// Quartz with its JDBC store on PostgreSQL: a job and a trigger for each timer.
final class Quartz implements Keeper {
    private static final String TABLES = "/org/quartz/impl/jdbcjobstore/tables_postgres.sql";
    private static final AtomicInteger OPENED = new AtomicInteger();
    private static final Map<String, Quartz> OPEN = new ConcurrentHashMap<>();

    private final String name = "bench" + OPENED.incrementAndGet();
    private final Postgres.Database database;
    private final HikariDataSource rows;
    private final Noted alarms = new Noted();
    private final Scheduler scheduler;

    private Quartz(Postgres.Database database) throws SchedulerException {
        this.database = database;
        this.rows = Postgres.pool(database.url(), Peer.CONNECTIONS);
        createTables();
        DBConnectionManager.getInstance().addConnectionProvider(name, new Connections(rows));
        this.scheduler = new StdSchedulerFactory(settings(name)).getScheduler();
        OPEN.put(name, this);
    }

    static Keeper open(Ground ground, Timers timers) {
        try {
            var quartz = new Quartz(ground.postgres().database());
            Map<JobDetail, Set<? extends Trigger>> all = new HashMap<>();
            for (int i = 0; i < timers.all(); i++) {
                all.put(job(i), Set.of(trigger(i, timers.when(i))));
            }
            quartz.scheduler.scheduleJobs(all, false);
            quartz.scheduler.start();
            return quartz;
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz could not be opened", e);
        }
    }

    private static Properties settings(String name) {
        var settings = new Properties();
        settings.setProperty("org.quartz.scheduler.instanceName", name);
        settings.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        settings.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        settings.setProperty("org.quartz.threadPool.threadCount", "20");
        settings.setProperty("org.quartz.scheduler.batchTriggerAcquisitionMaxCount", "20");
        settings.setProperty(
                "org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
        settings.setProperty("org.quartz.jobStore.acquireTriggersWithinLock", "true");
        settings.setProperty(
                "org.quartz.jobStore.driverDelegateClass",
                "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
        settings.setProperty("org.quartz.jobStore.dataSource", name);
        return settings;
    }

    private void createTables() {
        try (InputStream script = Quartz.class.getResourceAsStream(TABLES);
                Connection connection = rows.getConnection();
                var statement = connection.createStatement()) {
            if (script == null) {
                throw new IllegalStateException("Quartz brings no tables for PostgreSQL");
            }
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
            statement.execute("CREATE TABLE alarm (timer int PRIMARY KEY)");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("Quartz's tables could not be made", e);
        }
    }

    private static JobDetail job(int timer) {
        return JobBuilder.newJob(Ring.class).withIdentity(Integer.toString(timer)).build();
    }

    private static Trigger trigger(int timer, Instant at) {
        return TriggerBuilder.newTrigger()
                .withIdentity(Integer.toString(timer))
                .forJob(Integer.toString(timer))
                .startAt(Date.from(at))
                .build();
    }

    /// What is done when the time comes.
    public static final class Ring implements Job {
        @Override
        public void execute(JobExecutionContext context) {
            try {
                Quartz own = OPEN.get(context.getScheduler().getSchedulerName());
                if (own != null) {
                    own.ring(Integer.parseInt(context.getJobDetail().getKey().getName()));
                }
            } catch (SchedulerException e) {
                throw new IllegalStateException("Quartz does not know itself", e);
            }
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

    /// Our pool, as Quartz wants to see it.
    private record Connections(HikariDataSource rows) implements ConnectionProvider {
        @Override
        public Connection getConnection() throws SQLException {
            return rows.getConnection();
        }

        @Override
        public void shutdown() {}

        @Override
        public void initialize() {}
    }

    @Override
    public Client client() {
        return timer -> {
            try {
                var key = TriggerKey.triggerKey(Integer.toString(timer));
                if (scheduler.rescheduleJob(key, trigger(timer, Timers.far())) == null) {
                    throw new IllegalStateException("a job was not rescheduled");
                }
            } catch (SchedulerException e) {
                throw new IllegalStateException("a job was not rescheduled", e);
            }
        };
    }

    @Override
    public void arm(int timer) {
        try {
            scheduler.scheduleJob(job(timer), trigger(timer, Timers.far()));
        } catch (SchedulerException e) {
            throw new IllegalStateException("a job was not scheduled", e);
        }
    }

    @Override
    public Alarms alarms() {
        return alarms;
    }

    @Override
    public void settle() {}

    @Override
    public void close() {
        try (database;
                rows) {
            scheduler.shutdown(true);
            OPEN.remove(name);
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz did not close", e);
        }
    }
}
