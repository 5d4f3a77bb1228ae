package org.watchword.story.simulation;

import java.util.List;
import java.util.SplittableRandom;

/// Chance by name: what is decided about one thing depends on the seed and on the name of that
/// thing, and not on what was decided before. So a history from which an event is taken away stays
/// the same in everything that had nothing to do with it.
final class Chance {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private final long seed;

    Chance(long seed) {
        this.seed = seed;
    }

    /// The chance that belongs to a thing of that name.
    SplittableRandom of(Object... name) {
        long mixed = seed * STEP;
        for (Object part : name) {
            mixed = (mixed ^ (part.toString().hashCode() + STEP)) * 0xBF58476D1CE4E5B9L;
            mixed ^= mixed >>> 29;
        }
        return new SplittableRandom(mixed);
    }

    /// Whether something of so many in a hundred happens to the thing of that name.
    boolean in100(int percent, Object... name) {
        return of(name).nextInt(100) < percent;
    }

    static <T> T oneOf(List<T> all, SplittableRandom random) {
        return all.get(random.nextInt(all.size()));
    }
}
