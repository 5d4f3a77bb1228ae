package org.watchword.formats.membership;

/// Why a statement does not stand in the chain. Nothing was changed by it.
public enum MembershipFailure {
    /// A version that this program does not know.
    OTHER_VERSION,
    /// Not in its one spelling, or no statement at all.
    NOT_CANONICAL,
    /// Of another organisation.
    OTHER_ORGANISATION,
    /// Not the founding whose fingerprint is kept on paper.
    OTHER_FOUNDING,
    /// The first must be the founding, and no other can.
    FOUNDING_MISPLACED,
    /// Statements before it are missing.
    GAP,
    /// It stands there already.
    REPLAYED,
    /// It fitted, but another came first: it can be made anew.
    OVERTAKEN,
    /// It follows another past than this one: the chain was forked, or it is of another chain.
    OTHER_BEFORE,
    /// A signature does not hold, or its key is no sound one.
    NOT_SIGNED,
    /// Signed by too few or too many.
    OTHER_NUMBER_OF_SIGNERS,
    /// Signed by a key that the chain does not know.
    UNKNOWN_SIGNER,
    /// Signed by a key in whose place another came.
    KEY_REPLACED,
    /// Signed by somebody who was not confirmed yet.
    SIGNER_NOT_CONFIRMED,
    /// Signed by somebody who is shut out.
    SIGNER_SUSPENDED,
    /// The desk's key does not suffice for this.
    NOT_FOR_THE_DESK,
    /// Not signed by the very key that it brings.
    NOT_BY_ITS_KEY,
    /// Signed by too few who have authority.
    NOT_AUTHORISED,
    /// Signed by the one it is about, where two others must.
    ABOUT_HIMSELF,
    /// Signed by somebody who is not in the compartment, or, to open one, not in the case.
    NOT_A_MEMBER,
    /// The desk makes a next epoch only after somebody ceased to be a member.
    NO_REMOVAL,
    /// A public key that is no sound one.
    UNSOUND_KEY,
    /// A public key that the chain has, or had, already.
    KEY_USED,
    /// About an account that the chain does not know.
    UNKNOWN_ACCOUNT,
    /// A founder who signed, or somebody who is none.
    NO_FOUNDER_TO_SIGN,
    /// Invited already.
    ALREADY_INVITED,
    /// Nobody invited this account, or it was accepted already.
    NOT_INVITED,
    /// Nothing was accepted that could be confirmed.
    NOT_ACCEPTED,
    /// Other keys than were accepted.
    OTHER_KEYS,
    /// About somebody who was not confirmed yet.
    NOT_CONFIRMED,
    /// About somebody who is shut out.
    IS_SUSPENDED,
    /// About somebody who is not shut out.
    NOT_SUSPENDED,
    /// Has authority already.
    ALREADY_AUTHORISED,
    /// Has no authority that could be taken.
    NO_AUTHORITY,
    /// There is such a compartment already.
    COMPARTMENT_THERE,
    /// There is no such compartment.
    NO_COMPARTMENT,
    /// Is in the compartment already.
    ALREADY_THERE,
    /// Is not in the compartment.
    NOT_THERE,
    /// Not the number of the next epoch.
    OTHER_EPOCH
}
