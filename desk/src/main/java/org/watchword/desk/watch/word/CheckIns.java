package org.watchword.desk.watch.word;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.StoreUnavailable;
import org.watchword.desk.store.Turn;
import org.watchword.desk.store.Writer.Lane;

/// Keeps every word that comes, whatever it is, and has it understood in the next turn.
public final class CheckIns {
    private static final Logger LOG = LoggerFactory.getLogger(CheckIns.class);

    private final Store store;
    private final DeskClock clock;
    private final CheckInRows rows;
    private final Applying applying;
    private final AtomicReference<Meant> meant = new AtomicReference<>();
    private final AtomicBoolean asked = new AtomicBoolean();

    CheckIns(Store store, DeskClock clock, CheckInRows rows, Applying applying) {
        this.store = store;
        this.clock = clock;
        this.rows = rows;
        this.applying = applying;
    }

    /// Names who is told what words mean; what an earlier run did not get to is applied. Until then
    /// words are kept and wait.
    public void start(Meant who) {
        meant.set(who);
        applySoon();
        store.onLost(this::applySoon);
    }

    /// Keeps a word and returns after its commit: only then may anybody be answered.
    ///
    /// @throws StoreUnavailable when it could not be kept
    public void keep(Kept kept) {
        long _ = store.writer().write(Lane.FIRST, turn -> keep(turn, kept));
    }

    /// Keeps a word within a turn. What it means is applied in a later one.
    ///
    /// @return its number
    long keep(Turn turn, Kept kept) {
        long number = rows.insert(turn, kept, clock.instant());
        turn.afterCommit(this::applySoon);
        return number;
    }

    /// Applies everything that is kept and waits. Whatever is due asks for this first.
    public void apply(Turn turn) {
        Meant who = meant.get();
        if (who == null) {
            return;
        }
        Optional<Long> last = Optional.of(0L);
        while (last.isPresent()) {
            last = applying.some(turn, last.get(), who, clock.instant());
        }
    }

    private void applySoon() {
        if (asked.compareAndSet(false, true)) {
            var _ =
                    store.writer()
                            .submit(Lane.FIRST, this::applyAsked)
                            .exceptionally(trouble -> {
                                asked.set(false);
                                return waits(trouble);
                            });
        }
    }

    private boolean applyAsked(Turn turn) {
        asked.set(false);
        return applyAfter(turn, 0);
    }

    /// Piece by piece, so that what else is the watch's own comes between.
    private boolean applyAfter(Turn turn, long after) {
        Meant who = meant.get();
        if (who != null) {
            applying.some(turn, after, who, clock.instant())
                    .ifPresent(last -> turn.afterCommit(() -> goOn(last)));
        }
        return true;
    }

    private void goOn(long after) {
        var _ =
                store.writer()
                        .submit(Lane.FIRST, turn -> applyAfter(turn, after))
                        .exceptionally(CheckIns::waits);
    }

    private static boolean waits(Throwable trouble) {
        LOG.error("words that came wait to be applied: {}", trouble.getClass().getSimpleName());
        return false;
    }

    /// Whether no word waits to be understood.
    public boolean isIdle() {
        return !asked.get() && store.read(handle -> rows.waiting(handle, 0, 1)).isEmpty();
    }
}
