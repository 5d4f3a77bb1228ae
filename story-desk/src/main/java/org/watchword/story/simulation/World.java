package org.watchword.story.simulation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.Desk;
import org.watchword.desk.Parts;
import org.watchword.desk.Wiring;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.StoreUnavailable;
import org.watchword.desk.watch.Told;

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
    final Kills kills = new Kills();
    final Uptime uptime;

    /// What belongs to no life of the desk, and outlives all.
    final Life outside = new Life();

    private final Plant plant;
    private final LookingIn lookingIn = new LookingIn(this);
    private final ArrayDeque<String> lines = new ArrayDeque<>();
    private final Officers officers;
    private final Hidden hidden;
    private Connection rows;
    private Optional<Backup> backup = Optional.empty();
    private Optional<Backup> comingBack = Optional.empty();
    private Life life = new Life();
    private SeededPace pace;
    private Commits commits;
    private Desk.@Nullable Rooms rooms;
    private int lives;
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
        pace = new SeededPace(agenda, life, chance.of("none"));
        commits = new Commits(life, () -> {}, () -> {}, () -> {});
        rows = Backup.ofTheFoundation().opened();
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
                    died(downtime(), this::open);
                }
            }
            return new Outcome(oracle.violation(), List.copyOf(lines), digest);
        } finally {
            close();
        }
    }

    private boolean stepped(long end) {
        try {
            if (kills.now(Kills.At.MOMENT)) {
                life.end();
                return true;
            }
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

    void backUp() {
        backup = Optional.of(Backup.of(rows, clock.millis()));
    }

    /// The disk is lost. What was kept since the backup is gone; the desk says so.
    void restore() {
        if (uptime.isUp() && backup.isPresent()) {
            comingBack = backup;
            died(downtime(), this::open);
        }
    }

    private void restored(Backup from) {
        close();
        rows = from.opened();
        oracle.restored(from.at());
        silences.restored(from.at());
        open(opened -> {
            opened.startAfresh("then");
            comingBack = Optional.empty();
        });
        if (comingBack.isPresent()) {
            // A restore that failed is begun anew: until then there is no desk.
            return;
        }
        oracle.expect(
                "a-restore-says-so",
                "the desk came out of a backup and nobody was told",
                10_000,
                () -> ask(rooms -> rooms.watch().told(20)).filter(World::saysRestored).isPresent(),
                () -> false);
    }

    private static boolean saysRestored(List<Told> told) {
        return told.stream().anyMatch(one -> one.what().key().equals("cli.restore.told"));
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
        comingBack.ifPresentOrElse(this::restored, () -> open(_ -> {}));
    }

    /// @param first what is done before it starts
    private void open(Consumer<Desk.Rooms> first) {
        lives++;
        life = new Life();
        pace = new SeededPace(agenda, life, chance.of("pace", lives));
        commits = new Commits(life, pace::changed, pace::lookSoon, lookingIn::refused);
        commits.fill(full);
        commits.lateBy(plant.answersBeforeTheCommit());
        var around = new Foundation.Around(clock, life, pace, chance.of("desk", lives));
        try {
            var engine = new MemoryEngine(rows, life, commits, kills);
            var opened =
                    Wiring.rooms(
                            Store.openAsItIs(engine, commits.reserve(), pace),
                            planted(around.parts(gateways)));
            uptime.up();
            first.accept(opened);
            rooms = opened;
            plant.start(opened);
            note("up");
            if (full) {
                lookingIn.tellsItsTrouble();
            }
        } catch (StoreUnavailable | Killed e) {
            life.end();
        }
    }

    private Parts planted(Parts parts) {
        return new Parts(
                plant.clock(parts.clock()),
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
    private void died(Duration downtime, Runnable then) {
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
        agenda.in(downtime.toNanos(), outside, then);
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
        if (!now) {
            lookingIn.hasRoom();
        }
        note(now ? "the disk is full" : "the disk has room");
    }

    void setClock(Duration by) {
        note("the clock is set by " + by);
        clock.set(by);
        lookSoon();
        silences.clockSet();
        oracle.clockSet();
    }

    /// Starts again with a clock that stands ten years back until somebody sets it right.
    void loseTheClock(Duration until) {
        if (!uptime.isUp()) {
            return;
        }
        died(Duration.ofSeconds(20), this::open);
        setClock(TEN_YEARS.negated());
        agenda.in(until.plusMinutes(1).toNanos(), outside, () -> setClock(TEN_YEARS));
    }

    /// Something changed that the desk only sees when it looks.
    void lookSoon() {
        pace.lookSoon();
    }

    boolean isFull() {
        return full;
    }

    /// Whether nothing fails any more.
    boolean isFair() {
        return clock.millis() >= script.fair();
    }

    // --- what is seen outside

    private void attempted(Attempt attempt) {
        oracle.attempted(attempt);
        if (kills.now(Kills.At.CALL)) {
            agenda.in((attempt.told() - attempt.at()) * 500_000, outside, life::end);
        }
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
        if (minutes % 20 == 0) {
            lookingIn.nothingIsStuck();
        }
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
