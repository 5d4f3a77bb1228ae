package org.watchword.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.watchword.bench.RingStory.Barrage;
import org.watchword.bench.keeper.Ground;
import org.watchword.bench.keeper.Peer;

/// From the press to the first message at a gateway.
final class Ring {
    private static final double FIRST_MILLIS = 2_000;
    private static final double NEXT_MILLIS = 5_000;

    private final Ground ground;
    private final Effort effort;

    Ring(Ground ground, Effort effort) {
        this.ground = ground;
        this.effort = effort;
    }

    Findings measure() throws IOException, InterruptedException {
        var tally = new Tally();
        for (int i = 0; i < effort.rounds(); i++) {
            try (var round = RingRound.open(new RingStory(effort.alarms()), ground.fresh("ring"))) {
                RingRound.Waits waits = round.run();
                for (Barrage barrage : Barrage.values()) {
                    tally.waits(what(barrage), desk(), waits.of(barrage));
                }
            }
        }
        return new Findings(
                List.of(
                        "A desk that has just started, in a process of its own; %d alarms are"
                                        .formatted(effort.alarms())
                                + " raised at once over HTTP from signed-in sessions, four times,"
                                + " each time with another channel hung or refusing."),
                tally.figures(),
                List.of(
                        goal(tally, Barrage.BOTH, FIRST_MILLIS),
                        goal(tally, Barrage.NEXT, NEXT_MILLIS),
                        goal(tally, Barrage.PHONES, FIRST_MILLIS),
                        goal(tally, Barrage.REFUSED, NEXT_MILLIS)),
                List.of("peers: nobody publishes this figure, and none of the peers sends"));
    }

    private static String desk() {
        return Peer.DESK.title();
    }

    private static String what(Barrage barrage) {
        return switch (barrage) {
            case BOTH -> "raise → first message at a gateway; two mail servers, one hung";
            case NEXT -> "raise → next channel; the first mail server refuses (part of the wait)";
            case PHONES -> "raise → first message at a gateway; SMS, Telegram and mail, SMS hung";
            case REFUSED -> "raise → next channel; the SMS gateway refuses (part of the wait)";
        };
    }

    private static Goal goal(Tally tally, Barrage barrage, double millis) {
        String what = what(barrage);
        return Goal.atMost(
                what + ", p99",
                Unit.MILLIS,
                millis,
                Spread.of(new ArrayList<>(tally.waits(what, desk()))).percentile(99),
                tally.rounds(what, desk()));
    }
}
