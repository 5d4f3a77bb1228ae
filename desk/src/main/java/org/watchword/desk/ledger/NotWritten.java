package org.watchword.desk.ledger;

/// Why something was not written. Nothing was changed.
public enum NotWritten {
    /// Longer than an entry may be, or with more evidence.
    TOO_MUCH,
    /// Nobody reads there any more.
    NO_READER,
    /// The chain names another key of the desk, or none.
    DESK_NOT_NAMED,
    /// Somebody ceased to be a member and has the key of this epoch: the next one comes first.
    REKEY_DUE,
    /// The compartment went on to other epochs again and again; it can be tried once more.
    OVERTAKEN,
    /// One of those who are to open it together with the desk is not in force.
    NO_HOLDER,
    /// There is no such entry in this compartment.
    NO_SUCH_ENTRY,
    /// It is erased.
    ERASED_ALREADY,
    /// It says that another was erased, and stays.
    SAYS_ERASED,
    /// What was to stand together with it could not be kept any more.
    NOT_TOGETHER,
    /// What was sealed does not open again: this machine computes wrongly.
    DOES_NOT_OPEN
}
