package org.watchword.desk.watch;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.watchword.desk.basis.Sentence;
import org.watchword.desk.store.Store;
import org.watchword.desk.store.Writer.Lane;

/// What the desk itself has to say: told to the officers, or rung until somebody answers.
final class Troubles {
    private static final Logger LOG = LoggerFactory.getLogger(Troubles.class);

    private final Store store;
    private final Raising raising;
    private final AlarmTurns.Rows rows;
    private final AlarmTurns turns;
    private final Queue<Owed> owed = new ConcurrentLinkedQueue<>();

    Troubles(Store store, Raising raising, AlarmTurns.Rows rows, AlarmTurns turns) {
        this.store = store;
        this.raising = raising;
        this.rows = rows;
        this.turns = turns;
    }

    void tell(Sentence what) {
        watched(
                store.writer()
                        .submit(
                                Lane.FIRST,
                                turn -> {
                                    rows.log().tell(turn, what, turns.now());
                                    return what;
                                }));
    }

    /// What could not be kept is owed, and tried again about once a second.
    void ring(AlarmKind kind, Sentence what) {
        var work = store.writer().submit(Lane.FIRST, turn -> raising.desk(turn, kind, what));
        watched(
                work.whenComplete((_, trouble) -> {
                    if (trouble != null) {
                        owed.add(new Owed(kind, what));
                    }
                }));
    }

    private record Owed(AlarmKind kind, Sentence what) {}

    void ringWhatIsOwed() {
        for (Owed one : List.copyOf(owed)) {
            owed.remove(one);
            ring(one.kind(), one.what());
        }
    }

    /// Work that nobody waits for: that it could not be kept is said in the log.
    static void watched(CompletableFuture<?> work) {
        var _ =
                work.whenComplete((_, trouble) -> {
                    if (trouble != null) {
                        LOG.error(
                                "the watch could not keep a turn: {}",
                                trouble.getClass().getSimpleName());
                    }
                });
    }
}
