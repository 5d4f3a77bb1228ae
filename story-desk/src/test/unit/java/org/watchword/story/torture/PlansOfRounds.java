package org.watchword.story.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlansOfRounds {
    private static List<String> drawn(long seed, int rounds) {
        return IntStream.rangeClosed(1, rounds)
                .mapToObj(round -> Plan.draw(seed, round, Optional.empty()))
                .map(p ->
                        p.upset() + " " + p.deeds() + " " + p.load() + " " + p.random().nextLong())
                .toList();
    }

    @Test
    void the_same_seed_plans_the_same_rounds() {
        assertEquals(drawn(3, 40), drawn(3, 40));
        assertNotEquals(drawn(3, 40), drawn(4, 40));
    }

    @Test
    void twenty_rounds_hold_every_upset() {
        for (long seed = 0; seed < 20; seed++) {
            var upsets = EnumSet.noneOf(Upset.class);
            for (int round = 21; round <= 40; round++) {
                upsets.add(Plan.draw(seed, round, Optional.empty()).upset());
            }
            assertEquals(EnumSet.allOf(Upset.class), upsets);
        }
    }

    @Test
    void one_upset_alone_can_be_asked_for() {
        for (int round = 1; round <= 40; round++) {
            assertEquals(Upset.DISK, Plan.draw(9, round, Optional.of(Upset.DISK)).upset());
        }
    }
}
