package org.watchword.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.watchword.bench.RingStory.Barrage;
import org.watchword.bench.keeper.Ground;
import org.watchword.bench.keeper.Peer;
import org.watchword.story.visit.Visitor;

/// What strangers who try passphrases without a pause cost those who are at work.
final class Flood {
    private static final double FIRST_MILLIS = 2_000;
    private static final double PAGE_MILLIS = 1_000;

    private static final String CALM = "nobody tries";
    private static final String FLOODED = "while strangers try";
    private static final String TRIES = "passphrases that strangers tried";

    private final Ground ground;
    private final Effort effort;
    private final Tally tally = new Tally();

    Flood(Ground ground, Effort effort) {
        this.ground = ground;
        this.effort = effort;
    }

    Findings measure() throws IOException, InterruptedException {
        for (int i = 0; i < effort.rounds(); i++) {
            try (var round =
                    RingRound.open(new RingStory(effort.alarms()), ground.fresh("flood"))) {
                at(CALM, round, Barrage.BOTH);
                try (var strangers = new Strangers(effort.strangers(), round)) {
                    at(FLOODED, round, Barrage.PHONES);
                    tally.add(TRIES, desk(), Unit.PER_SECOND, strangers.perSecond(), List.of());
                }
            }
        }
        return new Findings(
                List.of(
                        "A desk that has just started, in a process of its own. %d strangers type a"
                                        .formatted(effort.strangers())
                                + " name that nobody has and a passphrase, and the next ones as"
                                + " soon as they are answered; strangers and desk share the"
                                + " machine. Meanwhile an officer looks at the board, %d alarms"
                                        .formatted(effort.alarms())
                                + " are raised at once, and somebody signs in."),
                tally.figures(),
                List.of(goal(ring(FLOODED), FIRST_MILLIS), goal(board(FLOODED), PAGE_MILLIS)),
                List.of("peers: none of them has people who sign in"));
    }

    private void at(String when, RingRound round, Barrage barrage) throws InterruptedException {
        Visitor officer = round.officer();
        List<Double> pages = new ArrayList<>();
        for (int i = 0; i < effort.pages(); i++) {
            pages.add(millis(() -> officer.open("/")));
        }
        tally.waits(board(when), desk(), pages);
        tally.waits(ring(when), desk(), round.undisturbed(barrage));
        Visitor another = round.onDuty();
        tally.add(
                "the officer on duty signs in, %s".formatted(when),
                desk(),
                Unit.MILLIS,
                millis(() -> signedIn(another)),
                List.of());
    }

    private static void signedIn(Visitor visitor) {
        String path = visitor.signIn().path();
        if (path.equals("/sign-in")) {
            throw new IllegalStateException("the officer on duty was not let in");
        }
    }

    private static double millis(Runnable visit) {
        long began = System.nanoTime();
        visit.run();
        return (System.nanoTime() - began) / 1e6;
    }

    private static String board(String when) {
        return "the board is shown, %s".formatted(when);
    }

    private static String ring(String when) {
        return "raise → first message at a gateway, %s".formatted(when);
    }

    private static String desk() {
        return Peer.DESK.title();
    }

    private Goal goal(String what, double millis) {
        return Goal.atMost(
                what + ", p99",
                Unit.MILLIS,
                millis,
                Spread.of(new ArrayList<>(tally.waits(what, desk()))).percentile(99),
                tally.rounds(what, desk()));
    }
}
