-- Entries behind glass, and the emergency envelope of a code-name. Sealed to a holder, and under a
-- key from the watch key: the two halves of an entry's key. Sealed under the watch key (bound to
-- table, column and row): where an envelope lies, why it was opened. Keyed hash: whose halves they
-- are. Clear: that a code-name has an envelope and since when, who opened it in which alarm, when.

CREATE TABLE glass_slot (
    entry       INTEGER NOT NULL REFERENCES entry (number),
    holder_hash BLOB    NOT NULL,                -- of the compartment and the account
    holders     BLOB    NOT NULL,                -- the half that the holder opens
    desks       BLOB    NOT NULL,                -- the half that the desk opens
    used        INTEGER NOT NULL CHECK (used IN (0, 1)), -- it went out: new halves are due
    PRIMARY KEY (entry, holder_hash)
) STRICT, WITHOUT ROWID;

CREATE INDEX glass_of_holder ON glass_slot (holder_hash);

CREATE TABLE envelope (
    codename_id INTEGER PRIMARY KEY REFERENCES codename (id),
    lies        BLOB    NOT NULL,                -- in which case and compartment, as which entry
    filled_at   INTEGER NOT NULL
) STRICT;

-- Somebody asks to open it in an alarm. The first in an alarm opens it by that alone; whoever comes
-- later needs a second person's word.
CREATE TABLE envelope_opening (
    id          INTEGER PRIMARY KEY,
    alarm_id    INTEGER NOT NULL REFERENCES alarm (id),
    codename_id INTEGER NOT NULL REFERENCES codename (id),
    person_id   INTEGER NOT NULL REFERENCES person (id),
    reason      BLOB,                            -- gone when the alarm loses its texts
    asked_at    INTEGER NOT NULL,
    agreed_by   INTEGER REFERENCES person (id),
    agreed_at   INTEGER,
    opened_at   INTEGER,
    closes_at   INTEGER,                         -- until then he sees it again
    shown       INTEGER NOT NULL DEFAULT 0,      -- how often
    CHECK (agreed_by IS NULL OR agreed_by <> person_id),
    CHECK ((agreed_by IS NULL) = (agreed_at IS NULL)),
    CHECK ((opened_at IS NULL) = (closes_at IS NULL))
) STRICT;

CREATE INDEX opening_of_alarm ON envelope_opening (alarm_id, codename_id);

-- Of all that were opened in one alarm without a second person's word there is one.
CREATE UNIQUE INDEX opening_that_was_first ON envelope_opening (alarm_id, codename_id)
    WHERE agreed_by IS NULL AND opened_at IS NOT NULL;
