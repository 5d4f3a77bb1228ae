package org.watchword.bench;

import java.io.IOException;
import java.util.Locale;
import org.watchword.bench.keeper.Ground;

/// What can be measured of the watch.
enum Part implements Measurable {
    RING,
    FLOOD,
    ARM,
    CHECK_IN,
    SPREAD,
    BURST,
    RECOVER;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String title() {
        return switch (this) {
            case RING -> "Ring: from the press to a gateway";
            case FLOOD -> "Flood: while strangers try passphrases";
            case ARM -> "Arm: how many watches";
            case CHECK_IN -> "Check-in: how many a second";
            case SPREAD -> "Spread: how late, one after the other";
            case BURST -> "Burst: how late, all at one instant";
            case RECOVER -> "Recover: killed and started again";
        };
    }

    @Override
    public Findings measure(Ground ground, Effort effort) throws IOException, InterruptedException {
        return switch (this) {
            case RING -> new Ring(ground, effort).measure();
            case FLOOD -> new Flood(ground, effort).measure();
            case ARM -> new Arm(ground, effort).measure();
            case CHECK_IN -> new CheckIn(ground, effort).measure();
            case SPREAD -> new SpreadOut(ground, effort).measure();
            case BURST -> new AtOnce(ground, effort).measure();
            case RECOVER -> new Recover(ground, effort).measure();
        };
    }
}
