package org.watchword.story.torture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// What happens in one round. The same seed and round give the same plan; how the threads of a
/// machine interleave is nobody's to draw.
///
/// @param deeds with how many answered deeds the upset may come: a slow machine gets its time
/// @param load how long people go on after that
/// @param pause the longest somebody thinks between two deeds
/// @param slow the longest the mail server holds a message it has taken
/// @param afterMessages with which message of the round the upset comes, where it waits for one
/// @param lasts how long the desk is frozen, or the disk full
/// @param away story time that passes while the desk is down
/// @param random for everything that the round draws besides
record Plan(
        int round,
        Upset upset,
        int deeds,
        Duration load,
        Duration pause,
        Duration slow,
        int afterMessages,
        Duration lasts,
        Duration away,
        RandomGenerator random) {
    /// Of twenty rounds so many are of each kind.
    private static final List<Upset> DECK =
            deck(
                    List.of(
                            Collections.nCopies(9, Upset.KILL),
                            Collections.nCopies(5, Upset.DELIVERY),
                            Collections.nCopies(1, Upset.FREEZE),
                            Collections.nCopies(2, Upset.DISK),
                            Collections.nCopies(3, Upset.POWER)));

    /// Keeps the numbers of neighbouring seeds and rounds apart.
    private static final long APART = 0x9E3779B97F4A7C15L;

    /// One round of so many sees story time pass while the desk is down.
    private static final int AWAY_ONCE_IN = 3;

    private static List<Upset> deck(List<List<Upset>> parts) {
        return parts.stream().flatMap(List::stream).toList();
    }

    /// @param round from 1
    /// @param only this upset in every round
    static Plan draw(long seed, int round, Optional<Upset> only) {
        var random = new SplittableRandom(seed * APART + round);
        int turn = (round - 1) / DECK.size();
        var shuffled = new ArrayList<>(DECK);
        Collections.shuffle(shuffled, new Random(seed * APART - turn));
        Upset upset = only.orElse(shuffled.get((round - 1) % DECK.size()));
        return new Plan(
                round,
                upset,
                random.nextInt(1, 25),
                Duration.ofMillis(random.nextInt(1, 200)),
                Duration.ofMillis(random.nextInt(1, 80)),
                Duration.ofMillis(random.nextInt(1, 60)),
                random.nextInt(1, 6),
                upset == Upset.FREEZE
                        ? Duration.ofMillis(random.nextInt(1_000, 5_000))
                        : Duration.ofMillis(random.nextInt(200, 1_000)),
                random.nextInt(AWAY_ONCE_IN) == 0
                        ? Duration.ofMinutes(random.nextInt(1, 9))
                        : Duration.ZERO,
                random);
    }
}
