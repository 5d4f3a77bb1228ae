-- The rota, whole: weekly shifts, stand-ins, swaps, hand-over notes, shift sheets; and when a
-- channel failed. Sealed: the text of a note. Everything else is clear: numbers, times, role ids.

-- A shift that comes again every so many weeks, in the desk's zone. It is kept as it was planned;
-- when it holds is computed each time. Days and minutes are those of the clock on the wall.
CREATE TABLE weekly_shift (
    id INTEGER PRIMARY KEY,
    role TEXT NOT NULL REFERENCES role (id),
    person INTEGER NOT NULL REFERENCES person (id),
    days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 127), -- bits, from Monday
    every_weeks INTEGER NOT NULL CHECK (every_weeks >= 1),
    from_minute INTEGER NOT NULL,
    to_minute INTEGER NOT NULL,
    days_later INTEGER NOT NULL,                          -- the end, after the day of the start
    first_day INTEGER NOT NULL,                           -- since 1970
    last_day INTEGER,
    planned_at INTEGER NOT NULL,
    stopped_at INTEGER
) STRICT;

CREATE INDEX weekly_shift_by_role ON weekly_shift (role);

-- Somebody comes instead of somebody else, wherever that one is planned in this time.
CREATE TABLE stand_in (
    id INTEGER PRIMARY KEY,
    role TEXT NOT NULL REFERENCES role (id),
    person INTEGER NOT NULL REFERENCES person (id),
    instead_of INTEGER NOT NULL REFERENCES person (id),
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL CHECK (ends_at > starts_at),
    swap INTEGER,                                         -- the swap that it came of
    made_by INTEGER NOT NULL,
    made_at INTEGER NOT NULL
) STRICT;

CREATE INDEX stand_in_by_end ON stand_in (role, ends_at);

-- One asks, the other accepts. Until then nothing is changed. What the asker takes in return may
-- be nothing.
CREATE TABLE shift_swap (
    id INTEGER PRIMARY KEY,
    role TEXT NOT NULL REFERENCES role (id),
    asker INTEGER NOT NULL REFERENCES person (id),
    other INTEGER NOT NULL REFERENCES person (id),
    gives_from INTEGER NOT NULL,
    gives_to INTEGER NOT NULL,
    takes_from INTEGER,
    takes_to INTEGER,
    state TEXT NOT NULL CHECK (state IN ('asked', 'accepted', 'declined', 'withdrawn')),
    asked_at INTEGER NOT NULL,
    settled_at INTEGER,
    CHECK ((takes_from IS NULL) = (takes_to IS NULL))
) STRICT;

CREATE INDEX shift_swap_asked ON shift_swap (state) WHERE state = 'asked';

CREATE TABLE handover_note (
    id INTEGER PRIMARY KEY,
    role TEXT NOT NULL REFERENCES role (id),
    author INTEGER NOT NULL REFERENCES person (id),
    text BLOB NOT NULL,                                   -- sealed
    written_at INTEGER NOT NULL
) STRICT;

CREATE INDEX handover_note_by_role ON handover_note (role, id);

-- Every printed sheet has a number, so that a lost one is noticed.
CREATE TABLE shift_sheet (
    id INTEGER PRIMARY KEY,
    made_by INTEGER NOT NULL REFERENCES person (id),
    made_at INTEGER NOT NULL
) STRICT;

-- When a channel began to fail and when it was back.
CREATE TABLE channel_outage (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL REFERENCES channel (id),
    started_at INTEGER NOT NULL,
    ended_at INTEGER
) STRICT;

CREATE INDEX channel_outage_open ON channel_outage (channel) WHERE ended_at IS NULL;
CREATE INDEX channel_outage_by_start ON channel_outage (started_at);
