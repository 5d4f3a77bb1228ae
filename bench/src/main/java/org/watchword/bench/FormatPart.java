package org.watchword.bench;

import java.io.IOException;
import java.util.Locale;
import org.watchword.bench.keeper.Ground;

/// What can be measured of the formats.
enum FormatPart implements Measurable {
    AGE;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String title() {
        return switch (this) {
            case AGE -> "Age: files sealed and opened";
        };
    }

    @Override
    public Findings measure(Ground ground, Effort effort) throws IOException, InterruptedException {
        return switch (this) {
            case AGE -> new AgeFiles(ground, effort).measure();
        };
    }
}
