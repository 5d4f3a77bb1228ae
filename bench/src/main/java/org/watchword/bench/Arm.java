package org.watchword.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.watchword.bench.keeper.Directories;
import org.watchword.bench.keeper.FilledDesk;
import org.watchword.bench.keeper.Ground;
import org.watchword.bench.keeper.HeldDesk;
import org.watchword.bench.keeper.Keeper;
import org.watchword.bench.keeper.Peer;
import org.watchword.bench.keeper.Timers;

/// How many watches one desk holds in a gigabyte, and how many each system arms in a second.
final class Arm {
    private static final int CLIENTS = 8;

    /// Windows of a check-in: to arm is more.
    private static final int WINDOWS = 4;

    private static final double HEAP_MEGABYTES = 1024;
    private static final double MEGABYTE = 1024 * 1024;
    private static final String ARMED = "armed in a second, 8 clients";

    private final Ground ground;
    private final Effort effort;

    Arm(Ground ground, Effort effort) {
        this.ground = ground;
        this.effort = effort;
    }

    Findings measure() {
        var tally = new Tally();
        for (int i = 0; i < effort.rounds(); i++) {
            heap(tally);
            for (Peer peer : Peer.values()) {
                if (peer != Peer.DOOR && ground.has(peer)) {
                    arm(peer, tally);
                }
            }
        }
        List<Double> heap = tally.rounds(held(), Peer.DESK.title());
        return new Findings(
                how(),
                tally.figures(),
                List.of(
                        Goal.atMost(
                                held(),
                                Unit.MEGABYTES,
                                HEAP_MEGABYTES,
                                Spread.of(heap).median(),
                                heap)),
                Missing.peers(ground));
    }

    private String held() {
        return "heap in use with %,d watches armed".formatted(effort.many());
    }

    private void heap(Tally tally) {
        Path own = ground.fresh("held");
        Path data = own.resolve("data");
        FilledDesk filled = ground.desk(Recover.size(ground, effort));
        filled.copyTo(data, Timers.far(effort.many(), 0));
        double megabytes = HeldDesk.heap(data) / MEGABYTE;
        tally.add(held(), Peer.DESK.title(), Unit.MEGABYTES, megabytes, List.of());
        Directories.remove(own);
    }

    private void arm(Peer peer, Tally tally) {
        var timers = Timers.far(effort.checkingIn(), effort.armed() - effort.checkingIn());
        try (Keeper keeper = peer.open(ground, timers)) {
            var next = new AtomicInteger(timers.all());
            var load =
                    new Load(
                            keeper.threads(),
                            () -> _ -> keeper.arm(next.getAndIncrement()),
                            timers.all());
            var seen = load.closed(CLIENTS, effort.warmUp(), effort.window().multipliedBy(WINDOWS));
            tally.add(ARMED, peer.title(), Unit.PER_SECOND, seen.perSecond(), seen.waits());
        }
    }

    private List<String> how() {
        return List.of(
                "Heap: a desk in a process of its own with `-Xmx1g` opens a directory with %,d"
                                .formatted(effort.many())
                        + " armed watches and starts; what is in use after a full"
                        + " collection counts. What"
                        + " peers keep of their timers lies in the database alone.",
                "Armed in a second: each client arms one timer after the other, on a system that"
                        + " holds %,d already. At the desk that is what a person does: a watch is"
                                .formatted(effort.armed())
                        + " planned, looked at and armed, in two turns of the writer, and its log"
                        + " written; for peers it is one new timer: `schedule`, `scheduleJob`, one"
                        + " INSERT, one append.");
    }
}
