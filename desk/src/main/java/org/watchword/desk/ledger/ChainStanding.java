package org.watchword.desk.ledger;

import org.watchword.formats.membership.Membership;

/// How the membership chain stands. Only a whole one says who reads where; without it nothing of a
/// case is written or read, and the watch goes on.
public sealed interface ChainStanding {
    /// Nobody founded yet.
    record NotFounded() implements ChainStanding {}

    /// Verified from the founding up to its last statement.
    record Whole(Membership membership) implements ChainStanding {}

    /// It does not verify.
    ///
    /// @param at the number of the statement at which that shows
    record Broken(long at, ChainFault why) implements ChainStanding {}
}
