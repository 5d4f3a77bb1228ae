package org.watchword.formats.membership;

import java.util.Set;
import org.watchword.formats.slot.Address;

/// A compartment as it stands.
///
/// @param epoch its number
/// @param address of the epoch: what is sealed to it, members read
/// @param members those who are shut out, too
/// @param isRekeyPending somebody ceased to be a member and still has the key of this epoch
public record Compartment(
        long epoch, Address address, Set<AccountNumber> members, boolean isRekeyPending) {
    public Compartment {
        members = Set.copyOf(members);
    }
}
