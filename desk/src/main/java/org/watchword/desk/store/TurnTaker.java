package org.watchword.desk.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Pace;

/// The writer's round: takes what waits, runs it in one transaction, commits, answers.
///
/// A full disk undoes the whole turn. The reserve is then given up and the turn is run once more
/// with the watch's own work only; the rest is refused as full until there is room for the reserve
/// again. So a piece of work may run twice: it must have no effect but its rows and what it leaves
/// for after the commit.
final class TurnTaker implements Writer, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TurnTaker.class);

    /// How long the writer sleeps when nothing waits, before it tidies and looks at the disk.
    private static final Duration IDLE = Duration.ofMillis(500);

    private static final Duration FOR_EVER = Duration.ofDays(365);

    /// How long after a turn was lost those are called who left something for after it.
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final StoreEngine engine;
    private final Handle handle;
    private final Reserve reserve;
    private final WaitingWork waiting = new WaitingWork();
    private final Pace pace;
    private final Pace.Beat beat;
    private final List<Consumer<Boolean>> listeners = new ArrayList<>();
    private final List<Runnable> lookers = new CopyOnWriteArrayList<>();
    private final AtomicBoolean willLook = new AtomicBoolean();
    private volatile boolean full;
    private int turnsWhileFull;
    private volatile boolean foldAsked;
    private volatile boolean untidy;
    private volatile @Nullable Thread writing;

    TurnTaker(StoreEngine engine, Handle handle, Reserve reserve, Pace pace) {
        this.engine = engine;
        this.handle = handle;
        this.reserve = reserve;
        this.pace = pace;
        this.beat = pace.beat("writer", this::round);
    }

    void start() {
        if (!reserve.hold()) {
            becomeFull(true);
        }
        beat.start();
    }

    @Override
    public <T> CompletableFuture<T> submit(Lane lane, Work<T> work) {
        var piece = new Piece<>(lane, work);
        if (lane == Lane.ORDINARY && full) {
            piece.fail(new StoreUnavailable(StoreUnavailable.Cause.DISK_FULL));
        } else {
            switch (waiting.add(piece)) {
                case TAKEN -> beat.wake();
                case TOO_MANY -> piece.fail(new StoreUnavailable(StoreUnavailable.Cause.BUSY));
                case CLOSED -> piece.fail(new StoreUnavailable(StoreUnavailable.Cause.CLOSED));
            }
        }
        return piece.future();
    }

    @Override
    public <T> T write(Lane lane, Work<T> work) {
        if (Thread.currentThread() == writing) {
            throw new IllegalStateException("a piece of work must not wait for another");
        }
        try {
            return beat.await(submit(lane, work));
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private Optional<Pace.Rest> round(boolean rested) {
        writing = Thread.currentThread();
        try {
            return step(rested);
        } finally {
            writing = null;
        }
    }

    private Optional<Pace.Rest> step(boolean rested) {
        List<Piece<?>> batch = waiting.take(Limits.WORK_PER_TURN);
        if (batch == null) {
            return Optional.empty();
        }
        if (batch.isEmpty()) {
            if (rested) {
                tidyUp();
            }
            return Optional.of(Pace.Rest.looking(IDLE));
        }
        takeTurn(batch);
        waiting.done();
        if (foldAsked) {
            fold();
        }
        // Also where there is always something to do.
        if (full && ++turnsWhileFull % Limits.TURNS_UNTIL_ROOM_IS_SOUGHT == 0) {
            tidyUp();
        }
        return Optional.of(Pace.Rest.NONE);
    }

    private void takeTurn(List<Piece<?>> batch) {
        if (commit(batch)) {
            return;
        }
        // The disk is full: once more from the reserve, with the watch's own work alone.
        reserve.release();
        becomeFull(true);
        var first = new ArrayList<Piece<?>>();
        for (Piece<?> piece : batch) {
            if (piece.lane() == Lane.FIRST) {
                first.add(piece);
            } else {
                piece.fail(new StoreUnavailable(StoreUnavailable.Cause.DISK_FULL));
            }
        }
        if (!first.isEmpty() && !commit(first)) {
            failAll(first, new StoreUnavailable(StoreUnavailable.Cause.DISK_FULL));
            lookAgainSoon();
        }
    }

    /// Runs and commits a batch and answers everybody in it.
    ///
    /// @return false, with nothing answered and nothing kept, when there was no room
    private boolean commit(List<Piece<?>> batch) {
        var after = new ArrayList<Runnable>();
        try {
            handle.begin();
            for (Piece<?> piece : batch) {
                runPiece(piece, after);
            }
            handle.commit();
        } catch (RuntimeException | Error e) {
            rollBack();
            if (engine.saysFull(e)) {
                return false;
            }
            LOG.error("a turn could not be committed: {}", e.getClass().getName());
            failAll(batch, new StoreUnavailable(StoreUnavailable.Cause.BROKEN, e));
            lookAgainSoon();
            return true;
        }
        untidy = true;
        after.forEach(TurnTaker::runSafely);
        batch.forEach(Piece::answer);
        return true;
    }

    private void runPiece(Piece<?> piece, List<Runnable> after) {
        String mark = "piece";
        var mine = new ArrayList<Runnable>();
        handle.savepoint(mark);
        try {
            piece.run(new OpenTurn(handle, mine));
            handle.releaseSavepoint(mark);
            after.addAll(mine);
        } catch (RuntimeException e) {
            if (engine.saysFull(e)) {
                throw e;
            }
            handle.rollbackToSavepoint(mark);
            piece.threw(e);
        } catch (Error e) {
            // The writer outlives it: without the writer nobody is rung and nobody is told.
            LOG.error("a piece of work ended in {}", e.getClass().getName());
            handle.rollbackToSavepoint(mark);
            piece.threw(new StoreUnavailable(StoreUnavailable.Cause.BROKEN, e));
        }
    }

    private void rollBack() {
        try {
            handle.rollback();
        } catch (RuntimeException e) {
            LOG.error("a turn could not be undone: {}", e.getClass().getName());
        }
    }

    /// Folds the log, which is room too, and looks whether the disk has any again.
    private void tidyUp() {
        if (untidy || foldAsked) {
            fold();
        }
        if (full && reserve.hold()) {
            becomeFull(false);
        }
    }

    /// What was deleted stands in the log until it is folded; where a reader is in the way, it is
    /// tried again when there is nothing else to do.
    private void fold() {
        foldAsked = false;
        try {
            untidy = !engine.tidy(handle.getConnection());
        } catch (SQLException | RuntimeException e) {
            LOG.warn("the log could not be folded: {}", e.getClass().getName());
        }
    }

    /// Asks for the log to be folded even if there is always something to do.
    void askForFold() {
        foldAsked = true;
    }

    private void becomeFull(boolean now) {
        if (full == now) {
            return;
        }
        full = now;
        LOG.warn(now ? "the disk is full" : "the disk has room again");
        List<Consumer<Boolean>> told;
        synchronized (listeners) {
            told = List.copyOf(listeners);
        }
        pace.aside("disk-full", () -> told.forEach(one -> one.accept(now)));
    }

    private static void failAll(List<Piece<?>> batch, StoreUnavailable why) {
        batch.forEach(piece -> piece.fail(why));
    }

    private static void runSafely(Runnable then) {
        try {
            then.run();
        } catch (RuntimeException | Error e) {
            LOG.error("a hand-over after the commit failed: {}", e.getClass().getName());
        }
    }

    boolean isIdle() {
        return waiting.isIdle();
    }

    boolean isFull() {
        return full;
    }

    /// A commit that failed may be kept all the same, and then nothing followed it.
    private void lookAgainSoon() {
        if (willLook.compareAndSet(false, true)) {
            pace.later("look-again", LOOK_AGAIN, this::lookAgain);
        }
    }

    private void lookAgain() {
        willLook.set(false);
        try {
            lookers.forEach(Runnable::run);
        } catch (RuntimeException e) {
            LOG.warn("after a lost turn: {}", e.getClass().getName());
            lookAgainSoon();
        }
    }

    void onLost(Runnable look) {
        lookers.add(look);
    }

    void onFull(Consumer<Boolean> listener) {
        synchronized (listeners) {
            listeners.add(listener);
        }
    }

    @Override
    public void close() {
        waiting.close();
        beat.wake();
        beat.ended(FOR_EVER);
        handle.close();
    }

    private record OpenTurn(Handle handle, List<Runnable> after) implements Turn {
        @Override
        public void afterCommit(Runnable then) {
            after.add(then);
        }
    }
}
