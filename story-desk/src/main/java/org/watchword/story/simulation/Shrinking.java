package org.watchword.story.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes away from a history whatever the broken promise does not need: halves first, then less and
/// less, as long as the same promise breaks and there is time.
final class Shrinking {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Script script;
    private final Plant plant;
    private final String promise;
    private final long until;

    private Shrinking(Script script, Plant plant, String promise) {
        this.script = script;
        this.plant = plant;
        this.promise = promise;
        this.until = System.nanoTime() + LONGEST.toNanos();
    }

    static Shrinking of(Script script, Plant plant) {
        return new Shrinking(script, plant, broken(script, plant).orElse(""));
    }

    private static Optional<String> broken(Script script, Plant plant) {
        return new World(script, plant).played().violation().map(Violation::promise);
    }

    Script shrunk() {
        List<Happening> kept = script.happenings();
        int piece = Math.max(1, kept.size() / 2);
        while (piece > 0) {
            for (int at = 0; at < kept.size() && System.nanoTime() < until; ) {
                var fewer = new ArrayList<>(kept);
                fewer.subList(at, Math.min(at + piece, fewer.size())).clear();
                if (broken(script.with(fewer), plant).filter(promise::equals).isPresent()) {
                    kept = fewer;
                } else {
                    at += piece;
                }
            }
            piece /= 2;
        }
        return script.with(kept);
    }
}
