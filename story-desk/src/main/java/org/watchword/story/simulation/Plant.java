package org.watchword.story.simulation;

import org.watchword.desk.Desk;
import org.watchword.desk.basis.DeskClock;
import org.watchword.desk.delivery.ChannelKind;
import org.watchword.desk.watch.Stepping;
import org.watchword.desk.watch.silence.WatchStepping;

/// A mistake put around a seam of the desk, to see whether the simulation finds it.
interface Plant {
    String name();

    default Stepping alarms(Stepping engine) {
        return engine;
    }

    default WatchStepping watches(WatchStepping engine) {
        return engine;
    }

    default ChannelKind kind(ChannelKind kind) {
        return kind;
    }

    default DeskClock clock(DeskClock clock) {
        return clock;
    }

    /// Whether a commit is said to be kept before it is.
    default boolean answersBeforeTheCommit() {
        return false;
    }

    /// Starts the rooms.
    default void start(Desk.Rooms rooms) {
        rooms.start();
    }

    /// The desk as it is.
    Plant NONE = () -> "none";
}
