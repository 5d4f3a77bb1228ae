package org.watchword.bench;

import java.util.List;

/// Waits of one kind, in milliseconds, sorted. A percentile is a wait that really happened: the
/// smallest one that at least so many of a hundred do not exceed.
record Spread(List<Double> sorted) {
    static Spread of(List<Double> millis) {
        if (millis.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        return new Spread(millis.stream().sorted().toList());
    }

    double percentile(double of) {
        int rank = (int) Math.ceil(of / 100 * sorted.size());
        return sorted.get(Math.max(1, rank) - 1);
    }

    double median() {
        return percentile(50);
    }

    double least() {
        return sorted.getFirst();
    }

    double most() {
        return sorted.getLast();
    }
}
