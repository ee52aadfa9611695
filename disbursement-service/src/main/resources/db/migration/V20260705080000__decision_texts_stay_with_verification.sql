-- The reason of a decision is a text that people wrote: verification keeps it, and its events no longer carry it. Nothing
-- in this service reads the copies.
ALTER TABLE sanction_decision DROP COLUMN reason;
