package org.watchword.story.simulation;

/// How long the desk was up in all: what it promises within a time it cannot do while it is down.
final class Uptime {
    private final SimulatedClock clock;
    private long before;
    private long since;
    private boolean up;

    Uptime(SimulatedClock clock) {
        this.clock = clock;
    }

    void up() {
        up = true;
        since = clock.millis();
    }

    void down() {
        before += up ? clock.millis() - since : 0;
        up = false;
    }

    boolean isUp() {
        return up;
    }

    long since() {
        return since;
    }

    long millis() {
        return before + (up ? clock.millis() - since : 0);
    }
}
