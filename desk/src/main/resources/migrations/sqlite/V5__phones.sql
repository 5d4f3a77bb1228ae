-- Phones: proof that an address reaches its owner, receipts, limits.
-- BLOBs are sealed for (table, column, id) or are keyed hashes.

-- Whoever was rung before this version is rung after it: an update silences nobody.
ALTER TABLE address ADD COLUMN proved_at INTEGER;
UPDATE address SET proved_at = 0;

-- The code is made from the row and the count, by a key: it is not kept.
ALTER TABLE address ADD COLUMN proof_sent_at INTEGER;
ALTER TABLE address ADD COLUMN proof_sent INTEGER NOT NULL DEFAULT 0;
ALTER TABLE address ADD COLUMN proof_tries INTEGER NOT NULL DEFAULT 0;

-- Whoever does not know his own address on a channel sends a code to it, made from the row.
CREATE TABLE address_request (
    id       INTEGER PRIMARY KEY,
    person   INTEGER NOT NULL,
    channel  INTEGER NOT NULL REFERENCES channel (id),
    asked_at INTEGER NOT NULL,
    tries    INTEGER NOT NULL DEFAULT 0,
    UNIQUE (person, channel)
) STRICT;

-- What waits while the desk is updated waits for nothing else.
ALTER TABLE message ADD COLUMN urgency TEXT NOT NULL DEFAULT 'first'
    CHECK (urgency IN ('first', 'again', 'other'));
ALTER TABLE message ADD COLUMN parts INTEGER NOT NULL DEFAULT 1;
CREATE INDEX message_by_gateway ON message (channel, gateway_hash)
    WHERE gateway_hash IS NOT NULL;
CREATE INDEX message_by_sending ON message (channel, sent_at) WHERE sent_at IS NOT NULL;

-- Receipts that came before the send's own answer was stored.
CREATE TABLE receipt (
    id           INTEGER PRIMARY KEY,
    channel      INTEGER NOT NULL REFERENCES channel (id),
    gateway_hash BLOB    NOT NULL,
    state        TEXT    NOT NULL CHECK (state IN ('arrived', 'lost')),
    received_at  INTEGER NOT NULL,
    UNIQUE (channel, gateway_hash)
) STRICT;

ALTER TABLE inbound ADD COLUMN shortened INTEGER NOT NULL DEFAULT 0
    CHECK (shortened IN (0, 1));
ALTER TABLE inbound ADD COLUMN more INTEGER NOT NULL DEFAULT 0;
-- When somebody read what nobody recognised.
ALTER TABLE inbound ADD COLUMN read_at INTEGER;
CREATE INDEX inbound_unread ON inbound (id) WHERE state = 'unrecognised' AND read_at IS NULL;
CREATE INDEX inbound_by_sender ON inbound (channel, sender_hash, received_at)
    WHERE sender_hash IS NOT NULL;
