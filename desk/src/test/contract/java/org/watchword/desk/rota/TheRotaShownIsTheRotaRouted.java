package org.watchword.desk.rota;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the page shows, what is rung and what a plain head works out are the same at every instant
/// tried.
class TheRotaShownIsTheRotaRouted {
    private static final int SEEDS = 8;

    @TempDir Path directory;

    @Test
    void at_every_instant_through_shifts_patterns_stand_ins_swaps_and_take_overs() {
        Set<String> done = new TreeSet<>();
        for (int seed = 1; seed <= SEEDS; seed++) {
            var here = directory.resolve("seed-" + seed);
            assertTrue(here.toFile().mkdir());
            try (var weeks = new RandomWeeks(here, seed)) {
                done.addAll(weeks.live("seed " + seed).keySet());
            }
        }
        var all = Set.of("shift", "weekly", "stand-in", "swap", "declined", "take-over", "left");
        assertTrue(done.containsAll(all), "everything was tried: " + done);
    }
}
