-- A meeting that was recorded by mistake is taken back while its month is open. It stays on record, with an empty list as its last one, and
-- counts nowhere; the same day can be recorded again.
ALTER TABLE meeting ADD COLUMN taken_back_at timestamptz;
ALTER TABLE meeting ADD COLUMN taken_back_by text;
ALTER TABLE meeting ADD CONSTRAINT meeting_taken_back_by CHECK ((taken_back_at IS NULL) = (taken_back_by IS NULL));
ALTER TABLE meeting DROP CONSTRAINT meeting_one_a_day;
CREATE UNIQUE INDEX meeting_one_a_day ON meeting (group_id, kind, held_on, makes_up) NULLS NOT DISTINCT WHERE taken_back_at IS NULL;
