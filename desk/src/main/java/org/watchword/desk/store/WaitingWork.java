package org.watchword.desk.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.watchword.desk.basis.Limits;

/// What waits for the writer, in two lanes, bounded.
final class WaitingWork {
    private final Queue<Piece<?>> first = new ArrayDeque<>();
    private final Queue<Piece<?>> ordinary = new ArrayDeque<>();
    private boolean closed;
    private boolean busy;

    enum Added {
        TAKEN,
        TOO_MANY,
        CLOSED
    }

    synchronized Added add(Piece<?> piece) {
        if (closed) {
            return Added.CLOSED;
        }
        Queue<Piece<?>> lane = piece.lane() == Writer.Lane.FIRST ? first : ordinary;
        if (lane.size() >= Limits.WAITING_WORK) {
            return Added.TOO_MANY;
        }
        lane.add(piece);
        return Added.TAKEN;
    }

    /// Everything of the first lane up to `most`, then of the ordinary one.
    ///
    /// @return null when closed and nothing is left
    synchronized @Nullable List<Piece<?>> take(int most) {
        var batch = new ArrayList<Piece<?>>();
        move(first, batch, most);
        // A few ordinary pieces a turn: each is at most 5 ms, and the watch must not wait for many.
        move(ordinary, batch, Math.min(most, batch.size() + Limits.ORDINARY_WORK_PER_TURN));
        busy = !batch.isEmpty();
        return batch.isEmpty() && closed ? null : batch;
    }

    private static void move(Queue<Piece<?>> from, List<Piece<?>> to, int most) {
        while (to.size() < most) {
            Piece<?> piece = from.poll();
            if (piece == null) {
                return;
            }
            to.add(piece);
        }
    }

    synchronized void done() {
        busy = false;
    }

    synchronized boolean isIdle() {
        return !busy && first.isEmpty() && ordinary.isEmpty();
    }

    synchronized void close() {
        closed = true;
    }
}
