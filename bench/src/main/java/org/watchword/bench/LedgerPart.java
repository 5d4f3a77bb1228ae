package org.watchword.bench;

import java.io.IOException;
import java.util.Locale;
import org.watchword.bench.keeper.Ground;

/// What can be measured of case files in a store.
enum LedgerPart implements Measurable {
    WRITE,
    OPEN,
    INBOUND,
    REWRAP,
    PAGE;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String title() {
        return switch (this) {
            case WRITE -> "Write: entries sealed, signed and durable";
            case OPEN -> "Open: a whole case";
            case INBOUND -> "Inbound: a case that came from outside";
            case REWRAP -> "Re-wrap: after somebody was removed";
            case PAGE -> "Page: a thousand entries";
        };
    }

    @Override
    public Findings measure(Ground ground, Effort effort) throws IOException, InterruptedException {
        var ledgers = new Ledgers(ground, effort);
        return switch (this) {
            case WRITE -> ledgers.write();
            case OPEN -> ledgers.open();
            case INBOUND -> ledgers.inbound();
            case REWRAP -> ledgers.rewrap();
            case PAGE -> ledgers.page();
        };
    }
}
