package org.watchword.bench.keeper;

import java.time.Instant;
import java.util.Optional;

/// Which timers have rung, and when each alarm was durable.
public interface Alarms {
    int count();

    /// When that timer's alarm was durable; empty while it has not rung.
    Optional<Instant> of(int timer);
}
