-- Silent watches: when somebody must be heard, and what follows when nobody is.
-- Sealed (BLOB, bound to table, column and row): labels, schedules with their zone, reasons of a
-- pause. Clear: ids, times, states, counts.

CREATE TABLE watch (
    id               INTEGER PRIMARY KEY,
    label            BLOB    NOT NULL,      -- sealed
    schedule         BLOB    NOT NULL,      -- sealed: zone and times
    ladder_id        INTEGER,               -- its own; may have gone since
    reminder_seconds INTEGER NOT NULL,      -- before a due time
    grace_seconds    INTEGER NOT NULL,      -- after it
    anyone           INTEGER NOT NULL,      -- one word counts for all
    drill            INTEGER NOT NULL,
    state            TEXT    NOT NULL,      -- draft, armed, paused, ended
    edition          INTEGER NOT NULL,      -- another one after whatever a person did to it
    mark_at          INTEGER,               -- the due time before, or when it was armed
    due_at           INTEGER,               -- while armed: for which a word is awaited
    paused_until     INTEGER,
    generation       INTEGER NOT NULL,
    timer_kind       TEXT,                  -- remind, silence, resume
    timer_at         INTEGER,
    set_back_millis  INTEGER NOT NULL DEFAULT 0, -- by which that timer comes earlier
    touched_at       INTEGER NOT NULL,      -- when that timer was armed
    made_at          INTEGER NOT NULL,
    ended_at         INTEGER
) STRICT;

-- All that a start reads: a million timers without their rows.
CREATE INDEX watch_timer ON watch (timer_at, id, generation, touched_at)
    WHERE timer_at IS NOT NULL;
CREATE INDEX watch_state ON watch (state, drill);

-- Whom a watch is about, and how each was heard: one row each, for the due time that is awaited.
CREATE TABLE watch_codename (
    watch_id     INTEGER NOT NULL REFERENCES watch (id),
    codename_id  INTEGER NOT NULL REFERENCES codename (id),
    heard_at     INTEGER,                   -- last
    heard_for    INTEGER,                   -- for which due time it counted
    missed_since INTEGER,                   -- the due time after which nothing was heard any more
    PRIMARY KEY (watch_id, codename_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX watch_of_codename ON watch_codename (codename_id);

-- Every alarm for silence is named by its watch and generation: a second one is impossible.
CREATE TABLE watch_firing (
    watch_id   INTEGER NOT NULL REFERENCES watch (id),
    generation INTEGER NOT NULL,
    due_at     INTEGER NOT NULL,
    overdue_at INTEGER NOT NULL,
    fired_at   INTEGER NOT NULL,
    counts     INTEGER NOT NULL,            -- towards "many silent"
    many_key   TEXT,                        -- of the incident that it belongs to
    alarm_id   INTEGER NOT NULL,
    PRIMARY KEY (watch_id, generation)
) STRICT, WITHOUT ROWID;

CREATE INDEX firing_by_time ON watch_firing (fired_at);

CREATE TABLE watch_log (
    id        INTEGER PRIMARY KEY,
    watch_id  INTEGER NOT NULL REFERENCES watch (id),
    at        INTEGER NOT NULL,
    kind      TEXT    NOT NULL,
    person_id INTEGER,                      -- nobody: the desk by itself
    other_id  INTEGER,                      -- the second person of a pause
    until_at  INTEGER,                      -- the end of a pause; when a silence should have rung
    text      BLOB                          -- sealed
) STRICT;

CREATE INDEX log_of_watch ON watch_log (watch_id);
