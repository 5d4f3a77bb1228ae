package org.watchword.bench;

import java.util.ArrayList;
import java.util.List;
import org.watchword.bench.keeper.Ground;
import org.watchword.bench.keeper.Keeper;
import org.watchword.bench.keeper.Peer;
import org.watchword.bench.keeper.Timers;

/// How many check-ins a second each system answers after it made them durable.
final class CheckIn {
    private static final int QUARTZ_CLIENTS = 8;
    private static final int PER_SECOND = 1_000;
    static final String OPEN = "open loop, 1,000 a second";
    private static final String APPLIED = "answered → all of it understood, after ";

    private final Ground ground;
    private final Effort effort;

    CheckIn(Ground ground, Effort effort) {
        this.ground = ground;
        this.effort = effort;
    }

    Findings measure() {
        new CheckIn(ground, effort.warmingUp()).round(new Tally());
        var tally = new Tally();
        for (int i = 0; i < effort.rounds(); i++) {
            round(tally);
        }
        return new Findings(how(), tally.figures(), goals(tally), Missing.peers(ground));
    }

    private void round(Tally tally) {
        for (Peer peer : Peer.values()) {
            if (ground.has(peer)) {
                var timers = Timers.far(effort.checkingIn(), effort.armed() - effort.checkingIn());
                try (Keeper keeper = peer.open(ground, timers)) {
                    clients(peer, keeper, tally);
                }
            }
        }
    }

    private void clients(Peer peer, Keeper keeper, Tally tally) {
        var load = Load.on(keeper, effort.checkingIn());
        for (int clients : effort.clients()) {
            if (peer != Peer.QUARTZ || clients == QUARTZ_CLIENTS) {
                var seen = load.closed(clients, effort.warmUp(), effort.window());
                String what = clients(clients);
                tally.add(what, peer.title(), Unit.PER_SECOND, seen.perSecond(), seen.waits());
                long began = System.nanoTime();
                keeper.settle();
                if (peer == Peer.DESK) {
                    double millis = (System.nanoTime() - began) / 1e6;
                    tally.add(APPLIED + what, peer.title(), Unit.MILLIS, millis, List.of());
                }
            }
        }
        if (peer != Peer.QUARTZ) {
            tally.waits(OPEN, peer.title(), load.open(PER_SECOND, effort.window()).waits());
            keeper.settle();
        }
    }

    static String clients(int clients) {
        return clients == 1 ? "1 client" : clients + " clients";
    }

    private static List<Goal> goals(Tally tally) {
        List<Goal> goals = new ArrayList<>();
        goal(tally, 8, 3, goals);
        goal(tally, 64, 10, goals);
        goal(tally, 512, 10, goals);
        return goals;
    }

    private static void goal(Tally tally, int clients, double times, List<Goal> goals) {
        List<Double> ratios =
                tally.ratios(clients(clients), Peer.DESK.title(), Peer.DB_SCHEDULER.title());
        if (!ratios.isEmpty()) {
            String what =
                    "durable check-ins, %s, against %s"
                            .formatted(clients(clients), Peer.DB_SCHEDULER.title());
            goals.add(Goal.times(what, times, ratios));
        }
    }

    private List<String> how() {
        List<String> how = new ArrayList<>();
        how.add(
                "Every system holds %,d armed timers; for %,d of them clients check in, each client"
                                .formatted(effort.armed(), effort.checkingIn())
                        + " for its own. A client checks in again as soon as it was answered; an"
                        + " answer comes after the commit. Each system is opened afresh in each"
                        + " round, one after the other; a shorter round before the first is not"
                        + " counted."
                        + " In the open loop a check-in begins every millisecond whatever became of"
                        + " the ones before, and its wait runs from when it was meant to begin."
                        + " Clients are virtual threads in the same process, on SQLite threads of"
                        + " the machine.");
        for (Peer peer : Peer.values()) {
            how.add("One check-in, %s: %s.".formatted(peer.title(), peer.checkIn()));
        }
        return how;
    }
}
