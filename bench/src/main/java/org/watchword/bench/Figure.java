package org.watchword.bench;

import java.util.List;
import java.util.Map;

/// What one system reached at one thing.
///
/// @param what in plain words
/// @param rounds one figure for each, sorted
/// @param waits percentiles of single waits over all rounds, in milliseconds; may be empty
record Figure(
        String what, String system, String unit, List<Double> rounds, Map<String, Double> waits) {
    double median() {
        return Spread.of(rounds).median();
    }

    double wait(String percentile) {
        return waits.getOrDefault(percentile, Double.NaN);
    }
}
