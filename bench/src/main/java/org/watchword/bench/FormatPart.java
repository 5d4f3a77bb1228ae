package org.watchword.bench;

import java.io.IOException;
import java.util.Locale;
import org.watchword.bench.keeper.Ground;

/// What can be measured of the formats.
enum FormatPart implements Measurable {
    AGE,
    ENTRIES,
    PASSPHRASE;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String title() {
        return switch (this) {
            case AGE -> "Age: files sealed and opened";
            case ENTRIES -> "Entries: sealed, opened and verified";
            case PASSPHRASE -> "Passphrase: the cost of one try";
        };
    }

    @Override
    public Findings measure(Ground ground, Effort effort) throws IOException, InterruptedException {
        return switch (this) {
            case AGE -> new AgeFiles(ground, effort).measure();
            case ENTRIES -> new SealedEntries(ground, effort).measure();
            case PASSPHRASE -> new PassphraseTry(effort).measure();
        };
    }
}
