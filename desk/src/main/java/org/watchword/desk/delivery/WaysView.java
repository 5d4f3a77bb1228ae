package org.watchword.desk.delivery;

import java.util.List;

/// The strip of the board that says whether every channel is alive.
public final class WaysView {
    /// All of them, in the team's order.
    ///
    /// @param path where channels are mended; empty when the caller may not
    public record Ways(List<Way> ways, String path) {}

    /// One channel.
    ///
    /// @param state what people read, never by colour alone
    /// @param late whether it needs somebody
    /// @param path where its waiting messages are; empty when there is no such page
    public record Way(String label, String state, boolean late, String path) {}

    private WaysView() {}
}
