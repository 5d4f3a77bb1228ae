-- Who belongs and who reads where, and what they wrote. Sealed under the watch key (bound to table,
-- column and row): the organisation's number, the fingerprint, the head, every statement, because
-- they name who reads where. Sealed by the members' own keys: the slots and the entries. Keyed
-- hashes: which compartment a row is of, and whose a slot is. Clear: numbers, epochs, sorts of slot.

CREATE TABLE organisation (
    id           INTEGER PRIMARY KEY CHECK (id = 1),
    organisation BLOB    NOT NULL,               -- random, made once
    fingerprint  BLOB    NOT NULL,               -- of the founding; two people have it on paper
    head         BLOB    NOT NULL                -- how many statements there are, and the last one
) STRICT;

CREATE TABLE statement (
    number    INTEGER PRIMARY KEY,               -- from 0, the founding
    statement BLOB NOT NULL
) STRICT;

CREATE TABLE compartment (
    id         INTEGER PRIMARY KEY,
    place_hash BLOB    NOT NULL UNIQUE           -- of case and compartment
) STRICT;

CREATE TABLE epoch_slot (
    compartment INTEGER NOT NULL REFERENCES compartment (id),
    epoch       INTEGER NOT NULL,
    member_hash BLOB    NOT NULL,                -- of the compartment and the account
    slot        BLOB    NOT NULL,                -- the key of the epoch, sealed to that member
    PRIMARY KEY (compartment, epoch, member_hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (
    number      INTEGER PRIMARY KEY,
    compartment INTEGER NOT NULL REFERENCES compartment (id),
    epoch       INTEGER NOT NULL,                -- in which it was written, for good
    erased_by   INTEGER REFERENCES entry (number),
    entry_id    BLOB    NOT NULL UNIQUE,         -- random
    leaf        BLOB    NOT NULL,                -- three hashes, which stay
    sealed      BLOB    NOT NULL                 -- empty once it is erased
) STRICT;

CREATE INDEX entry_of_compartment ON entry (compartment, number);
CREATE INDEX entry_that_erases ON entry (erased_by) WHERE erased_by IS NOT NULL;

CREATE TABLE entry_slot (
    entry       INTEGER PRIMARY KEY REFERENCES entry (number),
    compartment INTEGER NOT NULL REFERENCES compartment (id),
    epoch       INTEGER NOT NULL,                -- whose members open it
    kind        TEXT    NOT NULL CHECK (kind IN ('inbound', 'settled')),
    slot        BLOB    NOT NULL                 -- the entry's data key
) STRICT;

-- What is not settled in the epoch of now is found in this alone.
CREATE INDEX slot_of_compartment ON entry_slot (compartment, entry, epoch, kind);
CREATE INDEX slot_of_epoch ON entry_slot (compartment, epoch);
