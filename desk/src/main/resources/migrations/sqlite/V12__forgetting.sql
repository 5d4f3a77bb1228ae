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

-- How many days the desk keeps what it must not keep for good; the two before hold on for a day
-- where they were longer.
CREATE TABLE retention (
    id                   INTEGER PRIMARY KEY CHECK (id = 1),
    check_in_days        INTEGER NOT NULL,
    text_days            INTEGER NOT NULL,
    check_in_days_before INTEGER NOT NULL,
    text_days_before     INTEGER NOT NULL,
    changed_at           INTEGER NOT NULL,
    changed_by           INTEGER NOT NULL
) STRICT;

-- A closed alarm whose texts are gone, and a message whose text is.
ALTER TABLE alarm ADD COLUMN forgotten_at INTEGER;
CREATE INDEX alarm_remembered ON alarm (closed_at)
    WHERE closed_at IS NOT NULL AND forgotten_at IS NULL;
ALTER TABLE message ADD COLUMN forgotten_at INTEGER;
CREATE INDEX message_remembered ON message (created_at) WHERE forgotten_at IS NULL;

CREATE INDEX inbound_by_age ON inbound (received_at);
CREATE INDEX told_by_age ON told (told_at);
CREATE INDEX raise_key_by_age ON raise_key (raised_at);
CREATE INDEX watch_log_by_age ON watch_log (at) WHERE text IS NOT NULL;

-- What old check-ins become: how many came in a day, and over which way.
CREATE TABLE check_in_day (
    day   INTEGER NOT NULL,                 -- since 1970
    way   INTEGER NOT NULL,                 -- number of a channel; 0 for the quiet door
    count INTEGER NOT NULL,
    PRIMARY KEY (day, way)
) STRICT, WITHOUT ROWID;

CREATE INDEX check_in_by_age ON check_in (kept_at, id) WHERE applied_at > 0;
CREATE INDEX handover_note_by_age ON handover_note (written_at);
