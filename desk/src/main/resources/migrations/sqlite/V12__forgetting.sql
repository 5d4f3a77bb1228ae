-- What the desk forgets, and since when it hears.
-- BLOBs are sealed for (table, column, id) or are keyed hashes.

-- Since when the desk listens at a place, such as one mailbox: what lay there before is not for it.
CREATE TABLE hearing (
    channel    INTEGER NOT NULL REFERENCES channel (id),
    place_hash BLOB    NOT NULL,
    since_at   INTEGER NOT NULL,
    PRIMARY KEY (channel, place_hash)
) STRICT, WITHOUT ROWID;

-- Whoever listened before this version goes on listening: an update loses nobody's word.
INSERT INTO hearing (channel, place_hash, since_at) SELECT id, x'', 0 FROM channel;

CREATE INDEX inbound_by_time ON inbound (channel, received_at);
