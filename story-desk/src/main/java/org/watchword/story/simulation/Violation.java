package org.watchword.story.simulation;

/// A promise that was not kept.
///
/// @param promise its name, the same for every violation of its kind
/// @param at when, in milliseconds of the simulation
record Violation(String promise, long at, String sentence) {
    @Override
    public String toString() {
        return promise + " at " + Happening.time(at) + ": " + sentence;
    }
}
