package org.watchword.bench.keeper;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.watchword.desk.Desk;
import org.watchword.desk.Surroundings;
import org.watchword.desk.store.Store;
import org.watchword.desk.watch.silence.WatchId;
import org.watchword.desk.watch.silence.WatchReply;
import org.watchword.desk.watch.silence.Watches;
import org.watchword.desk.watch.word.Card;
import org.watchword.desk.watch.word.CheckIns;
import org.watchword.desk.watch.word.Kept;

/// The desk as it is, in this process, by its rooms.
final class DeskKeeper implements Keeper {
    private static final long LOST_MILLIS = 120_000;

    private final Path own;
    private final FilledDesk filled;
    private final Desk desk;
    private final int withCards;
    private final Rung alarms;

    private DeskKeeper(Path own, FilledDesk filled, Desk desk, Known known) {
        this.own = own;
        this.filled = filled;
        this.desk = desk;
        this.withCards = known.withCards();
        this.alarms = new Rung(desk.rooms().store(), known.commits());
    }

    private record Known(int withCards, CommitTimes commits) {}

    static DeskKeeper open(Ground ground, Timers timers) {
        var size = new FilledDesk.Size(timers.all(), timers.checkingIn(), Optional.empty());
        FilledDesk filled = ground.desk(size);
        Path own = ground.fresh("desk");
        Path directory = own.resolve("data");
        filled.copyTo(directory, timers);
        var commits = new AtomicReference<CommitTimes>();
        Surroundings real = Surroundings.real();
        Desk desk =
                FilledDesk.open(
                        directory,
                        new Surroundings(
                                real.clock(),
                                real.random(),
                                engine -> {
                                    var noted = new CommitTimes(engine);
                                    commits.set(noted);
                                    return noted;
                                },
                                real.reserve(),
                                List.of(),
                                real.moreRoutes()));
        desk.start();
        return new DeskKeeper(own, filled, desk, new Known(timers.checkingIn(), commits.get()));
    }

    Card card(int timer) {
        return filled.card(timer);
    }

    int doorPort() {
        return desk.doorPort().orElseThrow();
    }

    @Override
    public Client client() {
        CheckIns words = desk.rooms().words().checkIns();
        return timer -> {
            Card card = card(timer);
            words.keep(Kept.atTheDoor(card.sign(), card.ok()));
        };
    }

    /// As a person does it: planned, looked at, armed.
    @Override
    public void arm(int timer) {
        Watches watches = desk.rooms().watches();
        var plan = FilledDesk.plan(FilledDesk.about(timer % withCards));
        WatchId id = changed(watches.add(plan, filled.officer()));
        long seen = watches.edition(id).orElseThrow();
        changed(watches.arm(id, seen, filled.officer()));
    }

    private static WatchId changed(WatchReply reply) {
        return switch (reply) {
            case WatchReply.Changed(WatchId id) -> id;
            case WatchReply.Refused refused -> throw new IllegalStateException(refused.why().key());
        };
    }

    @Override
    public Alarms alarms() {
        return alarms;
    }

    /// Alarms as the rows have them.
    private static final class Rung implements Alarms {
        private final Store store;
        private final CommitTimes commits;
        private final Map<Integer, Instant> read = new HashMap<>();

        Rung(Store store, CommitTimes commits) {
            this.store = store;
            this.commits = commits;
        }

        @Override
        public int count() {
            return store.read(handle ->
                    handle.createQuery("SELECT count(*) FROM watch_firing")
                            .mapTo(Integer.class)
                            .one());
        }

        @Override
        public synchronized Optional<Instant> of(int timer) {
            if (!read.containsKey(timer)) {
                store.read(handle -> {
                    handle.createQuery("SELECT watch_id, fired_at FROM watch_firing")
                            .map((row, _) ->
                                    read.put(
                                            FilledDesk.timer(row.getLong(1)),
                                            commits.durable(row.getLong(2))))
                            .list();
                    return read.size();
                });
            }
            return Optional.ofNullable(read.get(timer));
        }
    }

    @Override
    public void settle() {
        long end = System.currentTimeMillis() + LOST_MILLIS;
        while (!desk.rooms().words().checkIns().isIdle()) {
            if (System.currentTimeMillis() > end) {
                throw new IllegalStateException("words that came were not applied");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        desk.close();
        Directories.remove(own);
    }
}
