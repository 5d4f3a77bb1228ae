package org.watchword.desk.delivery;

import java.time.Instant;
import java.util.List;

/// What the page shows of messages that are told by hand.
public final class PaperView {
    /// All that wait, oldest first.
    public record All(List<ToTell> waiting) {}

    /// One to be told.
    ///
    /// @param address how to find the person; empty when it was taken away meanwhile
    public record ToTell(
            long id, String who, String address, String subject, String text, Instant since) {}

    private PaperView() {}
}
