package org.watchword.story.simulation;

/// One run of the desk's process, from its start to the kill.
final class Life {
    private boolean over;

    boolean over() {
        return over;
    }

    void end() {
        over = true;
    }

    /// @throws Killed when this life is over
    void check() {
        if (over) {
            throw new Killed();
        }
    }
}
