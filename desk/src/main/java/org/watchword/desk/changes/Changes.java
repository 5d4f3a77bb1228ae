package org.watchword.desk.changes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.basis.FieldSeal;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Notices;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.basis.Words;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.StoreUnavailable;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;

/// The room's front: changes that could silence are asked for here, agreed to, withdrawn, and made
/// when their time has come. Nothing shortens the wait but a second person.
public final class Changes implements AutoCloseable {
    /// How long one person alone waits.
    static final Duration ALONE = Duration.ofHours(24);

    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);

    private final Store store;
    private final DeskClock clock;
    private final ChangeRows rows;
    private final Predicate<Handle> armed;
    private final Map<String, Silencing> kinds = new ConcurrentHashMap<>();
    private final Semaphore bell = new Semaphore(0);
    private final Thread thread;
    private volatile Optional<Notices> notices = Optional.empty();
    private volatile Function<Handle, Predicate<PersonId>> shutOut = _ -> _ -> false;
    private volatile boolean closed;

    /// @param armed whether any watch was ever armed
    public Changes(Store store, FieldSeal seal, DeskClock clock, Predicate<Handle> armed) {
        this.store = store;
        this.clock = clock;
        this.rows = new ChangeRows(seal);
        this.armed = armed;
        this.thread = Thread.ofPlatform().name("changes").daemon(true).unstarted(this::run);
    }

    /// Makes a kind known. Every kind must be known before {@link #start}.
    public void know(Silencing kind) {
        if (kinds.put(kind.kind(), kind) != null) {
            throw new IllegalStateException("two kinds of change are called " + kind.kind());
        }
    }

    /// Begins to make what is due, what came due while nothing ran among it.
    ///
    /// @param out who is shut out, by these rows
    public void start(Notices to, Function<Handle, Predicate<PersonId>> out) {
        notices = Optional.of(to);
        shutOut = out;
        clock.onMoved(bell::release);
        thread.start();
    }

    /// After a restore: what waited in the backup may have been taken back since it was made, so it
    /// waits its whole time anew.
    public void startAfresh(Turn turn) {
        rows.waitAnew(turn.handle(), clock.instant().plus(ALONE));
    }

    /// Whether the rule holds: from the first armed watch on, and then for good.
    public boolean isOn(Turn turn) {
        if (rows.begun(turn.handle())) {
            return true;
        }
        boolean now = armed.test(turn.handle());
        if (now) {
            rows.begin(turn.handle(), clock.instant());
        }
        return now;
    }

    /// Asks for a change, in the turn that would have made it. The same change asked for by
    /// somebody else is that person's agreement.
    public Asked ask(Turn turn, PersonId by, Silencing kind, Map<String, String> what) {
        if (!isOn(turn)) {
            return kind.apply(turn, what) ? new Asked.Counts() : new Asked.Gone();
        }
        Optional<ChangeRows.Waiting> same =
                rows.waiting(turn.handle()).stream()
                        .filter(one -> one.kind().equals(kind.kind()) && one.what().equals(what))
                        .findFirst();
        if (same.isPresent()) {
            return same.get().by().equals(by)
                    ? new Asked.Waits(same.get().due())
                    : agreed(turn, same.get(), by);
        }
        Instant now = clock.instant();
        Instant due = now.plus(ALONE);
        rows.insert(
                turn,
                kind.kind(),
                what,
                new ChangeRows.Waiting(0, kind.kind(), what, by, now, due));
        tell(turn, "changes.told.waits");
        return new Asked.Waits(due);
    }

    private Asked agreed(Turn turn, ChangeRows.Waiting waiting, PersonId by) {
        return switch (settled(turn, waiting, Optional.of(by))) {
            case DONE -> new Asked.Counts();
            case NOT_NOW -> new Asked.Waits(waiting.due());
            case OWN, GONE -> new Asked.Gone();
        };
    }

    /// Something that adds a ring was done: it counts, and the officers hear of it.
    public void added(Turn turn) {
        if (isOn(turn)) {
            tell(turn, "changes.told.added");
        }
    }

    /// Something was done that counts at once and that the officers must hear of.
    public void told(Turn turn, Sentence what) {
        turn.afterCommit(() -> notices.ifPresent(to -> to.tell(what)));
    }

    /// What became of somebody's agreement or withdrawal.
    public enum Settled {
        DONE,
        /// Nobody agrees with himself.
        OWN,
        /// Just now it cannot be made. It waits on.
        NOT_NOW,
        /// Somebody was quicker, its time has come, or it no longer fits.
        GONE
    }

    /// Somebody else agrees: it counts from this turn on.
    public Settled agree(Turn turn, long id, PersonId by) {
        Optional<ChangeRows.Waiting> waiting = rows.find(turn.handle(), id);
        if (waiting.isEmpty()) {
            return Settled.GONE;
        }
        if (waiting.get().by().equals(by)) {
            return Settled.OWN;
        }
        return settled(turn, waiting.get(), Optional.of(by));
    }

    /// Anybody takes it back: everything goes on as it is.
    public Settled withdraw(Turn turn, long id, PersonId by) {
        if (rows.find(turn.handle(), id).isEmpty()) {
            return Settled.GONE;
        }
        rows.settle(turn.handle(), id, ChangeRows.End.WITHDRAWN, Optional.of(by), clock.instant());
        tell(turn, "changes.told.withdrawn");
        return Settled.DONE;
    }

    private Settled settled(Turn turn, ChangeRows.Waiting waiting, Optional<PersonId> by) {
        Optional<Silencing> kind = Optional.ofNullable(kinds.get(waiting.kind()));
        if (kind.filter(known -> !known.canBeMade(turn, waiting.what())).isPresent()) {
            return Settled.NOT_NOW;
        }
        boolean done = kind.isPresent() && kind.get().apply(turn, waiting.what());
        rows.settle(
                turn.handle(),
                waiting.id(),
                done ? ChangeRows.End.DONE : ChangeRows.End.LAPSED,
                by,
                clock.instant());
        tell(turn, done ? "changes.told.done" : "changes.told.lapsed");
        return done ? Settled.DONE : Settled.GONE;
    }

    private void tell(Turn turn, String key) {
        told(turn, Sentence.of(key));
    }

    /// What waits, as a page lists it.
    record Listed(long id, PersonId by, String says, Instant askedAt, Instant due) {}

    List<Listed> waiting(Handle handle, Words words) {
        return rows.waiting(handle).stream()
                .map(one ->
                        new Listed(
                                one.id(),
                                one.by(),
                                says(handle, one, words),
                                one.askedAt(),
                                one.due()))
                .toList();
    }

    private String says(Handle handle, ChangeRows.Waiting one, Words words) {
        return Optional.ofNullable(kinds.get(one.kind()))
                .map(kind -> kind.says(handle, one.what(), words))
                .orElseGet(() -> words.say("changes.unknown"));
    }

    int count(Handle handle) {
        return rows.waiting(handle).size();
    }

    private void run() {
        while (!closed) {
            try {
                makeDue();
                boolean _ = bell.tryAcquire(Limits.CHANGES_LOOK.toMillis(), TimeUnit.MILLISECONDS);
            } catch (StoreUnavailable e) {
                LOG.warn("what is due could not be looked for: {}", e.why());
                pause();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Limits.CHANGES_LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Makes what has waited long enough, each in a turn of its own.
    void makeDue() {
        for (long id : store.read(handle -> rows.due(handle, clock.instant()))) {
            Settled _ =
                    store.writer()
                            .write(
                                    Lane.ORDINARY,
                                    turn ->
                                            rows.find(turn.handle(), id)
                                                    .map(one -> due(turn, one))
                                                    .orElse(Settled.GONE));
        }
    }

    /// What somebody asked for who is shut out now, he or who holds his telephone asked alone.
    private Settled due(Turn turn, ChangeRows.Waiting waiting) {
        if (!shutOut.apply(turn.handle()).test(waiting.by())) {
            return settled(turn, waiting, Optional.empty());
        }
        rows.settle(
                turn.handle(),
                waiting.id(),
                ChangeRows.End.LAPSED,
                Optional.empty(),
                clock.instant());
        tell(turn, "changes.told.lapsed");
        return Settled.GONE;
    }

    @Override
    public void close() {
        closed = true;
        bell.release();
    }
}
