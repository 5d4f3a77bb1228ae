package org.watchword.desk.delivery;

import java.time.Instant;
import java.util.List;

/// What is shown of words that came in and that nobody recognised.
public final class HeardView {
    /// All that nobody has read yet, the newest first; on the board only the first few.
    ///
    /// @param count how many there are
    public record All(List<Heard> heard, int count) {}

    /// One of them.
    ///
    /// @param from whom it seems to come from, in words: a claim, not a proof
    /// @param notes what of it was not kept
    public record Heard(long id, String from, String text, Instant at, List<String> notes) {}

    private HeardView() {}
}
