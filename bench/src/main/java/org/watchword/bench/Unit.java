package org.watchword.bench;

/// In what a figure is told.
enum Unit {
    MILLIS("ms"),
    CPU_MICROS("µs of CPU"),
    CPU_MILLIS("ms of CPU"),
    CPU_SECONDS("s of CPU"),
    SECONDS("s"),
    /// The 99th of a hundred waits of a round.
    P99_MILLIS("ms (p99)"),
    PER_SECOND("per second"),
    MEGABYTES("MiB"),
    MEGABYTES_PER_SECOND("MB/s"),
    TIMES("times");

    private final String word;

    Unit(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
