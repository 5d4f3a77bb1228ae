package org.watchword.bench.keeper;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Alarms as a peer's own threads see them: noted after the commit.
final class Noted implements Alarms {
    private final Map<Integer, Instant> rang = new ConcurrentHashMap<>();

    void note(int timer) {
        rang.putIfAbsent(timer, Instant.now());
    }

    @Override
    public int count() {
        return rang.size();
    }

    @Override
    public Optional<Instant> of(int timer) {
        return Optional.ofNullable(rang.get(timer));
    }
}
