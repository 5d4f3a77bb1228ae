package org.watchword.desk.watch.timer;

import java.time.Instant;
import java.util.List;
import org.watchword.desk.basis.CaseLimits;
import org.watchword.desk.watch.LadderId;

/// A timer that is to be planted.
///
/// @param at when it rings, each once: 1 to {@link Limits#INSTANTS_PER_TIMER}, whole milliseconds
public record NewTimer(TimerId id, List<Instant> at, LadderId ladder, TimerText text) {
    public NewTimer {
        at = at.stream().distinct().sorted().toList();
        if (at.isEmpty() || at.size() > CaseLimits.INSTANTS_PER_TIMER) {
            throw new IllegalArgumentException(at.size() + " instants of a timer");
        }
    }
}
