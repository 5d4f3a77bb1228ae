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
    /// @param unproved its owner has yet to prove it
    public record Shown(
            long id, String kind, String channel, String address, String state, boolean unproved) {}

    /// A channel to choose.
    public record Choice(long id, String label, boolean chosen) {}

    /// The caller's own addresses.
    ///
    /// @param byCode channels to which a code is sent, because nobody knows his address there
    public record Own(List<Shown> addresses, List<ByCode> byCode, String typed, List<Wrong> wrong) {
        /// What the field of an address holds: only the one that was wrong keeps it.
        public String typed(Shown address) {
            return Wrong.at(field(address), wrong).isEmpty() ? "" : typed;
        }

        /// The name of an address's field: there is one on each form of the page.
        public String field(Shown address) {
            return OwnAddressPages.CODE + "-" + address.id();
        }
    }

    /// A channel to which a code is sent.
    ///
    /// @param says what to do with the code; empty until somebody asks for one
    public record ByCode(long channel, String label, String code, String says) {}

    private AddressesView() {}
}
