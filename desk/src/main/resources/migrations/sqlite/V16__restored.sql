-- Cards that came out of a backup: their words may have been burned since it was made. Nobody knows
-- until somebody decides.
ALTER TABLE card ADD COLUMN restored_at INTEGER;
