package org.watchword.desk.watch.silence;

import java.time.Instant;

/// The step function of watches, as whoever runs it is given it: in earnest the {@link
/// WatchEngine}.
@FunctionalInterface
public interface WatchStepping {
    static WatchStepping engine(SilencePolicy policy) {
        return new WatchEngine(policy)::step;
    }

    WatchStep step(OneWatch watch, WatchEvent event, Instant now);
}
