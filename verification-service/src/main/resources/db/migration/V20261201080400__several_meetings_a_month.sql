-- A group may meet several times a month: each meeting has a fact that stands. All zeros: a month without a meeting, or a
-- meeting that was recorded before meetings were told apart.
ALTER TABLE meeting_standing ADD COLUMN meeting_id uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000';
ALTER TABLE meeting_standing ALTER COLUMN meeting_id DROP DEFAULT;
ALTER TABLE meeting_standing DROP CONSTRAINT meeting_standing_pkey;
ALTER TABLE meeting_standing ADD PRIMARY KEY (group_id, month, kind, meeting_id);

-- What makes up for a missed meeting is a fact about the month of that meeting.
ALTER TABLE meeting_fact ADD COLUMN meeting_id uuid;
ALTER TABLE meeting_fact ADD COLUMN makes_up uuid;
