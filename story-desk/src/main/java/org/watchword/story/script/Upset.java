package org.watchword.story.script;

import java.time.Duration;

/// What breaks, or is mended again.
public sealed interface Upset {
    /// The desk's process is killed with -9.
    record Kill() implements Upset {}

    /// The same, right behind the commit by which an envelope opens in this step, and before
    /// anybody is answered.
    record KillAtOpening() implements Upset {}

    record Restart() implements Upset {}

    record ChannelTurns(String channel, Condition to) implements Upset {}

    record DiskTurns(boolean full) implements Upset {}

    /// The wall clock is set by this much, forward or back; the story's time goes on as before.
    record ClockSet(Duration by) implements Upset {}

    /// The watcher on the spare box is stopped, or started again.
    record WatcherTurns(boolean on) implements Upset {}

    /// Whoever has the desk's database and its watch key puts another public key in the place of
    /// somebody's.
    ///
    /// @param inTheList in the very list of who belongs; otherwise in that person's row
    record KeySwapped(String whose, boolean inTheList) implements Upset {}

    /// How a channel's far end behaves.
    enum Condition {
        FAILS,
        HANGS,
        SWALLOWS,
        GARBLES,
        MENDS
    }
}
