-- How people are reached: channels, addresses, what goes out, what comes in.
-- BLOBs are sealed for (table, column, id) or are keyed hashes; all else is listed in
-- docs/threat-model.md as readable. Instants are milliseconds since 1970, UTC.

CREATE TABLE channel (
    id       INTEGER PRIMARY KEY,
    label    BLOB    NOT NULL,
    kind     TEXT    NOT NULL,
    settings BLOB    NOT NULL,
    position INTEGER NOT NULL,
    active   INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

--: a message may outlive its address, whose number must never be another's.
CREATE TABLE address (
    id           INTEGER PRIMARY KEY,
    person       INTEGER NOT NULL,
    channel      INTEGER NOT NULL REFERENCES channel (id),
    address      BLOB    NOT NULL,
    address_hash BLOB    NOT NULL,
    position     INTEGER NOT NULL,
    UNIQUE (person, channel, address_hash)
) STRICT;

CREATE INDEX address_by_person ON address (person, position);
CREATE INDEX address_by_hash ON address (address_hash);

CREATE TABLE message (
    id              INTEGER PRIMARY KEY,
    idempotency_key TEXT    NOT NULL UNIQUE,
    concerning      TEXT    NOT NULL,
    person          INTEGER NOT NULL,
    channel         INTEGER NOT NULL REFERENCES channel (id),
    address         INTEGER NOT NULL,
    language        TEXT    NOT NULL,
    state           TEXT    NOT NULL CHECK (state IN
        ('queued', 'sending', 'sent', 'delivered', 'failed', 'repeat', 'withdrawn')),
    reason          TEXT,
    attempts        INTEGER NOT NULL DEFAULT 0,
    labelled        INTEGER NOT NULL DEFAULT 0 CHECK (labelled IN (0, 1)),
    created_at      INTEGER NOT NULL,
    next_attempt_at INTEGER,
    sent_at         INTEGER,
    settled_at      INTEGER,
    withdrawn_at    INTEGER,
    gateway_hash    BLOB,
    subject         BLOB    NOT NULL,
    text            BLOB    NOT NULL
) STRICT;

CREATE INDEX message_waiting ON message (channel, attempts, id)
    WHERE state IN ('queued', 'repeat');
CREATE INDEX message_sending ON message (id) WHERE state = 'sending';
CREATE INDEX message_by_concern ON message (concerning, person);
CREATE INDEX message_by_person ON message (person, id);
CREATE INDEX message_by_channel ON message (channel, state, id);

CREATE TABLE inbound (
    id           INTEGER PRIMARY KEY,
    channel      INTEGER NOT NULL REFERENCES channel (id),
    person       INTEGER,
    gateway_hash BLOB,
    sender       BLOB,
    sender_hash  BLOB,
    text         BLOB    NOT NULL,
    received_at  INTEGER NOT NULL,
    state        TEXT    NOT NULL CHECK (state IN ('stored', 'recognised', 'unrecognised')),
    settled_at   INTEGER,
    UNIQUE (channel, gateway_hash)
) STRICT;

CREATE INDEX inbound_by_state ON inbound (state, id);

-- The team's own wording; where a row is missing the built-in one holds. The id seals the texts.
CREATE TABLE template (
    id       INTEGER PRIMARY KEY,
    kind     TEXT    NOT NULL,
    language TEXT    NOT NULL,
    subject  BLOB    NOT NULL,
    text     BLOB    NOT NULL,
    UNIQUE (kind, language)
) STRICT;
