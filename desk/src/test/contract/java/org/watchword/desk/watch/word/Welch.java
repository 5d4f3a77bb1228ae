package org.watchword.desk.watch.word;

import java.util.Arrays;

/// Welch's t between two sets of measured times: beyond 4.5 they are told apart.
final class Welch {
    private Welch() {}

    static double t(double[] some, double[] others) {
        double gap = mean(some) - mean(others);
        return gap / Math.sqrt(spread(some) / some.length + spread(others) / others.length);
    }

    /// What lies below a limit; the far tail is noise of the machine, in which a small difference
    /// drowns.
    static double[] below(double[] all, double limit) {
        return Arrays.stream(all).filter(one -> one <= limit).toArray();
    }

    private static double mean(double[] all) {
        return Arrays.stream(all).average().orElseThrow();
    }

    private static double spread(double[] all) {
        double mean = mean(all);
        return Arrays.stream(all).map(one -> (one - mean) * (one - mean)).sum()
                / Math.max(1, all.length - 1);
    }
}
