-- Changes that could silence somebody, until a second person agrees or their time comes.
-- Sealed (BLOB, bound to table, column and row): what is to be changed. Clear: ids, times, states.

CREATE TABLE pending_change (
    id         INTEGER PRIMARY KEY,
    kind       TEXT    NOT NULL,
    what       BLOB    NOT NULL,            -- sealed; cleared once settled
    asked_by   INTEGER NOT NULL,
    asked_at   INTEGER NOT NULL,
    due_at     INTEGER NOT NULL,
    state      TEXT    NOT NULL CHECK (state IN ('waiting', 'done', 'withdrawn', 'lapsed')),
    settled_by INTEGER,                     -- nobody: its time came
    settled_at INTEGER
) STRICT;

CREATE INDEX change_waiting ON pending_change (due_at) WHERE state = 'waiting';

-- One row from the first armed watch on: the rule never ends again.
CREATE TABLE change_rule (
    id       INTEGER PRIMARY KEY CHECK (id = 1),
    begun_at INTEGER NOT NULL
) STRICT;
