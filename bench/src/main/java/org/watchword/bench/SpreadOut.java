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

    /// At the same rate peers ring for so much shorter, Quartz, which falls behind at once, for
    /// shorter still: twenty minutes are enough for everything.
    private static final int PEER_PART = 4;

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
                    tally.waits(IDLE, peer.title(), late(peer, 0));
                    tally.waits(LOADED, peer.title(), late(peer, CLIENTS));
                }
            }
        }
        return new Findings(how(), tally.figures(), goals(tally), Missing.peers(ground));
    }

    private List<Double> late(Peer peer, int clients) {
        Duration apart = effort.span().dividedBy(effort.due());
        int due = Math.max(1, effort.due() / part(peer));
        return new RingsOnTime(ground, effort.checkingIn(), due, apart).measure(peer, clients);
    }

    private static int part(Peer peer) {
        return switch (peer) {
            case DESK, DOOR -> 1;
            case QUARTZ -> QUARTZ_PART;
            case DB_SCHEDULER, DB_SCHEDULER_SQLITE, PLAIN_TABLE, RAW_LOG -> PEER_PART;
        };
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
                "In each round %,d watches of the desk ring one after the other within %d seconds"
                                .formatted(effort.due(), effort.span().toSeconds())
                        + " (%,d in all rounds), and %,d more are armed. Peers ring at the"
                                .formatted(effort.due() * effort.rounds(), effort.checkingIn())
                        + " same rate for a quarter of the time, Quartz for a twelfth."
                        + " The wait runs from the"
                        + " due instant until the alarm is durable: for the desk the commit of the"
                        + " turn that raised it, with everything that follows from it; for its"
                        + " peers the commit of one row that the fired timer writes. Clients check"
                        + " in as fast as they are answered.");
    }
}
