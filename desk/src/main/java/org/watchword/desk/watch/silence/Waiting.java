package org.watchword.desk.watch.silence;

import org.watchword.desk.store.Turn;

/// Words whose rows are committed and whose meaning is not applied yet.
@FunctionalInterface
public interface Waiting {
    /// Applies them. It is asked in every turn in which something is due, before anything fires,
    /// and at start: so a word whose row was committed first wins.
    void apply(Turn turn);
}
