package org.watchword.desk.store;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// One piece of work with its answer, which is given only after the commit.
final class Piece<T> {
    private final Writer.Lane lane;
    private final Writer.Work<T> work;
    private final CompletableFuture<T> future = new CompletableFuture<>();
    private @Nullable T result;
    private @Nullable RuntimeException thrown;

    Piece(Writer.Lane lane, Writer.Work<T> work) {
        this.lane = lane;
        this.work = work;
    }

    Writer.Lane lane() {
        return lane;
    }

    CompletableFuture<T> future() {
        return future;
    }

    void run(Turn turn) {
        thrown = null;
        result = work.in(turn);
    }

    void threw(RuntimeException e) {
        thrown = e;
    }

    @SuppressWarnings("NullAway") // a piece may well return null where its T allows it
    void answer() {
        if (thrown != null) {
            future.completeExceptionally(thrown);
        } else {
            future.complete(result);
        }
    }

    void fail(StoreUnavailable why) {
        future.completeExceptionally(why);
    }
}
