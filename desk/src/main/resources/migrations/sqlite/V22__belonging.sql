-- What leads into the membership chain. All of it is sealed under the watch key (bound to table,
-- column and row); clear are the numbers of accounts and rows.

CREATE TABLE known_key (
    account  INTEGER PRIMARY KEY,
    keys     BLOB NOT NULL,                      -- the public keys, as their owner made them known
    on_paper BLOB NOT NULL                       -- which fingerprint that person wrote down, or empty
) STRICT;

-- The founding while not all of those whom it names have signed: no chain yet.
CREATE TABLE founding_statement (
    number    INTEGER PRIMARY KEY,               -- from 0, as in the chain that it becomes
    statement BLOB NOT NULL
) STRICT;

-- What one signed where two must.
CREATE TABLE half_signed (
    id        INTEGER PRIMARY KEY,
    statement BLOB NOT NULL
) STRICT;
