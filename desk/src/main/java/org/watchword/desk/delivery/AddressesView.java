package org.watchword.desk.delivery;

import java.util.List;
import org.watchword.desk.web.Wrong;

/// What the pages show of where a person can be reached.
public final class AddressesView {
    /// One person's addresses and the form for another one.
    ///
    /// @param typed what was typed and could not be kept
    public record Of(
            long person,
            String name,
            List<Shown> addresses,
            List<Choice> channels,
            String typed,
            List<Wrong> wrong) {}

    /// One address.
    ///
    /// @param state what keeps it from being rung; empty when nothing does
    public record Shown(long id, String channel, String address, String state) {}

    /// A channel to choose.
    public record Choice(long id, String label, boolean chosen) {}

    private AddressesView() {}
}
