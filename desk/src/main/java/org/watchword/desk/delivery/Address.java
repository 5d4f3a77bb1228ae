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
    private static final AddressId IN_NO_TABLE = new AddressId(0);
    private static final PersonId NOBODY_OF_THE_TEAM = new PersonId(0);

    /// Where somebody can be reached who is not of the team. It is kept with each message and
    /// nowhere else in this room.
    public static Address outside(ChannelId channel, String value) {
        return new Address(IN_NO_TABLE, NOBODY_OF_THE_TEAM, channel, 0, value, true, true);
    }

    /// Whether it is {@link #outside} the team.
    public boolean isOutside() {
        return id.equals(IN_NO_TABLE);
    }

    /// Whether a ring may go there.
    public boolean usable() {
        return active && proved;
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
