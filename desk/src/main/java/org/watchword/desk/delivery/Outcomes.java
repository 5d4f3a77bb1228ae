package org.watchword.desk.delivery;

import org.watchword.desk.basis.PersonId;
import org.watchword.desk.store.Turn;

/// Learns what messages came to. Called inside the very turn that stores it, so that both are kept
/// or neither.
@FunctionalInterface
public interface Outcomes {
    void settled(Turn turn, About about, Outcome outcome);

    /// Which message.
    record About(
            String concerning, String key, PersonId person, ChannelId channel, AddressId address) {}
}
