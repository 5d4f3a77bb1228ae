package org.watchword.story.simulation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;
import org.watchword.desk.Desk;
import org.watchword.desk.Parts;
import org.watchword.desk.Wiring;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.StoreUnavailable;

/// One history: the desk's rooms, its rows, its gateways and its people under one agenda.
final class World {
    private static final long MINUTE = 60_000_000_000L;
    private static final int LINES_KEPT = 90;
    private static final Duration TEN_YEARS = Duration.ofDays(3_652);

    final SimulatedClock clock;
    final Agenda agenda;
    final Chance chance;
    final Oracle oracle;
    final Silences silences;
    final Script script;
    final Gateways gateways;

    /// What belongs to no life of the desk, and outlives all.
    final Life outside = new Life();

    private final Plant plant;
    private final Uptime uptime;
    private final Connection rows;
    private final ArrayDeque<String> lines = new ArrayDeque<>();
    private final Officers officers;
    private final Hidden hidden;
    private Life life = new Life();
    private Commits commits;
    private Desk.@Nullable Rooms rooms;
    private int lives;
    private long busyAt;
    private long digest;
    private boolean full;

    World(Script script, Plant plant) {
        this.script = script;
        this.plant = plant;
        chance = new Chance(script.seed());
        clock = new SimulatedClock(script.beginning());
        agenda = new Agenda(clock);
        uptime = new Uptime(clock);
        oracle = new Oracle(clock, uptime, script.fair());
        silences = new Silences(clock, oracle, uptime);
        gateways = new Gateways(chance, clock, this::attempted);
        officers = new Officers(this);
        hidden = new Hidden(this);
        commits = new Commits(life, () -> {}, () -> {});
        rows = opened();
    }

    private static Connection opened() {
        try {
            var connection = DriverManager.getConnection("jdbc:sqlite::memory:");
            ((SQLiteConnection) connection).deserialize("main", Foundation.founded().rows());
            try (var statement = connection.createStatement()) {
                statement.execute("PRAGMA foreign_keys = ON");
                statement.execute("PRAGMA journal_mode = MEMORY");
                statement.execute("PRAGMA synchronous = OFF");
            }
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Plays it to its end, or to the first promise that is not kept.
    Outcome played() {
        try {
            open();
            new Deeds(this, officers, hidden).begin();
            agenda.in(MINUTE, outside, this::look);
            long end = script.end() * 1_000_000;
            while (oracle.violation().isEmpty() && stepped(end)) {
                if (life.over() && uptime.isUp()) {
                    died(downtime());
                }
            }
            return new Outcome(oracle.violation(), List.copyOf(lines), digest);
        } finally {
            close();
        }
    }

    private boolean stepped(long end) {
        try {
            return agenda.next(end);
        } catch (Killed e) {
            return true;
        } catch (RuntimeException e) {
            if (!life.over()) {
                oracle.violated("nothing-throws", e + " from " + e.getStackTrace()[0]);
            }
            return true;
        }
    }

    private void close() {
        try {
            rows.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    // --- the desk's process

    private void open() {
        lives++;
        life = new Life();
        var pace = new SeededPace(agenda, life, chance.of("pace", lives), this::quiet);
        commits = new Commits(life, this::committed, pace::lookSoon);
        commits.fill(full);
        commits.lateBy(plant.answersBeforeTheCommit());
        var around = new Foundation.Around(clock, life, pace, chance.of("desk", lives));
        try {
            var engine = new MemoryEngine(rows, life, commits);
            var opened =
                    Wiring.rooms(
                            Store.openAsItIs(engine, commits.reserve(), pace),
                            planted(around.parts(gateways)));
            uptime.up();
            rooms = opened;
            plant.start(opened);
            note("up");
        } catch (StoreUnavailable | Killed e) {
            life.end();
        }
    }

    private Parts planted(Parts parts) {
        return new Parts(
                parts.clock(),
                parts.pace(),
                parts.random(),
                parts.vault(),
                parts.zone(),
                parts.spare(),
                parts.link(),
                parts.kinds().stream().map(plant::kind).toList(),
                parts.patience(),
                plant.alarms(parts.alarms()),
                plant.watches(parts.watches()));
    }

    private Duration downtime() {
        var random = chance.of("down", clock.millis());
        return random.nextInt(10) == 0
                ? Duration.ofSeconds(60 + random.nextInt(1_500))
                : Duration.ofMillis(2_000 + random.nextInt(40_000));
    }

    /// The rooms are dropped as they are; what was committed stays.
    private void died(Duration downtime) {
        uptime.down();
        life.end();
        rooms = null;
        note("down");
        oracle.killed();
        clock.forgetListeners();
        try {
            if (!rows.getAutoCommit()) {
                rows.rollback();
                rows.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        agenda.in(downtime.toNanos(), outside, this::open);
    }

    /// Asks something of the desk. Empty when it is down, could not keep it, or died over it:
    /// whoever asks does not know which.
    <R> Optional<R> ask(Function<Desk.Rooms, R> question) {
        Desk.Rooms asked = rooms;
        if (asked == null || life.over()) {
            return Optional.empty();
        }
        try {
            R answer = question.apply(asked);
            return life.over() ? Optional.empty() : Optional.of(answer);
        } catch (StoreUnavailable | Killed e) {
            return Optional.empty();
        }
    }

    void commit(Commits.End end, int after) {
        commits.next(end, after);
    }

    void fill(boolean now) {
        full = now;
        commits.fill(now);
        note(now ? "the disk is full" : "the disk has room");
    }

    void setClock(Duration by) {
        note("the clock is set by " + by);
        clock.set(by);
        silences.clockSet();
        oracle.doubtful(_ -> true);
    }

    /// Starts again with a clock that stands ten years back until somebody sets it right.
    void loseTheClock(Duration until) {
        if (!uptime.isUp()) {
            return;
        }
        died(Duration.ofSeconds(20));
        setClock(TEN_YEARS.negated());
        agenda.in(until.plusMinutes(1).toNanos(), outside, () -> setClock(TEN_YEARS));
    }

    private void committed() {
        busyAt = clock.nanos();
    }

    /// Whether nothing fails any more.
    boolean isFair() {
        return clock.millis() >= script.fair();
    }

    private int quiet() {
        long seconds = (clock.nanos() - busyAt) / 1_000_000_000L;
        boolean open = oracle.alarms().stream().anyMatch(AlarmSeen::open);
        return (int) Math.clamp(seconds, 20, open ? 60 : 900);
    }

    // --- what is seen outside

    private void attempted(Attempt attempt) {
        busyAt = clock.nanos();
        oracle.attempted(attempt);
        note(attempt.key() + " over " + attempt.channel() + " " + attempt.fate());
        var random = chance.of("arrives", attempt.key(), attempt.nth());
        int copies =
                switch (attempt.fate()) {
                    case ARRIVES, ARRIVES_UNTOLD -> 1;
                    case ARRIVES_TWICE -> 2;
                    case SWALLOWED, REFUSED, HANGS -> 0;
                };
        for (int i = 0; i < copies; i++) {
            agenda.in(
                    (500 + random.nextLong(8_000)) * 1_000_000,
                    outside,
                    () -> officers.read(attempt));
        }
    }

    private void look() {
        boolean boring = oracle.nothingToWatch();
        oracle.look();
        silences.look();
        long minutes = clock.millis() / 60_000;
        if (minutes % 20 == 0 && uptime.millis() > 0) {
            ask(rooms -> rooms.watch().openAlarms())
                    .ifPresent(open ->
                            oracle.board(
                                    open.stream()
                                            .map(one -> one.id().value())
                                            .collect(Collectors.toSet())));
        }
        agenda.in(boring ? 5 * MINUTE : MINUTE, outside, this::look);
    }

    void note(String what) {
        String line = Happening.time(clock.millis()) + "  " + what;
        digest = digest * 31 + line.hashCode();
        lines.add(line);
        if (lines.size() > LINES_KEPT) {
            lines.remove();
        }
    }
}
