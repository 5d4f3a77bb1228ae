-- Alarms born of silence and of words: whom an alarm is about, what came from them, and what it
-- takes to end it. Sealed: questions. Kept as keyed hashes only: the answers to them.

-- A drill's own code-name: everything about it is a drill.
ALTER TABLE codename ADD COLUMN twin_of INTEGER;            -- whose twin; none for a real one

ALTER TABLE alarm ADD COLUMN drill INTEGER NOT NULL DEFAULT 0;
ALTER TABLE alarm ADD COLUMN holds_until INTEGER;           -- the one hold for a late word
ALTER TABLE alarm ADD COLUMN under_lead TEXT;               -- since a word that only the lead ends
ALTER TABLE alarm ADD COLUMN lead_answered INTEGER;         -- the lead who answered after that word
ALTER TABLE alarm ADD COLUMN lead_rings_at INTEGER;
ALTER TABLE alarm ADD COLUMN lead_rings INTEGER NOT NULL DEFAULT 0;
ALTER TABLE alarm ADD COLUMN said_before INTEGER NOT NULL DEFAULT 0; -- statements that count no more
ALTER TABLE alarm ADD COLUMN false_alarm INTEGER NOT NULL DEFAULT 0; -- so said whoever ended it

-- Whom an alarm is about.
CREATE TABLE alarm_codename (
    alarm_id     INTEGER NOT NULL REFERENCES alarm (id),
    codename_id  INTEGER NOT NULL REFERENCES codename (id),
    since_at     INTEGER NOT NULL,          -- when the call was heard, the word due, or it came
    joined_at    INTEGER NOT NULL,
    late_word_at INTEGER,                   -- the first word after it was raised
    contact_at   INTEGER,                   -- the last word that proves nothing
    PRIMARY KEY (alarm_id, codename_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX alarm_of_codename ON alarm_codename (codename_id);

INSERT INTO alarm_codename (alarm_id, codename_id, since_at, joined_at)
SELECT id, codename_id, since_at, raised_at FROM alarm WHERE codename_id IS NOT NULL;

-- What has raised or joined an alarm by itself: (watch, generation). The same raises once, ever.
CREATE TABLE silence_key (
    key      TEXT    PRIMARY KEY,
    alarm_id INTEGER NOT NULL REFERENCES alarm (id),
    at       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

ALTER TABLE alarm_log ADD COLUMN codename_id INTEGER;
ALTER TABLE alarm_log ADD COLUMN due_at INTEGER;            -- when the word was due

-- One person may speak for several code-names, and give several right answers. The table is made
-- anew, because a UNIQUE cannot be taken away.
CREATE TABLE statement_made_anew (
    id          INTEGER PRIMARY KEY,
    alarm_id    INTEGER NOT NULL REFERENCES alarm (id),
    person_id   INTEGER NOT NULL,
    codename_id INTEGER,                    -- about whom; nobody named where it is none
    how         TEXT    NOT NULL,
    proof       INTEGER NOT NULL DEFAULT 0, -- a question was answered rightly
    text        BLOB    NOT NULL,           -- sealed
    said_at     INTEGER NOT NULL
) STRICT;

INSERT INTO statement_made_anew (id, alarm_id, person_id, codename_id, how, text, said_at)
SELECT s.id, s.alarm_id, s.person_id, a.codename_id, s.how, s.text, s.said_at
FROM alarm_statement s JOIN alarm a ON a.id = s.alarm_id;

DROP TABLE alarm_statement;
ALTER TABLE statement_made_anew RENAME TO alarm_statement;

CREATE INDEX statement_of_alarm ON alarm_statement (alarm_id);

-- Proof-of-life questions: what only this person can answer.
CREATE TABLE proof_question (
    id          INTEGER PRIMARY KEY,
    codename_id INTEGER NOT NULL REFERENCES codename (id),
    nth         INTEGER NOT NULL,           -- from 1 to 4
    question    BLOB    NOT NULL,           -- sealed
    answer_hash BLOB    NOT NULL,           -- keyed
    set_at      INTEGER NOT NULL,
    UNIQUE (codename_id, nth)
) STRICT;

-- A question that was asked in an alarm is not asked again in it.
CREATE TABLE proof_asked (
    alarm_id    INTEGER NOT NULL REFERENCES alarm (id),
    question_id INTEGER NOT NULL,           -- may have gone since
    codename_id INTEGER NOT NULL,
    person_id   INTEGER NOT NULL,           -- who asked
    was_right   INTEGER NOT NULL,
    asked_at    INTEGER NOT NULL,
    PRIMARY KEY (alarm_id, question_id)
) STRICT, WITHOUT ROWID;
