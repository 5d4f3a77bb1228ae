-- From when on a word counts follows from the plan alone, not from when the watch was armed or when
-- the time before was missed.
ALTER TABLE watch DROP COLUMN mark_at;
