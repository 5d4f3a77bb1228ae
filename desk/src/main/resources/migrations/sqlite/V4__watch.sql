-- The watch: code-names, ladders, alarms and what was said.
-- Sealed (BLOB, bound to table, column and row): names, plan cards, labels, texts. Clear: ids,
-- times, states, keyed hashes, roles, counts.

CREATE TABLE ladder (
    id          INTEGER PRIMARY KEY,
    label       BLOB    NOT NULL,           -- sealed
    is_default  INTEGER NOT NULL DEFAULT 0, -- the one that rings when nothing else is named
    made_at     INTEGER NOT NULL
) STRICT;

CREATE TABLE ladder_step (
    ladder_id    INTEGER NOT NULL REFERENCES ladder (id),
    position     INTEGER NOT NULL,          -- from 0
    wait_seconds INTEGER NOT NULL,
    all_must     INTEGER NOT NULL,          -- every target must answer
    PRIMARY KEY (ladder_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE step_target (
    ladder_id INTEGER NOT NULL,
    position  INTEGER NOT NULL,
    nth       INTEGER NOT NULL,
    role_id   TEXT,                         -- exactly one of the two
    person_id INTEGER,
    PRIMARY KEY (ladder_id, position, nth),
    FOREIGN KEY (ladder_id, position) REFERENCES ladder_step (ladder_id, position),
    CHECK ((role_id IS NULL) <> (person_id IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE step_channel (
    ladder_id  INTEGER NOT NULL,
    position   INTEGER NOT NULL,
    nth        INTEGER NOT NULL,
    channel_id INTEGER NOT NULL,
    PRIMARY KEY (ladder_id, position, nth),
    FOREIGN KEY (ladder_id, position) REFERENCES ladder_step (ladder_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE codename (
    id        INTEGER PRIMARY KEY,
    name      BLOB    NOT NULL,             -- sealed
    name_hash BLOB    NOT NULL UNIQUE,      -- keyed, over the name in one spelling
    plan      BLOB,                         -- sealed, the plan card
    ladder_id INTEGER REFERENCES ladder (id),
    made_at   INTEGER NOT NULL,
    retired_at INTEGER
) STRICT;

CREATE TABLE alarm (
    id            INTEGER PRIMARY KEY,
    kind          TEXT    NOT NULL,
    codename_id   INTEGER REFERENCES codename (id),
    ladder_id     INTEGER NOT NULL,         -- may have gone since
    since_at      INTEGER NOT NULL,         -- when the call was heard
    raised_at     INTEGER NOT NULL,
    raiser_id     INTEGER,
    cause_key     TEXT,                     -- which trouble of the desk, as the key of a sentence
    cause_gaps    BLOB,                     -- sealed
    state         TEXT    NOT NULL,         -- climbing, held, closed
    step          INTEGER NOT NULL,         -- from 0
    round         INTEGER NOT NULL,         -- from 1
    reached       INTEGER NOT NULL,         -- highest step that ever began, -1 before the first
    step_ends_at  INTEGER,                  -- while climbing
    reaches_nobody INTEGER NOT NULL DEFAULT 0,
    join_due_at   INTEGER,
    generation    INTEGER NOT NULL,
    timer_kind    TEXT,                     -- of this generation; none once closed
    due_at        INTEGER,
    touched_at    INTEGER NOT NULL,
    closed_at     INTEGER
) STRICT;

CREATE INDEX alarm_open ON alarm (state) WHERE state <> 'closed';
CREATE INDEX alarm_closed ON alarm (closed_at) WHERE closed_at IS NOT NULL;

-- How one person stands to one alarm.
CREATE TABLE alarm_person (
    alarm_id        INTEGER NOT NULL REFERENCES alarm (id),
    person_id       INTEGER NOT NULL,
    ring_generation INTEGER,
    ring_step       INTEGER,
    ring_round      INTEGER,
    ring_at         INTEGER,
    ring_tried      TEXT,                   -- numbers of addresses, with commas
    answer_how      TEXT,                   -- raising, session
    answered_at     INTEGER,
    lapses_at       INTEGER,
    duties          TEXT,                   -- role:…, person:…, with commas
    passing_to      INTEGER,
    PRIMARY KEY (alarm_id, person_id)
) STRICT, WITHOUT ROWID;

-- Every ring there ever was; its message is found by its key in the outbox.
CREATE TABLE alarm_ring (
    alarm_id   INTEGER NOT NULL REFERENCES alarm (id),
    generation INTEGER NOT NULL,
    person_id  INTEGER NOT NULL,
    address_id INTEGER NOT NULL,
    channel_id INTEGER NOT NULL,
    step       INTEGER NOT NULL,
    round      INTEGER NOT NULL,
    rung_at    INTEGER NOT NULL,
    again      INTEGER NOT NULL,
    PRIMARY KEY (alarm_id, generation, person_id, address_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE call (
    id        INTEGER PRIMARY KEY,
    alarm_id  INTEGER NOT NULL REFERENCES alarm (id),
    logged_by INTEGER NOT NULL,
    logged_at INTEGER NOT NULL
) STRICT;

CREATE INDEX call_of_alarm ON call (alarm_id);

-- A field of a call as somebody saved it. Nothing is overwritten; the newest counts.
CREATE TABLE call_field (
    id       INTEGER PRIMARY KEY,
    call_id  INTEGER NOT NULL REFERENCES call (id),
    field    TEXT    NOT NULL,              -- who, words, sounds, call-back, where, heard-at
    text     BLOB    NOT NULL,              -- sealed
    saved_by INTEGER NOT NULL,
    saved_at INTEGER NOT NULL
) STRICT;

CREATE INDEX field_of_call ON call_field (call_id);

CREATE TABLE alarm_statement (
    id        INTEGER PRIMARY KEY,
    alarm_id  INTEGER NOT NULL REFERENCES alarm (id),
    person_id INTEGER NOT NULL,
    how       TEXT    NOT NULL,
    text      BLOB    NOT NULL,             -- sealed
    said_at   INTEGER NOT NULL,
    UNIQUE (alarm_id, person_id)
) STRICT;

CREATE TABLE alarm_log (
    id         INTEGER PRIMARY KEY,
    alarm_id   INTEGER NOT NULL REFERENCES alarm (id),
    at         INTEGER NOT NULL,
    kind       TEXT    NOT NULL,
    person_id  INTEGER,
    other_id   INTEGER,
    channel_id INTEGER,
    step       INTEGER NOT NULL,            -- from 0; -1 where none is meant
    round      INTEGER NOT NULL,
    seconds    INTEGER NOT NULL,
    text       BLOB                         -- sealed
) STRICT;

CREATE INDEX log_of_alarm ON alarm_log (alarm_id);

-- The number of a form that raised: the same form sent twice raises once.
CREATE TABLE raise_key (
    key       TEXT    PRIMARY KEY,
    alarm_id  INTEGER NOT NULL REFERENCES alarm (id),
    call_id   INTEGER,
    raised_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What the desk told the officers without waking anybody.
CREATE TABLE told (
    id      INTEGER PRIMARY KEY,
    key     TEXT    NOT NULL,
    gaps    BLOB    NOT NULL,               -- sealed
    told_at INTEGER NOT NULL
) STRICT;
