package org.watchword.desk.changes;

import java.time.Instant;

/// What became of a change that was asked for.
public sealed interface Asked {
    /// It counts: the rule has not begun, or somebody else had asked for the very same.
    record Counts() implements Asked {}

    /// It waits for somebody else, at most until then. What was goes on ringing.
    record Waits(Instant until) implements Asked {}

    /// What it was about has gone or changed.
    record Gone() implements Asked {}
}
