package org.watchword.desk.forgetting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.StoreUnavailable;
import org.watchword.desk.store.Writer.Lane;
import org.watchword.desk.web.Frame;
import org.watchword.desk.web.Route;

/// The room's front: lets go of what is too old, at the start and once a day.
public final class Forgetting implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);
    private static final Duration EVERY = Duration.ofDays(1);
    private static final Duration AFTER_TROUBLE = Duration.ofHours(1);
    private static final long LONGEST_SLEEP_MILLIS = 60_000;

    private final Store store;
    private final DeskClock clock;
    private final List<Forgetful> rooms;
    private final Days days;
    private final Object bell = new Object();
    private boolean closed;
    private boolean busy;

    /// @param rooms all that is let go of, in this order
    public Forgetting(Store store, DeskClock clock, List<? extends Forgetful> rooms) {
        this.store = store;
        this.clock = clock;
        this.rooms = List.copyOf(rooms);
        this.days = new Days(clock);
    }

    /// How old the oldest of one sort is, and how old it may be.
    ///
    /// @param oldest empty when nothing of it is kept
    public record Age(String kind, Optional<Instant> oldest, Duration allowed) {
        /// What is let go of once a day may be a day older than its term.
        public boolean isTooOld(Instant now) {
            Instant bound = now.minus(allowed).minus(EVERY).minus(AFTER_TROUBLE);
            return oldest.filter(at -> at.isBefore(bound)).isPresent();
        }
    }

    public List<Age> ages(Handle handle, Instant now) {
        Retention retention = RetentionRows.read(handle, now).now();
        return rooms.stream()
                .map(one -> new Age(one.kind(), one.oldest(handle), retention.of(one.term())))
                .toList();
    }

    public List<Route> routes() {
        return new RetentionPages(store, this).routes();
    }

    public static List<Frame.MenuItem> menu() {
        return List.of(
                new Frame.MenuItem(
                        "forgetting.menu", RetentionPages.PATH, RetentionPages.CAPABILITY));
    }

    public void start() {
        clock.onMoved(this::wake);
        Thread.ofVirtual().name("forgetting").start(this::run);
    }

    private void wake() {
        synchronized (bell) {
            bell.notifyAll();
        }
    }

    /// Whether nothing is being let go of and nothing is due.
    public boolean isIdle() {
        synchronized (bell) {
            return closed || (!busy && !days.isDue());
        }
    }

    private void run() {
        while (true) {
            synchronized (bell) {
                busy = false;
                try {
                    while (!closed && !days.isDue()) {
                        bell.wait(LONGEST_SLEEP_MILLIS);
                    }
                } catch (InterruptedException e) {
                    return;
                }
                if (closed) {
                    return;
                }
                busy = true;
                days.begin(EVERY);
            }
            runSurely();
        }
    }

    private void runSurely() {
        try {
            forgetAll();
        } catch (StoreUnavailable e) {
            LOG.warn("what is too old stays for now: {}", e.why());
            later();
        } catch (RuntimeException | Error e) {
            LOG.error("what is too old stays for now: {}", e.getClass().getName());
            later();
        }
    }

    private void later() {
        synchronized (bell) {
            days.begin(AFTER_TROUBLE);
        }
    }

    /// Lets go of all that is too old, and clears the files of it.
    void forgetAll() {
        Instant now = clock.instant();
        Retention retention = store.read(handle -> RetentionRows.read(handle, now).now());
        boolean any = false;
        for (Forgetful one : rooms) {
            any |= forget(one, retention.before(one.term(), now));
        }
        if (any) {
            store.fold();
        }
    }

    private boolean forget(Forgetful one, Instant before) {
        boolean any = false;
        while (!isClosed()
                && store.writer().write(Lane.ORDINARY, turn -> one.forget(turn, before))) {
            any = true;
        }
        return any;
    }

    private boolean isClosed() {
        synchronized (bell) {
            return closed;
        }
    }

    @Override
    public void close() {
        synchronized (bell) {
            closed = true;
            bell.notifyAll();
        }
    }
}
