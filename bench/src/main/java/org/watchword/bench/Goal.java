package org.watchword.bench;

import java.util.List;

/// A figure to reach and what was reached.
///
/// @param what in plain words
/// @param atMost whether less is better
/// @param reached all rounds together
/// @param rounds the same of each round alone, sorted
record Goal(
        String what,
        String unit,
        boolean atMost,
        double goal,
        double reached,
        List<Double> rounds,
        boolean held) {

    /// Held only when no round alone missed it: somebody waits for this.
    static Goal atMost(String what, Unit unit, double goal, double reached, List<Double> rounds) {
        Spread each = Spread.of(rounds);
        boolean held = reached <= goal && each.most() <= goal;
        return new Goal(what, unit.word(), true, goal, reached, each.sorted(), held);
    }

    /// So many at least; the median of the rounds counts.
    static Goal atLeast(String what, Unit unit, double goal, List<Double> rounds) {
        Spread each = Spread.of(rounds);
        boolean held = each.median() >= goal;
        return new Goal(what, unit.word(), false, goal, each.median(), each.sorted(), held);
    }

    /// How many times as much as a peer in the same rounds; the median of them counts.
    static Goal times(String what, double goal, List<Double> ratios) {
        Spread each = Spread.of(ratios);
        boolean held = each.median() >= goal;
        return new Goal(what, Unit.TIMES.word(), false, goal, each.median(), each.sorted(), held);
    }
}
