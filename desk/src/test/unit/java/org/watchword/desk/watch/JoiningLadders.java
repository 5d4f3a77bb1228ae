package org.watchword.desk.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.watchword.desk.basis.PersonId;
import org.watchword.desk.basis.RoleId;
import org.watchword.desk.delivery.ChannelId;

class JoiningLadders {
    private static final Duration TWO = Duration.ofMinutes(2);
    private static final Duration FIVE = Duration.ofMinutes(5);

    private static Ladder.Step step(Duration lasts, long... people) {
        var targets = new ArrayList<Duty>();
        for (long person : people) {
            targets.add(new Duty.OfPerson(new PersonId(person)));
        }
        return new Ladder.Step(targets, List.of(), lasts, false);
    }

    private static Ladder.Step over(Ladder.Step step, long... channels) {
        var ids = new ArrayList<ChannelId>();
        for (long channel : channels) {
            ids.add(new ChannelId(channel));
        }
        return new Ladder.Step(step.targets(), ids, step.lasts(), step.all());
    }

    private static Ladder.Step all(Ladder.Step step) {
        return new Ladder.Step(step.targets(), step.channels(), step.lasts(), true);
    }

    private static boolean adds(List<Ladder.Step> before, Ladder.Step... after) {
        return LadderMerge.onlyAdds(before, List.of(after));
    }

    @Test
    void more_people_a_shorter_wait_more_ways_and_a_step_behind_only_add() {
        var before = List.of(over(step(TWO, 1), 7), step(FIVE, 2));
        assertTrue(adds(before, over(step(TWO, 1), 7), step(FIVE, 2)), "the same");
        assertTrue(adds(before, over(step(TWO, 1, 3), 7, 8), step(FIVE, 2)));
        assertTrue(adds(before, step(TWO, 1), step(TWO, 2)), "over everything, and sooner");
        assertTrue(adds(before, over(step(TWO, 1), 7), step(FIVE, 2), step(FIVE, 4)));
        assertTrue(adds(before, all(over(step(TWO, 1), 7)), step(FIVE, 2)), "more answers");
        assertTrue(adds(List.of(), step(FIVE, 1)));
    }

    @Test
    void fewer_people_a_longer_wait_fewer_ways_and_fewer_answers_could_silence() {
        var before = List.of(all(step(TWO, 1, 2)), step(TWO, 3));
        assertFalse(adds(before, all(step(TWO, 1)), step(TWO, 3)));
        assertFalse(adds(before, all(step(FIVE, 1, 2)), step(TWO, 3)));
        assertFalse(adds(before, all(over(step(TWO, 1, 2), 7)), step(TWO, 3)));
        assertFalse(adds(before, step(TWO, 1, 2), step(TWO, 3)), "one answer is enough now");
        assertFalse(adds(before, all(step(TWO, 1, 2))), "a step is gone");
        assertFalse(adds(before, step(TWO, 3), all(step(TWO, 1, 2))), "the other way round");
        assertFalse(adds(before, all(step(TWO, 1, 2)), step(FIVE, 3)), "rung again later");
        assertFalse(
                adds(before, all(step(TWO, 1, 2)), step(TWO, 9), step(TWO, 3)),
                "a step between puts off those behind it");
        assertFalse(
                adds(before, all(step(TWO, 1, 2)), step(FIVE, 3), step(TWO, 9)),
                "a step behind does not hide a longer wait");
    }

    @Test
    void two_ladders_joined_ring_whoever_either_rings_whatever_they_are() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            var one = any(random);
            var other = any(random);
            var both = LadderMerge.both(one, other, 100).orElseThrow();
            assertTrue(LadderMerge.onlyAdds(one, both), () -> "seed " + seed);
            assertTrue(LadderMerge.onlyAdds(other, both), () -> "seed " + seed);
            assertEquals(both, WrittenSteps.read(WrittenSteps.of(both)), () -> "seed " + seed);
        }
    }

    private static List<Ladder.Step> any(Random random) {
        var steps = new ArrayList<Ladder.Step>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            var targets = new ArrayList<Duty>();
            targets.add(new Duty.OfRole(new RoleId("role-" + random.nextInt(3))));
            targets.add(new Duty.OfPerson(new PersonId(random.nextInt(4))));
            List<ChannelId> channels =
                    random.nextBoolean() ? List.of() : List.of(new ChannelId(random.nextInt(3)));
            var lasts = Duration.ofSeconds(30 + random.nextInt(300));
            steps.add(new Ladder.Step(targets, channels, lasts, random.nextBoolean()));
        }
        return steps;
    }
}
