package org.watchword.desk.delivery;

import org.watchword.desk.basis.PersonId;

/// Where a person can be reached on one channel.
///
/// @param position its place in the person's order, from 0
/// @param value the address or number itself; empty when it cannot be read
/// @param proved its owner answered from it; until then nobody is rung there
/// @param active false when the channel is switched off or the address cannot be read
public record Address(
        AddressId id,
        PersonId person,
        ChannelId channel,
        int position,
        String value,
        boolean proved,
        boolean active) {
    /// Whether a ring may go there.
    public boolean usable() {
        return active && proved;
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
