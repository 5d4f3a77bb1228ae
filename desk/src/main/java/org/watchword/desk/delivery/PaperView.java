package org.watchword.desk.delivery;

import java.time.Instant;
import java.util.List;

/// What the page shows of messages that are told by hand.
public final class PaperView {
    /// All that wait, oldest first, and what people answered that the desk made nothing of.
    public record All(List<ToTell> waiting, List<Unknown> unknown) {}

    /// One to be told.
    ///
    /// @param address how to find the person; empty when it was taken away meanwhile
    public record ToTell(
            long id, String who, String address, String subject, String text, Instant since) {}

    /// What came in and nobody recognised.
    ///
    /// @param notes what of it was not kept
    public record Unknown(String who, String text, Instant at, List<String> notes) {}

    private PaperView() {}
}
