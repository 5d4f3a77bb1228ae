-- Who is on duty when. All clear: numbers, times, role ids. A shift holds from its start up to, not
-- including, its end.
CREATE TABLE shift (
    id INTEGER PRIMARY KEY,
    role TEXT NOT NULL REFERENCES role (id),
    person INTEGER NOT NULL REFERENCES person (id),
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL CHECK (ends_at > starts_at),
    taken_over INTEGER NOT NULL CHECK (taken_over IN (0, 1))
) STRICT;

CREATE INDEX shift_by_end ON shift (role, ends_at);
