-- A group may meet several times a month, once a day, and make up for a session besides. What makes up names the meeting.
ALTER TABLE meeting ADD COLUMN makes_up uuid REFERENCES meeting CHECK (makes_up <> id);
ALTER TABLE meeting DROP CONSTRAINT meeting_group_id_kind_month_key;
ALTER TABLE meeting ADD CONSTRAINT meeting_one_a_day UNIQUE NULLS NOT DISTINCT (group_id, kind, held_on, makes_up);
CREATE INDEX meeting_group_month ON meeting (group_id, month, kind);
CREATE INDEX meeting_makes_up ON meeting (makes_up) WHERE makes_up IS NOT NULL;
