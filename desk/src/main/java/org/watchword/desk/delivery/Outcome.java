package org.watchword.desk.delivery;

import java.time.Instant;

/// What a message came to, as whoever posted it is told.
public sealed interface Outcome {
    /// The gateway took it.
    ///
    /// @param repeat it went out labelled as a repeat
    record Sent(boolean repeat) implements Outcome {}

    /// It is known to have arrived.
    record Delivered() implements Outcome {}

    /// It did not go out, or nobody knows; the outbox tries again by itself.
    ///
    /// @param tries how often it was tried so far, from 1
    record TriedAgain(Reason why, int tries, Instant nextAt) implements Outcome {}

    /// It did not go out and is not tried again.
    record GivenUp(Reason why) implements Outcome {}
}
