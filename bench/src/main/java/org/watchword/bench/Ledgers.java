package org.watchword.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.watchword.bench.keeper.Ground;
import org.watchword.bench.keeper.Program;
import org.watchword.desk.ledger.OpenCompartment;
import org.watchword.desk.ledger.Settled;
import org.watchword.formats.membership.AccountNumber;
import org.watchword.formats.membership.CaseCompartment;

/// Case files in a store: written, opened, settled, moved to another epoch, shown.
final class Ledgers {
    static final String WRITTEN = "sealed, signed, durable entries, 64 writers";
    static final String CPU_EACH = "CPU of each, everything included";
    static final String REHEARSED = "open a case in a process that rehearsed one";
    static final String COLD = "open a case in a process of its own";
    static final String STARTED = "open a case that its reader verified before, after a start";
    static final String AGAIN = "verify it again, code compiled";
    static final String WARM = "open a case that its reader verified before, code compiled";
    static final String INBOUND = "settle a case that all came from outside";
    static final String REWRAP = "move every slot to the next epoch";
    static final String STEP = "the longest piece of it";
    static final String PAGE = "a page of 1,000 entries";
    static final String REMEMBERED = "the same, verified before";
    static final String OURS = "desk";

    private static final int WRITERS = 64;
    private static final int FILLING = 16;
    private static final int PAGES = 100;
    private static final int TIMES_AS_MANY = 10;
    private static final double LEAST_PER_SECOND = 3_000;
    private static final double MOST_CPU_MILLIS = 0.5;
    private static final double MOST_COLD_SECONDS = 2;
    private static final double MOST_WARM_SECONDS = 0.3;
    private static final double MOST_INBOUND_SECONDS = 5;
    private static final double MOST_REWRAP_SECONDS = 60;
    private static final double MOST_PAGE_MILLIS = 100;

    private final Ground ground;
    private final Effort effort;
    private final Tally tally = new Tally();

    Ledgers(Ground ground, Effort effort) {
        this.ground = ground;
        this.effort = effort;
    }

    private static void each(Tally into, String what, Unit unit, double figure) {
        into.add(what, OURS, unit, figure, List.of());
    }

    Findings write() throws InterruptedException {
        for (int i = 0; i <= effort.rounds(); i++) {
            // The first is for the compiler.
            write(i == 0 ? new Tally() : tally);
        }
        List<Double> written = tally.rounds(WRITTEN, OURS);
        return new Findings(
                List.of(
                        ("%d people write entries of %d bytes, each the next one when the last is"
                                        + " durable, into one compartment. CPU is that of the whole"
                                        + " process: signing, sealing, opening once more, the"
                                        + " writer, SQLite.")
                                .formatted(WRITERS, HeldLedger.WORDS)),
                tally.figures(),
                List.of(
                        Goal.atLeast(WRITTEN, Unit.PER_SECOND, LEAST_PER_SECOND, written),
                        most(CPU_EACH, Unit.CPU_MILLIS, MOST_CPU_MILLIS)),
                List.of());
    }

    private void write(Tally into) throws InterruptedException {
        try (var held = new HeldLedger(ground.fresh("write"))) {
            CaseCompartment place = held.founded();
            var count = new AtomicLong();
            long cpu = ColdCase.used().toNanos();
            long begin = System.nanoTime();
            long end = begin + effort.warmUp().plus(effort.window()).toNanos();
            HeldLedger.atOnce(
                    WRITERS,
                    () -> {
                        try (OpenCompartment open = held.entered(place)) {
                            while (System.nanoTime() < end) {
                                HeldLedger.write(open);
                                count.incrementAndGet();
                            }
                        }
                    });
            double seconds = (System.nanoTime() - begin) / 1e9;
            double used = (ColdCase.used().toNanos() - cpu) / 1e6;
            each(into, WRITTEN, Unit.PER_SECOND, count.get() / seconds);
            each(into, CPU_EACH, Unit.CPU_MILLIS, used / count.get());
        }
    }

    Findings open() throws IOException, InterruptedException {
        Path directory = ground.fresh("open");
        CaseCompartment place;
        try (var held = new HeldLedger(directory)) {
            place = held.founded();
            held.fill(place, effort.entries(), FILLING);
        }
        for (int i = 0; i < effort.rounds(); i++) {
            forget(directory);
            alone(COLD, directory, place);
            forget(directory);
            alone(REHEARSED, directory, place, "rehearsed");
            alone(STARTED, directory, place);
        }
        try (var held = new HeldLedger(directory);
                var open = held.entered(place)) {
            for (int i = 0; i <= effort.rounds(); i++) {
                Tally into = i == 0 ? new Tally() : tally;
                held.forgets();
                ColdCase.rest();
                used(into, AGAIN, open);
                held.written();
                ColdCase.rest();
                used(into, WARM, open);
            }
        }
        return new Findings(
                List.of(howOpened()),
                tally.figures(),
                List.of(
                        most(REHEARSED, Unit.CPU_SECONDS, MOST_COLD_SECONDS),
                        most(WARM, Unit.CPU_SECONDS, MOST_WARM_SECONDS)),
                List.of());
    }

    private String howOpened() {
        return """
        %d entries of %d bytes by one author. Cold: a process is started anew on the \
        desk's directory, with the settings of Java that a desk has, rests until it does \
        nothing of its own, and reads page after page, each in two lanes, sealing \
        snapshots of what it verified; counted is the CPU of all its threads from then on, \
        compiling included. Rehearsed: before that it read a case about nobody, as a desk \
        does once somebody opens case files. After a start: cold once more, with the \
        snapshots there. Code compiled: in one process that rests before each, without the \
        snapshots and with them.\
        """
                .formatted(effort.entries(), HeldLedger.WORDS);
    }

    private void used(Tally into, String what, OpenCompartment open) {
        long cpu = ColdCase.used().toNanos();
        all(HeldLedger.readAll(open));
        each(into, what, Unit.CPU_SECONDS, (ColdCase.used().toNanos() - cpu) / 1e9);
    }

    private static void forget(Path directory) {
        try (var held = new HeldLedger(directory)) {
            held.forgets();
        }
    }

    private void all(int opened) {
        if (opened != effort.entries()) {
            throw new IllegalStateException("only " + opened + " opened");
        }
    }

    private void alone(String what, Path directory, CaseCompartment place, String... rehearsed)
            throws IOException, InterruptedException {
        List<String> line = coldCase();
        line.add(directory.toString());
        line.add(place.ofCase().octets().hex());
        line.add(place.compartment().octets().hex());
        line.addAll(List.of(rehearsed));
        Process process = new ProcessBuilder(line).redirectError(Redirect.DISCARD).start();
        String last = "";
        try (var out = process.inputReader()) {
            for (String said = out.readLine(); said != null; said = out.readLine()) {
                last = said;
            }
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException("status " + process.exitValue());
        }
        String[] words = last.split(" ", -1);
        all(Integer.parseInt(words[0]));
        each(tally, what, Unit.CPU_SECONDS, Double.parseDouble(words[1]));
        each(tally, what + ", by the clock", Unit.SECONDS, Double.parseDouble(words[2]));
    }

    /// A Java set as that of a desk.
    private static List<String> coldCase() {
        return new ArrayList<>(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-UsePerfData",
                        "--enable-native-access=ALL-UNNAMED",
                        Program.settingsOfServe(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ColdCase.class.getName()));
    }

    Findings inbound() throws InterruptedException {
        for (int i = 0; i < effort.rounds(); i++) {
            try (var held = new HeldLedger(ground.fresh("inbound"))) {
                CaseCompartment place = held.founded();
                held.fillFromOutside(place, effort.entries(), FILLING);
                each(tally, INBOUND, Unit.SECONDS, settled(held, place, new ArrayList<>()));
            }
        }
        return new Findings(
                List.of(
                        "%d entries that came from outside; a member settles them, step by step."
                                .formatted(effort.entries())),
                tally.figures(),
                List.of(most(INBOUND, Unit.SECONDS, MOST_INBOUND_SECONDS)),
                List.of());
    }

    /// How many seconds it takes.
    private static double settled(HeldLedger held, CaseCompartment place, List<Double> steps) {
        long begin = System.nanoTime();
        try (var settling = held.ledger.compartments().settling(place, held.one)) {
            Settled last = new Settled.More(settling.progress());
            while (last instanceof Settled.More) {
                long before = System.nanoTime();
                last = settling.step();
                steps.add((System.nanoTime() - before) / 1e6);
            }
            if (!(last instanceof Settled.Done)) {
                throw new IllegalStateException(last.toString());
            }
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    Findings rewrap() throws InterruptedException {
        int entries = effort.entries() * TIMES_AS_MANY;
        try (var held = new HeldLedger(ground.fresh("rewrap"))) {
            CaseCompartment place = held.founded();
            held.fill(place, entries, WRITERS);
            for (int i = 0; i < effort.rounds(); i++) {
                var second = new AccountNumber(2);
                HeldLedger.stands(held.ledger.compartments().remove(place, second, held.one));
                List<Double> steps = new ArrayList<>();
                double seconds = settled(held, place, steps);
                tally.add(REWRAP, OURS, Unit.SECONDS, seconds, List.of());
                tally.add(STEP, OURS, Unit.MILLIS, Spread.of(steps).most(), steps);
                HeldLedger.stands(held.ledger.compartments().add(place, second, held.one));
            }
        }
        return new Findings(
                List.of(
                        ("%d entries of a compartment of two; one is removed, the other moves every"
                                        + " slot to the next epoch, 200 in a piece of the writer's"
                                        + " work.")
                                .formatted(entries)),
                tally.figures(),
                List.of(most(REWRAP, Unit.SECONDS, MOST_REWRAP_SECONDS)),
                List.of());
    }

    Findings page() throws InterruptedException {
        int entries = Math.min(effort.entries(), 1_000);
        try (var held = new HeldLedger(ground.fresh("page"))) {
            CaseCompartment place = held.founded();
            held.fill(place, entries, FILLING);
            for (int i = 0; i <= effort.rounds(); i++) {
                List<Double> verified = new ArrayList<>();
                List<Double> remembered = new ArrayList<>();
                for (int nth = 0; nth < PAGES; nth++) {
                    held.forgets();
                    verified.add(waited(held, place, entries));
                    held.written();
                    remembered.add(waited(held, place, entries));
                }
                Tally into = i == 0 ? new Tally() : tally;
                into.waits(PAGE, OURS, verified);
                into.waits(REMEMBERED, OURS, remembered);
            }
        }
        return new Findings(
                List.of(
                        ("One member opens a compartment of %d entries and reads all of them, %d"
                                        + " times a round, each time with keys opened anew: once"
                                        + " without snapshots, which he makes by that, and once"
                                        + " with them.")
                                .formatted(entries, PAGES)),
                tally.figures(),
                List.of(
                        Goal.atMost(
                                PAGE + ", p99",
                                Unit.MILLIS,
                                MOST_PAGE_MILLIS,
                                Spread.of(tally.waits(PAGE, OURS)).percentile(99),
                                tally.rounds(PAGE, OURS))),
                List.of());
    }

    private static double waited(HeldLedger held, CaseCompartment place, int entries) {
        long begin = System.nanoTime();
        try (var open = held.entered(place)) {
            var _ = open.after(0, entries);
        }
        return (System.nanoTime() - begin) / 1e6;
    }

    private Goal most(String what, Unit unit, double goal) {
        List<Double> rounds = tally.rounds(what, OURS);
        return Goal.atMost(what, unit, goal, Spread.of(rounds).median(), rounds);
    }
}
