-- A drill ends by itself. Clear: when.

ALTER TABLE alarm ADD COLUMN drill_ends_at INTEGER;         -- none for an alarm that is no drill

-- One that rings while the desk is renewed: half an hour after it began.
UPDATE alarm SET drill_ends_at = raised_at + 1800000 WHERE drill = 1 AND state <> 'closed';
