-- Timers that were planted for something sealed. Clear: when each rings, which ladder, with which of
-- a few neutral sentences, and which alarm it became. What it is for stands in no row: the id is
-- random.

CREATE TABLE timer (
    id        BLOB    NOT NULL,
    at        INTEGER NOT NULL,                  -- on the wall clock
    no_later  INTEGER NOT NULL,                  -- the same on a clock that nobody sets back
    ladder_id INTEGER NOT NULL,                  -- may have gone since
    text      TEXT    NOT NULL CHECK (text IN ('due', 'near', 'look')),
    alarm_id  INTEGER REFERENCES alarm (id),     -- none until it rang
    PRIMARY KEY (id, at)
) STRICT, WITHOUT ROWID;

CREATE INDEX timer_to_come ON timer (at) WHERE alarm_id IS NULL;
CREATE INDEX timer_of_alarm ON timer (alarm_id) WHERE alarm_id IS NOT NULL;

-- What a timer is for. Sealed under the watch key (bound to table, column and row): which entry of
-- which case.
CREATE TABLE reminder (
    number   INTEGER PRIMARY KEY,
    timer_id BLOB    NOT NULL UNIQUE,
    lies     BLOB    NOT NULL
) STRICT;
