package org.watchword.desk.basis;

import java.time.InstantSource;

/// The clock the desk is given: the wall clock, which people set and which may jump, and a second
/// one that only ever runs forward. Waits are measured on the second, so that a wall clock set back
/// delays nobody.
public interface DeskClock extends InstantSource {
    /// Nanoseconds since some fixed moment; never runs backwards within one process.
    long monotonicNanos();

    /// Calls `wake` whenever the clock was moved by hand, so that whoever sleeps may look again.
    /// The real clock never calls it; sleepers must also wake by themselves at least once a second.
    default void onMoved(Runnable wake) {}
}
