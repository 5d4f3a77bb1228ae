package org.watchword.desk.changes;

import java.time.Instant;
import java.util.List;

/// What the page of waiting changes shows.
public final class ChangesView {
    /// A change that waits.
    ///
    /// @param own asked for by whoever looks: somebody else must agree
    public record One(long id, String says, String by, Instant askedAt, Instant due, boolean own) {}

    public record All(List<One> waiting) {}

    public record Count(int count) {}

    private ChangesView() {}
}
