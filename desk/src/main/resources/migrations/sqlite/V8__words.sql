-- Words: cards, check-ins, and where people in hiding can be reached.
-- BLOBs are sealed for (table, column, id) or are keyed hashes; no word is kept but as a hash.

-- A card that was handed out. Its number is its id. Burning takes its words away for good.
CREATE TABLE card (
    id          INTEGER PRIMARY KEY,
    codename_id INTEGER NOT NULL REFERENCES codename (id),
    form_hash   BLOB    NOT NULL UNIQUE,    -- keyed: the form that asked for it makes it once
    sign_hash   BLOB    NOT NULL,           -- keyed, the call-sign
    language    TEXT    NOT NULL,
    list_on     INTEGER NOT NULL CHECK (list_on IN (0, 1)),
    made_by     INTEGER NOT NULL,
    made_at     INTEGER NOT NULL,
    burned_by   INTEGER,
    burned_at   INTEGER
) STRICT;

CREATE UNIQUE INDEX card_live ON card (codename_id) WHERE burned_at IS NULL;
CREATE UNIQUE INDEX card_live_sign ON card (sign_hash) WHERE burned_at IS NULL;
CREATE INDEX card_by_sign ON card (sign_hash);
CREATE INDEX card_of_codename ON card (codename_id, id);

CREATE TABLE card_word (
    card_id   INTEGER NOT NULL REFERENCES card (id),
    kind      TEXT    NOT NULL CHECK (kind IN ('ok', 'listed', 'help', 'duress')),
    nth       INTEGER NOT NULL,
    sieve     BLOB    NOT NULL,             -- keyed, eight bytes, over card and word
    word_hash BLOB    NOT NULL,             -- keyed, over card, kind and word
    used_at   INTEGER,
    PRIMARY KEY (card_id, kind, nth)
) STRICT, WITHOUT ROWID;

-- A word that came, whatever it was: one row of one size, before and after it is understood.
CREATE TABLE check_in (
    id         INTEGER PRIMARY KEY,
    way        INTEGER NOT NULL,            -- number of a channel; 0 for the quiet door
    kept_at    INTEGER NOT NULL,
    said       BLOB    NOT NULL,            -- sealed, always of one length
    about_hash BLOB    NOT NULL,            -- keyed: whose it is; over the row itself until known
    meant      BLOB    NOT NULL,            -- sealed, always of one length
    applied_at INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX check_in_waiting ON check_in (id) WHERE applied_at = 0;
CREATE INDEX check_in_about ON check_in (about_hash, id);
CREATE INDEX check_in_kept ON check_in (kept_at);

-- Words nobody recognised, until somebody has read them.
CREATE TABLE unknown_word (
    check_in_id INTEGER PRIMARY KEY REFERENCES check_in (id) ON DELETE CASCADE,
    came_at     INTEGER NOT NULL,
    read_at     INTEGER
) STRICT;

CREATE INDEX unknown_unread ON unknown_word (check_in_id) WHERE read_at IS NULL;

-- Wrong words of a card within the hour.
CREATE TABLE wrong_word (
    id      INTEGER PRIMARY KEY,
    card_id INTEGER NOT NULL REFERENCES card (id),
    came_at INTEGER NOT NULL
) STRICT;

CREATE INDEX wrong_of_card ON wrong_word (card_id, came_at);

-- Where a code-name can be reached, for reminders and for knowing an address again.
CREATE TABLE contact (
    id           INTEGER PRIMARY KEY,
    codename_id  INTEGER NOT NULL REFERENCES codename (id),
    channel      INTEGER NOT NULL REFERENCES channel (id),
    language     TEXT    NOT NULL,
    address      BLOB    NOT NULL,          -- sealed
    address_hash BLOB    NOT NULL,          -- keyed
    made_at      INTEGER NOT NULL,
    UNIQUE (codename_id, channel, address_hash)
) STRICT;

CREATE INDEX contact_by_address ON contact (channel, address_hash);

-- The team's own neutral texts; where a row is missing the built-in one holds.
CREATE TABLE neutral_text (
    id       INTEGER PRIMARY KEY,
    name     TEXT    NOT NULL,
    language TEXT    NOT NULL,
    text     BLOB    NOT NULL,              -- sealed
    UNIQUE (name, language)
) STRICT;

-- How the quiet door looks.
CREATE TABLE door_look (
    id       INTEGER PRIMARY KEY CHECK (id = 1),
    look     TEXT    NOT NULL,
    language TEXT    NOT NULL
) STRICT;

-- A message to somebody who is not of the team keeps where it goes: he stands in no other table.
ALTER TABLE message ADD COLUMN outside BLOB;        -- sealed
ALTER TABLE message ADD COLUMN outside_hash BLOB;   -- keyed
CREATE INDEX message_outside ON message (channel, outside_hash) WHERE outside_hash IS NOT NULL;
