-- Whoever was never let into case files stands in no chain that could shut him out: his row does.
-- Clear: since when, and who of two said first that it is over.

ALTER TABLE person ADD COLUMN shut_out_at INTEGER;
ALTER TABLE person ADD COLUMN lifted_by INTEGER;
