package org.watchword.bench;

/// A figure to reach, what was measured, and from how many waits.
///
/// @param what in plain words
/// @param goalMillis at most this
/// @param measured all rounds together
/// @param rounds the same percentile of each round alone
record Goal(String what, double percentile, double goalMillis, Spread measured, Spread rounds) {
    double reached() {
        return measured.percentile(percentile);
    }

    /// Held only when no round alone missed it.
    boolean held() {
        return reached() <= goalMillis && rounds.most() <= goalMillis;
    }
}
