-- The people of the team, what their roles allow, what opens for their passphrases, and who is
-- signed in. Sealed under the watch key: label, name. Keyed hashes: *_hash. The slots are sealed to
-- the passphrase of their holder. Everything else is clear: numbers, times, states, role ids.

CREATE TABLE role (
    id TEXT PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE,
    label BLOB NOT NULL,
    capabilities TEXT NOT NULL
) STRICT;

CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    name BLOB NOT NULL,
    name_hash BLOB NOT NULL UNIQUE,
    language TEXT NOT NULL,
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    slots BLOB NOT NULL
) STRICT;

CREATE TABLE person_role (
    person INTEGER NOT NULL REFERENCES person (id),
    role TEXT NOT NULL REFERENCES role (id),
    PRIMARY KEY (person, role)
) STRICT;

CREATE INDEX person_role_by_role ON person_role (role);

-- One row a signed-in device. It holds no key: whoever steals it can sign in nowhere.
CREATE TABLE session (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    cookie_hash BLOB NOT NULL UNIQUE,
    token_hash BLOB NOT NULL UNIQUE,
    token_seed BLOB NOT NULL,
    started_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    deliberate_at INTEGER NOT NULL,
    passphrase_at INTEGER NOT NULL,
    locked INTEGER NOT NULL CHECK (locked IN (0, 1)),
    pin_hash BLOB,
    pin_tries INTEGER NOT NULL
) STRICT;

CREATE INDEX session_by_person ON session (person);

-- How long the next try of a name from a source has to wait. Never a lock.
CREATE TABLE sign_in_delay (
    name_and_source_hash BLOB PRIMARY KEY,
    failures INTEGER NOT NULL,
    last_at INTEGER NOT NULL
) STRICT;
