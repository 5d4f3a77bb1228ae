package org.watchword.desk.store;

import java.util.concurrent.CompletableFuture;

/// The one that writes. Everything that changes a row goes through it, piece by piece, in the order
/// of arrival within a lane; a turn takes what waits, commits once, and only then completes the
/// futures. A piece that throws leaves nothing behind and harms no other.
public interface Writer {
    /// Hands in a piece of work. The future completes after the commit, with what the work
    /// returned; exceptionally with what the work threw, or with {@link StoreUnavailable} when the
    /// commit failed (then nothing of it was kept).
    <T> CompletableFuture<T> submit(Lane lane, Work<T> work);

    /// Hands in a piece and waits for its commit.
    ///
    /// @throws StoreUnavailable when it could not be kept
    <T> T write(Lane lane, Work<T> work);

    /// A piece of work; it runs on the writer's thread and must neither wait nor call out.
    @FunctionalInterface
    interface Work<T> {
        T in(Turn turn);
    }

    /// Which pieces go first. `FIRST` is the watch's own: raising, answering, ringing. It is also
    /// the only lane still served when the disk is full.
    enum Lane {
        FIRST,
        ORDINARY
    }
}
