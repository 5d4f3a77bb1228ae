-- Single-use codes with which somebody joins the team. Sealed under the watch key: label (for whom
-- it was made). The code itself is kept only as a keyed hash. A code without a maker is a founder's.

CREATE TABLE invitation (
    id INTEGER PRIMARY KEY,
    code_hash BLOB NOT NULL UNIQUE,
    label BLOB NOT NULL,
    made_at INTEGER NOT NULL,
    made_by INTEGER REFERENCES person (id),
    ends_at INTEGER NOT NULL,
    used_at INTEGER,
    person INTEGER REFERENCES person (id),
    revoked_at INTEGER,
    CHECK ((used_at IS NULL) = (person IS NULL)),
    CHECK (used_at IS NULL OR revoked_at IS NULL)
) STRICT;

CREATE TABLE invitation_role (
    invitation INTEGER NOT NULL REFERENCES invitation (id),
    role TEXT NOT NULL REFERENCES role (id),
    PRIMARY KEY (invitation, role)
) STRICT;
