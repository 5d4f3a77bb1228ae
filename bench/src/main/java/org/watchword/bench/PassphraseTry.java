package org.watchword.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.watchword.formats.cipher.Argon2id;
import org.watchword.formats.cipher.Octets;

/// One try of a passphrase at the least cost, beside the reference implementation of Argon2id.
final class PassphraseTry {
    static final String TRY = "Argon2id, 64 MiB, 3 passes, 1 lane";
    static final String OURS = "formats";
    static final String THEIRS = "the program argon2";

    private static final double MOST_TIMES = 3;
    private static final int WARM_UP = 5;
    private static final String PASSPHRASE = "wind over the river";
    private static final String SALT = "sixteen letters.";

    private final Effort effort;
    private final Tally tally = new Tally();
    private final Argon2Program theirs = new Argon2Program();

    PassphraseTry(Effort effort) {
        this.effort = effort;
    }

    Findings measure() throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            ours();
        }
        for (int i = 0; i < effort.rounds(); i++) {
            long begin = used();
            String hash = ours();
            add(OURS, (used() - begin) / 1e9);
            if (theirs.isHere()) {
                var said = theirs.run(Argon2id.FLOOR, PASSPHRASE, SALT);
                if (!said.hash().equals(hash)) {
                    throw new IllegalStateException("argon2 comes to another key");
                }
                add(THEIRS, said.seconds());
            }
        }
        return new Findings(how(), tally.figures(), goals(), theirs.lacks());
    }

    private static String ours() {
        try (var root = Argon2id.FLOOR.root(bytes(PASSPHRASE), bytes(SALT))) {
            return Octets.of(root.getEncoded()).hex();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static long used() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void add(String who, double seconds) {
        tally.add(TRY, who, Unit.CPU_SECONDS, seconds, List.of());
    }

    private List<Goal> goals() {
        if (!theirs.isHere()) {
            return List.of();
        }
        List<Double> ratios = tally.ratios(TRY, OURS, THEIRS);
        double median = Spread.of(ratios).median();
        return List.of(
                Goal.atMost(
                        TRY + ": times the CPU of the program argon2",
                        Unit.TIMES,
                        MOST_TIMES,
                        median,
                        ratios));
    }

    private List<String> how() {
        return List.of(
                "The CPU of one run; ours in this process once its code is compiled, theirs as the"
                        + " program tells it, without its start. Both come to the same key.");
    }
}
