package org.watchword.desk.ledger;

import org.watchword.formats.membership.MembershipFailure;

/// What is wrong with the membership chain as it lies in the rows.
public sealed interface ChainFault {
    /// Rows that do not open, or are missing.
    enum OfRows implements ChainFault {
        /// A row does not open: it was changed or moved, or sealed under another key.
        UNREADABLE,
        /// There are statements, and not what they are rooted in; or that, and no statement.
        NO_ROOT,
        /// Statements at the end are missing, or others stand there than were last kept.
        OTHER_END
    }

    /// A statement that may not stand where it stands.
    record OfStatement(MembershipFailure why) implements ChainFault {}
}
