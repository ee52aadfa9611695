-- The areas in which the sender of a file may act, '*' for the whole country. Null for files of before and for files that no
-- user sent: apart from the sender, only a caller with all areas sees them.
ALTER TABLE received_file ADD COLUMN sender_areas text[] CHECK (cardinality(sender_areas) > 0);
