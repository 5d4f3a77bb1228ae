package org.watchword.desk.ledger;

import org.watchword.formats.membership.Membership;
import org.watchword.formats.membership.MembershipFailure;

/// What came of statements that somebody wanted to stand.
public sealed interface Appended {
    /// They stand, for good.
    record Stands(Membership now) implements Appended {}

    /// None of them does; nothing was changed. After `OVERTAKEN` it can be made anew.
    record Refused(MembershipFailure why) implements Appended {}

    /// There is no chain that could be added to.
    record NoChain(ChainStanding standing) implements Appended {}

    /// Whoever would give the key of the compartment does not come to it himself.
    record NoKey(ShutOut why) implements Appended {}
}
