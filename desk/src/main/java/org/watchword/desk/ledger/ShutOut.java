package org.watchword.desk.ledger;

/// Why somebody does not come into a compartment.
public enum ShutOut {
    /// Nobody founded the organisation yet.
    NOT_FOUNDED,
    /// The membership chain does not verify: nothing can be said about who reads where.
    CHAIN_BROKEN,
    /// There is no such compartment.
    NO_COMPARTMENT,
    /// The chain does not know these keys, or they are in force no longer; shut out, too.
    NOT_IN_FORCE,
    /// Does not read there, or no longer.
    NOT_A_MEMBER,
    /// A member, whom no other gave the key of this epoch yet: they do at their next sign-in.
    KEY_NOT_GIVEN,
    /// What stands in the place of the key is another, or was changed: somebody wrote in the rows.
    KEY_SPOILT
}
