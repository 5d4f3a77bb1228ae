-- Answers without a session: what came back by a link or a reply, and what it takes to count.
-- Sealed: codes and digits. Kept as keyed hashes only: tokens.

-- A step got its wait once more for an unproven answer; it happens once in the life of an alarm.
ALTER TABLE alarm ADD COLUMN waited_once INTEGER NOT NULL DEFAULT 0;

ALTER TABLE alarm_person ADD COLUMN unproven_by TEXT;       -- link, reply
ALTER TABLE alarm_person ADD COLUMN unproven_at INTEGER;
ALTER TABLE alarm_person ADD COLUMN unproven_until INTEGER;
ALTER TABLE alarm_person ADD COLUMN unproven_lapsed INTEGER NOT NULL DEFAULT 0;

-- The six digits by which one person's reply to one alarm is known; the same in all its messages.
CREATE TABLE answer_code (
    id          INTEGER PRIMARY KEY,
    alarm_id    INTEGER NOT NULL REFERENCES alarm (id),
    person_id   INTEGER NOT NULL,
    code        BLOB    NOT NULL,           -- sealed
    code_hash   BLOB    NOT NULL,           -- keyed
    wrong_codes INTEGER NOT NULL DEFAULT 0, -- from this person, for this alarm
    UNIQUE (alarm_id, person_id)
) STRICT;

CREATE INDEX code_of_answer ON answer_code (code_hash);

-- One link in one message, with the two digits that stand beside it.
CREATE TABLE answer_link (
    id           INTEGER PRIMARY KEY,
    token_hash   BLOB    NOT NULL UNIQUE,   -- keyed, over the token
    alarm_id     INTEGER NOT NULL REFERENCES alarm (id),
    person_id    INTEGER NOT NULL,
    digits       BLOB    NOT NULL,          -- sealed
    language     TEXT    NOT NULL,          -- of its message
    wrong_digits INTEGER NOT NULL DEFAULT 0,
    used_at      INTEGER,
    expires_at   INTEGER NOT NULL
) STRICT;

CREATE INDEX link_expires ON answer_link (expires_at);

-- What was sent back for a reply, so that each is said once.
CREATE TABLE answer_said (
    alarm_id  INTEGER NOT NULL REFERENCES alarm (id),
    person_id INTEGER NOT NULL,
    what      TEXT    NOT NULL,             -- which sentence
    said_at   INTEGER NOT NULL,
    PRIMARY KEY (alarm_id, person_id, what)
) STRICT, WITHOUT ROWID;

-- What unknown callers write from outside was logged by nobody. A column cannot lose its NOT NULL,
-- so both tables are made anew, the child while its parent still stands.
CREATE TABLE call_made_anew (
    id         INTEGER PRIMARY KEY,
    alarm_id   INTEGER NOT NULL REFERENCES alarm (id),
    logged_by  INTEGER,                     -- nobody: it came in over a channel
    channel_id INTEGER,                     -- which one
    sender     BLOB,                        -- sealed; a claim
    logged_at  INTEGER NOT NULL
) STRICT;

INSERT INTO call_made_anew (id, alarm_id, logged_by, logged_at)
SELECT id, alarm_id, logged_by, logged_at FROM call;

CREATE TABLE call_field_made_anew (
    id       INTEGER PRIMARY KEY,
    call_id  INTEGER NOT NULL REFERENCES call_made_anew (id),
    field    TEXT    NOT NULL,              -- who, words, sounds, call-back, where, heard-at
    text     BLOB    NOT NULL,              -- sealed
    saved_by INTEGER,                       -- nobody: it came in over a channel
    saved_at INTEGER NOT NULL
) STRICT;

INSERT INTO call_field_made_anew (id, call_id, field, text, saved_by, saved_at)
SELECT id, call_id, field, text, saved_by, saved_at FROM call_field;

DROP TABLE call_field;
DROP TABLE call;
ALTER TABLE call_made_anew RENAME TO call;
ALTER TABLE call_field_made_anew RENAME TO call_field;

CREATE INDEX call_of_alarm ON call (alarm_id);
CREATE INDEX field_of_call ON call_field (call_id);
