package org.watchword.desk.watch.silence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.watchword.desk.watch.CodenameId;
import org.watchword.desk.watch.LadderId;

/// Pairs of plans at random: what is said to add only takes nothing away, and what joins two misses
/// whoever either of them misses.
class AnyTwoPlans {
    private static final Instant NOW = Instant.parse("2021-03-20T12:00:00Z");
    private static final Instant END = NOW.plus(Duration.ofDays(20));
    private static final int PAIRS = 3_000;

    private final long seed = System.nanoTime();
    private final RandomGenerator random = new Random(seed);

    private static Set<Instant> due(Schedule schedule) {
        var due = new TreeSet<Instant>();
        Optional<Instant> at = schedule.after(NOW);
        while (at.filter(END::isAfter).isPresent()) {
            due.add(at.get());
            at = schedule.after(at.get());
        }
        return due;
    }

    /// Those whom nobody's word covers when only these were heard.
    private static Set<CodenameId> missed(Plan plan, Set<CodenameId> heard) {
        var missed = new HashSet<>(plan.about());
        missed.removeAll(heard);
        return plan.anyone() && missed.size() < plan.about().size() ? Set.of() : missed;
    }

    private <T> Set<T> some(List<T> of) {
        var some = new HashSet<T>();
        of.stream().filter(_ -> random.nextInt(3) > 0).forEach(some::add);
        return some;
    }

    private Plan any() {
        var about = some(Stream.of(1L, 2L, 3L).map(CodenameId::new).toList());
        about.add(new CodenameId(1));
        return new Plan(
                "The flat",
                List.copyOf(about),
                random.nextInt(4) == 0 ? Optional.of(new LadderId(1)) : Optional.empty(),
                schedule(),
                new Margins(Duration.ofMinutes(15), Duration.ofMinutes(10L + random.nextInt(3))),
                random.nextInt(3) == 0,
                false);
    }

    private Schedule schedule() {
        var times = some(Stream.of("02:30", "10:00", "22:00").map(LocalTime::parse).toList());
        Optional<Schedule.Every> every =
                random.nextInt(3) > 0
                        ? Optional.empty()
                        : Optional.of(
                                new Schedule.Every(
                                        1 << random.nextInt(4),
                                        NOW.minus(Duration.ofHours(random.nextInt(9) - 2))));
        return new Schedule(
                ZoneId.of(random.nextInt(5) == 0 ? "Asia/Tbilisi" : "Europe/Riga"),
                List.copyOf(times),
                random.nextBoolean()
                        ? Set.of(DayOfWeek.values())
                        : some(List.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY)),
                every,
                List.copyOf(some(List.of(NOW.minusSeconds(9), NOW.plusSeconds(90_000)))));
    }

    @Test
    void add_only_where_nothing_is_taken_away() {
        int adding = 0;
        for (int i = 0; i < PAIRS; i++) {
            Plan before = any();
            Plan after = any();
            if (PlanMerge.onlyAdds(before, after, NOW)) {
                adding++;
                notLess(before, after);
                assertEquals(before.ladder(), after.ladder(), () -> "seed " + seed);
            }
        }
        assertTrue(adding > 20, "these were looked at: " + adding + ", seed " + seed);
    }

    private void notLess(Plan before, Plan after) {
        assertTrue(due(after.schedule()).containsAll(due(before.schedule())), () -> "seed " + seed);
        assertTrue(after.margins().grace().compareTo(before.margins().grace()) <= 0);
        for (Set<CodenameId> heard : everySet()) {
            assertTrue(
                    missed(after, heard).containsAll(missed(before, heard)),
                    () -> before + " " + after + " " + heard + ", seed " + seed);
        }
    }

    private static List<Set<CodenameId>> everySet() {
        var all = new ArrayList<Set<CodenameId>>();
        for (int bits = 0; bits < 8; bits++) {
            var heard = new HashSet<CodenameId>();
            for (int who = 0; who < 3; who++) {
                if ((bits >> who & 1) == 1) {
                    heard.add(new CodenameId(who + 1L));
                }
            }
            all.add(heard);
        }
        return all;
    }

    @Test
    void joined_miss_whoever_either_misses_and_at_no_other_time() {
        int joined = 0;
        for (int i = 0; i < PAIRS; i++) {
            Plan before = any();
            Plan after = any();
            Optional<Plan> both = PlanMerge.both(before, after, NOW);
            if (both.isPresent()) {
                joined++;
                notLess(before, both.get());
                notLess(after, both.get());
                assertEquals(before.ladder(), both.get().ladder());
                var either = new TreeSet<>(due(before.schedule()));
                either.addAll(due(after.schedule()));
                assertEquals(either, due(both.get().schedule()), () -> "seed " + seed);
                assertEquals(
                        Optional.of(WrittenPlan.of(both.get())),
                        PlanMerge.both(both.get(), after, NOW).map(WrittenPlan::of),
                        () -> "asked again it is the same, seed " + seed);
            }
        }
        assertTrue(joined > 200, "these were looked at: " + joined + ", seed " + seed);
    }

    @Test
    void written_are_read_as_they_were() {
        for (int i = 0; i < 200; i++) {
            Plan plan = any();
            Plan read = WrittenPlan.read(WrittenPlan.of(plan)).orElseThrow();
            assertEquals(WrittenPlan.of(plan), WrittenPlan.of(read), () -> "seed " + seed);
            assertEquals(Set.copyOf(plan.about()), Set.copyOf(read.about()));
            assertEquals(plan.margins(), read.margins());
        }
        assertTrue(WrittenPlan.read("").isEmpty());
    }

    @Test
    void one_word_for_all_is_less_than_a_word_of_each() {
        Plan each = Vigil.plan(false, Vigil.KESTREL, Vigil.ALDER);
        Plan anyone = Vigil.plan(true, Vigil.KESTREL, Vigil.ALDER);
        assertFalse(PlanMerge.onlyAdds(each, anyone, NOW));
        assertTrue(PlanMerge.onlyAdds(anyone, each, NOW));
        Plan one = Vigil.plan(false, Vigil.KESTREL);
        assertFalse(PlanMerge.onlyAdds(one, anyone, NOW), "another's word would count for one");
        assertTrue(PlanMerge.onlyAdds(one, each, NOW));
    }
}
