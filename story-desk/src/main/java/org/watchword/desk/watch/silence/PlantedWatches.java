package org.watchword.desk.watch.silence;

import java.util.List;

/// Mistakes around the step function of watches.
public final class PlantedWatches {
    /// A pause goes on although its time is over.
    public static WatchStepping pausedForEver(WatchStepping engine) {
        return (watch, event, now) ->
                event instanceof WatchEvent.Due && watch.phase() instanceof OneWatch.Paused
                        ? new WatchStep.Next(watch, List.of())
                        : engine.step(watch, event, now);
    }

    /// A word is noted and counts for no due time.
    public static WatchStepping deaf(WatchStepping engine) {
        return (watch, event, now) ->
                event instanceof WatchEvent.Heard
                        ? new WatchStep.Next(watch, List.of())
                        : engine.step(watch, event, now);
    }

    private PlantedWatches() {}
}
