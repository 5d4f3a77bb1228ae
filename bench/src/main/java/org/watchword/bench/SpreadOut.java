package org.watchword.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.watchword.bench.keeper.Ground;
import org.watchword.bench.keeper.Peer;

/// Many watches due one after the other: how late each alarm is durable, while nothing else goes on
/// and while people check in.
final class SpreadOut {
    private static final int CLIENTS = 64;

    /// One of so many of the due ones rings on Quartz, at the same rate: it falls behind at once.
    private static final int QUARTZ_PART = 12;

    private static final String IDLE = "nobody checks in";
    static final String LOADED = "while 64 clients check in";

    private final Ground ground;
    private final Effort effort;

    SpreadOut(Ground ground, Effort effort) {
        this.ground = ground;
        this.effort = effort;
    }

    Findings measure() {
        var tally = new Tally();
        for (int i = 0; i < effort.rounds(); i++) {
            for (Peer peer : Peer.values()) {
                if (peer.rings() && peer != Peer.DOOR && ground.has(peer)) {
                    tally.waits(IDLE, peer.title(), late(peer, 0), 99);
                    tally.waits(LOADED, peer.title(), late(peer, CLIENTS), 99);
                }
            }
        }
        return new Findings(how(), tally.figures(), goals(tally), Missing.peers(ground));
    }

    private List<Double> late(Peer peer, int clients) {
        Duration apart = effort.span().dividedBy(effort.due());
        int due = peer == Peer.QUARTZ ? Math.max(1, effort.due() / QUARTZ_PART) : effort.due();
        return new RingsOnTime(ground, effort.checkingIn(), due, apart).measure(peer, clients);
    }

    private List<Goal> goals(Tally tally) {
        List<Double> waits = tally.waits(LOADED, Peer.DESK.title());
        List<List<Double>> rounds = new ArrayList<>();
        for (int from = 0; from < waits.size(); from += effort.due()) {
            rounds.add(waits.subList(from, from + effort.due()));
        }
        return List.of(goal(rounds, 50, 5), goal(rounds, 99, 50), goal(rounds, 99.9, 100));
    }

    private static Goal goal(List<List<Double>> rounds, double percentile, double millis) {
        String name = percentile == Math.rint(percentile) ? "%.0f" : "%s";
        return Goal.atMost(
                "lateness " + LOADED + ", p" + name.formatted(percentile),
                Unit.MILLIS,
                millis,
                Spread.of(rounds.stream().flatMap(List::stream).toList()).percentile(percentile),
                rounds.stream().map(round -> Spread.of(round).percentile(percentile)).toList());
    }

    private List<String> how() {
        return List.of(
                "In each round %,d timers of a system ring one after the other within %d seconds"
                                .formatted(effort.due(), effort.span().toSeconds())
                        + " (%,d in all rounds), %,d more are armed; on Quartz a twelfth of them, at"
                                .formatted(effort.due() * effort.rounds(), effort.checkingIn())
                        + " the same rate. The wait runs from the due instant until the alarm is"
                        + " durable: for the desk the commit of the turn that raised it, which is"
                        + " the row of the incident with everything that follows from it; for its"
                        + " peers the commit of one row that the fired timer writes. Clients check"
                        + " in as fast as they are answered.");
    }
}
