package org.watchword.desk.accounts;

import org.watchword.desk.basis.Sentence;

/// Work that outlives the request which began it, in pieces of a bounded length, with the keys that
/// it takes: its own, and no others.
public interface JobWork extends AutoCloseable {
    /// What people call it. Nothing of a case and nobody's name stands in it.
    Sentence name();

    /// What it is about. There is one job at a time about the same.
    Object about();

    /// Does the next piece.
    Piece next();

    /// Zeroes every key, at once. It may come from another thread in the midst of a piece, which
    /// then comes to nothing, and may throw.
    @Override
    void close();

    /// What a piece came to.
    sealed interface Piece {
        /// There is more to do: so much is done, of so much.
        record More(long done, long of) implements Piece {}

        /// It is over, and how it ended.
        record Over(Sentence how) implements Piece {}
    }
}
