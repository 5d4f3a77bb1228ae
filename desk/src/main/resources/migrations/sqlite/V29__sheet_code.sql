-- A shift sheet bears a code by which one person is shut out, once. The code itself is kept nowhere:
-- the desk makes it of the sheet's number under its own key. Clear: when it was used.

ALTER TABLE shift_sheet ADD COLUMN code_used_at INTEGER;
