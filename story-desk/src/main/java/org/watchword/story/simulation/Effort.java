package org.watchword.story.simulation;

import java.time.Duration;
import java.util.Locale;

/// How long the processors worked for so many days, on all threads, the compiler's among them.
record Effort(double days, Duration worked) {
    private static final double DAYS_OF_A_YEAR = 365.25;

    /// What this process has worked until now.
    static Effort of(double days) {
        return new Effort(
                days, ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO));
    }

    @Override
    public String toString() {
        double years = days / DAYS_OF_A_YEAR;
        double minutes = Math.max(1, worked.toMillis()) / 60_000.0;
        return String.format(
                Locale.ROOT,
                "%.1f years in %.1f core-minutes, %.2f in each",
                years,
                minutes,
                years / minutes);
    }
}
