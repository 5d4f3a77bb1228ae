package org.watchword.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.watchword.bench.keeper.Directories;
import org.watchword.bench.keeper.DoorLine;
import org.watchword.bench.keeper.FilledDesk;
import org.watchword.bench.keeper.Ground;
import org.watchword.bench.keeper.Keeper;
import org.watchword.bench.keeper.LoneScheduler;
import org.watchword.bench.keeper.Peer;
import org.watchword.bench.keeper.Postgres;
import org.watchword.bench.keeper.Program;
import org.watchword.bench.keeper.Timers;

/// A desk with a great many watches is killed while people check in; some fall due while it is
/// down. How long after the program is started again does the first of their alarms arrive?
final class Recover {
    private static final int OVERDUE = 100;
    private static final int CLIENTS = 64;
    private static final int CARDS = 64;
    private static final double GOAL_MILLIS = 2_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /// So long before the due instant it is killed, and so long after it is started again.
    private static final Duration MARGIN = Duration.ofMillis(200);

    /// So long it is under load.
    private static final Duration LOAD = Duration.ofSeconds(2);

    private static final String WHAT = "started again → first overdue alarm out";

    private final Ground ground;
    private final Effort effort;

    Recover(Ground ground, Effort effort) {
        this.ground = ground;
        this.effort = effort;
    }

    static FilledDesk.Size size(Ground ground, Effort effort) {
        return new FilledDesk.Size(effort.many(), CARDS, Optional.of(ground.hook().address()));
    }

    Findings measure() throws InterruptedException {
        var tally = new Tally();
        Optional<Postgres.Database> tasks =
                ground.has(Peer.DB_SCHEDULER) ? Optional.of(ground.database()) : Optional.empty();
        try {
            tasks.ifPresent(database -> LoneScheduler.fill(database, effort.many()));
            for (int i = 0; i < effort.rounds(); i++) {
                add(tally, Peer.DESK, desk());
                if (tasks.isPresent()) {
                    add(tally, Peer.DB_SCHEDULER, scheduler(tasks.get()));
                }
            }
        } finally {
            tasks.ifPresent(Postgres.Database::close);
        }
        List<Double> desk = tally.rounds(WHAT, Peer.DESK.title());
        return new Findings(
                how(),
                tally.figures(),
                List.of(
                        Goal.atMost(
                                "kill -9 with %,d armed, %s".formatted(effort.many(), WHAT),
                                Unit.MILLIS,
                                GOAL_MILLIS,
                                Spread.of(desk).median(),
                                desk)),
                notMeasured());
    }

    private static void add(Tally tally, Peer peer, double millis) {
        tally.add(WHAT, peer.title(), Unit.MILLIS, millis, List.of());
    }

    private double desk() throws InterruptedException {
        FilledDesk filled = ground.desk(size(ground, effort));
        for (Duration ahead = Duration.ofSeconds(10); ; ahead = ahead.multipliedBy(2)) {
            Path own = ground.fresh("killed");
            Path data = own.resolve("data");
            Instant at = Instant.now().plus(ahead);
            int door = Program.freePort();
            filled.copyTo(
                    data,
                    new Timers(effort.many() - OVERDUE, OVERDUE, _ -> at),
                    Program.freePort(),
                    door);
            boolean killed = killedUnderLoad(data, filled, door, at);
            Optional<Double> waited =
                    killed
                            ? Optional.of(startedAgain(at, () -> Program.serve(data)))
                            : Optional.empty();
            Directories.remove(own);
            if (waited.isPresent()) {
                return waited.get();
            }
        }
    }

    /// @return false when it was not up long enough before
    private static boolean killedUnderLoad(Path data, FilledDesk filled, int door, Instant at)
            throws InterruptedException {
        try (Program first = Program.serve(data)) {
            if (!answers(door, at.minus(LOAD))) {
                return false;
            }
            var gone = new AtomicBoolean();
            var load =
                    new Load(
                            Thread.ofVirtual().factory(),
                            () -> new Caller(new DoorLine(door), filled, gone),
                            CARDS);
            try (var _ = load.running(CLIENTS)) {
                sleepUntil(at.minus(MARGIN));
                gone.set(true);
                first.kill();
            }
            return true;
        }
    }

    /// Somebody at the door, until the desk is gone.
    private record Caller(DoorLine line, FilledDesk filled, AtomicBoolean gone)
            implements Keeper.Client {
        @Override
        public void checkIn(int timer) {
            try {
                line.say(filled.card(timer));
            } catch (UncheckedIOException e) {
                if (!gone.get()) {
                    throw e;
                }
                pause();
            }
        }

        /// It is gone; nobody is waited for.
        private static void pause() {
            LockSupport.parkNanos(1_000_000);
        }

        @Override
        public void close() {
            line.close();
        }
    }

    private static boolean answers(int port, Instant until) throws InterruptedException {
        while (Instant.now().isBefore(until)) {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return true;
            } catch (IOException e) {
                Thread.sleep(20);
            }
        }
        return false;
    }

    private double startedAgain(Instant at, Supplier<Program> start) throws InterruptedException {
        sleepUntil(at.plus(MARGIN));
        long began = System.nanoTime();
        try (Program _ = start.get()) {
            long first =
                    ground.hook()
                            .firstAfter(began, PATIENCE)
                            .orElseThrow(() -> new IllegalStateException("nobody was rung"));
            return (first - began) / 1e6;
        }
    }

    private double scheduler(Postgres.Database tasks) throws InterruptedException {
        Instant at = Instant.now().plus(LOAD).plus(LOAD);
        LoneScheduler.due(tasks, effort.many(), OVERDUE, at);
        try (Program first = LoneScheduler.start(tasks, ground.hook(), CLIENTS)) {
            first.line();
            sleepUntil(at.minus(MARGIN));
        }
        return startedAgain(at, () -> LoneScheduler.start(tasks, ground.hook(), 0));
    }

    private static void sleepUntil(Instant at) throws InterruptedException {
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), at).toMillis()));
    }

    private List<String> notMeasured() {
        var missing = new ArrayList<>(Missing.peers(ground));
        missing.add(
                "an alarm that was half handed out when the program was killed:"
                        + " the desk hands it out again at the start, labelled; db-scheduler"
                        + " after minutes"
                        + " without a heartbeat");
        return missing;
    }

    private List<String> how() {
        return List.of(
                "The program as a team runs it (`serve`, with `-Xmx1g`) on a directory with %,d"
                                .formatted(effort.many())
                        + " armed watches; %d clients check in at the quiet door when it is killed"
                                .formatted(CLIENTS)
                        + " with -9, and %d watches fall due while it is down. The wait runs from"
                                .formatted(OVERDUE)
                        + " the start of the process, the JVM's with it, until a webhook on this"
                        + " machine has the first message. db-scheduler: a process of its own, so"
                        + " many tasks on PostgreSQL, which is not killed; the first of its overdue"
                        + " tasks posts to the same receiver. The files are in the machine's memory"
                        + " cache, as after a crash of the program, not of the machine.");
    }
}
