package org.watchword.bench;

import java.time.Duration;
import java.util.List;
import org.watchword.bench.keeper.Ground;
import org.watchword.bench.keeper.Peer;

/// A great many watches ring at one instant: how long until the last alarm is durable.
final class AtOnce {
    private static final double GOAL_MILLIS = 500;
    private static final String WHAT = "one instant → the last alarm is durable";

    private final Ground ground;
    private final Effort effort;

    AtOnce(Ground ground, Effort effort) {
        this.ground = ground;
        this.effort = effort;
    }

    Findings measure() {
        var tally = new Tally();
        for (int i = 0; i < effort.rounds(); i++) {
            for (Peer peer : Peer.values()) {
                if (takesPart(peer) && ground.has(peer)) {
                    var late =
                            new RingsOnTime(ground, 0, effort.atOnce(), Duration.ZERO)
                                    .measure(peer, 0);
                    tally.add(WHAT, peer.title(), Unit.MILLIS, Spread.of(late).most(), List.of());
                }
            }
        }
        List<Double> desk = tally.rounds(WHAT, Peer.DESK.title());
        return new Findings(
                List.of(
                        "%,d timers of a system ring at one instant, and nobody checks in. The wait"
                                        .formatted(effort.atOnce())
                                + " runs until the last of their alarms is durable."),
                tally.figures(),
                List.of(
                        Goal.atMost(
                                "%,d watches ring at %s".formatted(effort.atOnce(), WHAT),
                                Unit.MILLIS,
                                GOAL_MILLIS,
                                Spread.of(desk).median(),
                                desk)),
                notMeasured());
    }

    private List<String> notMeasured() {
        var missing = new java.util.ArrayList<>(Missing.peers(ground));
        missing.add(Peer.QUARTZ.title() + ": left out here, it would take minutes a round");
        return missing;
    }

    private static boolean takesPart(Peer peer) {
        return peer.rings() && peer != Peer.DOOR && peer != Peer.QUARTZ;
    }
}
