package org.watchword.desk.ledger;

import org.watchword.desk.vault.Unattended;
import org.watchword.formats.membership.AccountNumber;

/// Who wrote an entry, by the chain: a signature proves the session, not the hand.
public sealed interface WrittenBy {
    /// Somebody who read there in that epoch.
    record Member(AccountNumber account) implements WrittenBy {}

    /// A colleague who did not read there: anybody adds.
    record Colleague(AccountNumber account) implements WrittenBy {}

    /// Written by the desk, unattended.
    record Desk(Unattended what) implements WrittenBy {}
}
