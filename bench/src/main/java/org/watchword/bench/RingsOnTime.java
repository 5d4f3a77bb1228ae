package org.watchword.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.watchword.bench.keeper.Alarms;
import org.watchword.bench.keeper.Ground;
import org.watchword.bench.keeper.Keeper;
import org.watchword.bench.keeper.Peer;
import org.watchword.bench.keeper.Timers;

/// Lets timers of one system ring and says how late each alarm was durable.
///
/// @param due so many
/// @param apart from one to the next
record RingsOnTime(Ground ground, int checkingIn, int due, Duration apart) {
    private static final Duration AHEAD = Duration.ofSeconds(3);

    /// So long a system runs before.
    private static final Duration CALM = Duration.ofMillis(500);

    /// An alarm that has not come by then counts as this late.
    private static final Duration LOST = Duration.ofSeconds(90);

    /// Has all of them ring on one system.
    ///
    /// @param clients who check in meanwhile
    /// @return how late each was, in milliseconds
    List<Double> measure(Peer peer, int clients) {
        for (Duration ahead = AHEAD; ; ahead = ahead.multipliedBy(2)) {
            Instant first = Instant.now().plus(ahead);
            IntFunction<Instant> at = i -> first.plus(apart.multipliedBy(i));
            try (Keeper keeper = peer.open(ground, new Timers(checkingIn, due, at))) {
                if (Instant.now().isBefore(first.minus(CALM))) {
                    return late(keeper, at, clients);
                }
            }
            // It was not up in time: what is overdue at a start is another figure.
        }
    }

    private List<Double> late(Keeper keeper, IntFunction<Instant> at, int clients) {
        var load = Load.on(keeper, Math.max(1, checkingIn));
        try (var _ = load.running(clients)) {
            waitFor(keeper.alarms(), at.apply(due - 1).plus(LOST));
        }
        keeper.settle();
        List<Double> late = new ArrayList<>();
        for (int i = 0; i < due; i++) {
            Instant rang = keeper.alarms().of(checkingIn + i).orElse(at.apply(i).plus(LOST));
            late.add(Duration.between(at.apply(i), rang).toNanos() / 1e6);
        }
        return late;
    }

    private void waitFor(Alarms alarms, Instant end) {
        while (alarms.count() < due && Instant.now().isBefore(end)) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
