-- The desk or watcher that watches this desk, and that a desk is watched by it. One row at most.
-- Sealed (BLOB, bound to table, column and row): what it is called, where it is, how it is reached,
-- its public key, the number it gave us. Clear: of which sort it is, times, counts.

CREATE TABLE partner (
    id           INTEGER PRIMARY KEY CHECK (id = 1),
    kind         TEXT    NOT NULL CHECK (kind IN ('desk', 'watcher')),
    name         BLOB    NOT NULL,
    address      BLOB    NOT NULL,
    proxy        BLOB    NOT NULL,
    trust        BLOB    NOT NULL,
    their_key    BLOB    NOT NULL,
    channel      INTEGER REFERENCES channel (id),   -- none for a watcher: nobody is rung for one
    number       BLOB    NOT NULL,
    language     TEXT    NOT NULL,
    heard_count  INTEGER NOT NULL DEFAULT 0,        -- of the last heartbeat that counted
    heard_at     INTEGER,
    rung_at      INTEGER,                           -- that this silence rang
    rings        INTEGER NOT NULL DEFAULT 0,        -- how often their number was rung for it
    seen_at      INTEGER,                           -- somebody said that they know
    taken_at     INTEGER                            -- when a heartbeat of ours was last taken
) STRICT;
