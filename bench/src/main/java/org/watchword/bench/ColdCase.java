package org.watchword.bench;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import org.watchword.desk.ledger.Rehearsal;
import org.watchword.formats.cipher.Octets;
import org.watchword.formats.entry.CaseId;
import org.watchword.formats.entry.CompartmentId;
import org.watchword.formats.membership.CaseCompartment;

/// A process that opens a desk's directory and reads all entries of a compartment, as a desk does
/// for the first who opens a case after a start; with a fourth argument, once it has rehearsed
/// that. It says how many opened, and its seconds of processor and clock, without its own start.
public final class ColdCase {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final int MOST_LOOKS = 60;
    private static final Duration AT_REST = Duration.ofMillis(10);

    private ColdCase() {}

    public static void main(String[] arguments) {
        var place =
                new CaseCompartment(
                        new CaseId(octets(arguments[1])), new CompartmentId(octets(arguments[2])));
        if (arguments.length > 3) {
            Rehearsal.once(new HeldLedger.SystemClock(), new SecureRandom());
        }
        try (var held = new HeldLedger(Path.of(arguments[0]));
                var open = held.entered(place)) {
            rest();
            long begin = System.nanoTime();
            Duration before = used();
            int whole = HeldLedger.readAll(open);
            Duration taken = used().minus(before);
            System.out.printf(
                    "%d %f %f%n", whole, taken.toNanos() / 1e9, (System.nanoTime() - begin) / 1e9);
        }
    }

    private static Octets octets(String hex) {
        return Octets.of(HexFormat.of().parseHex(hex));
    }

    /// Waits until the process does nothing of its own any more: Java compiles on, for what a start
    /// was, when the start is over, and nobody opens a case within a second of it. Half a minute at
    /// most.
    static void rest() {
        Duration before = used();
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            try {
                Thread.sleep(LOOK_EVERY);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            Duration now = used();
            if (now.minus(before).compareTo(AT_REST) <= 0) {
                return;
            }
            before = now;
        }
    }

    static Duration used() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }
}
