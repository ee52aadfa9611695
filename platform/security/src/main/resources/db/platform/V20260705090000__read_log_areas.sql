-- The area of the person whose fields were read. Entries of before have none: only a caller with all areas reads them.
ALTER TABLE read_log ADD COLUMN area_code text COLLATE "C" CHECK (area_code <> '');

CREATE INDEX read_log_by_area ON read_log (area_code, read_log_id);
CREATE INDEX read_log_by_one_subject ON read_log (subject_id, read_log_id);
DROP INDEX read_log_by_subject;
CREATE INDEX read_log_by_one_reader ON read_log (reader, read_log_id);
DROP INDEX read_log_by_reader;
