package org.watchword.story.simulation;

import java.util.EnumMap;
import java.util.Map;

/// Where the process will be killed next: anywhere between two things that happen, in the middle of
/// a turn, or while a gateway has a message in its hands.
final class Kills {
    /// Places at which a kill leaves different things half done.
    enum At {
        /// Between any two things.
        MOMENT,
        /// Within a turn: part of it is written, and none of it is kept.
        STATEMENT,
        /// Before the gateway said what became of a message.
        CALL
    }

    private final Map<At, Integer> left = new EnumMap<>(At.class);

    /// The next time but so many that something passes such a place.
    void next(At at, int skipped) {
        left.put(at, skipped);
    }

    /// Something passes such a place.
    boolean now(At at) {
        Integer many = left.get(at);
        if (many == null) {
            return false;
        }
        if (many == 0) {
            left.remove(at);
            return true;
        }
        left.put(at, many - 1);
        return false;
    }
}
