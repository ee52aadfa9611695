-- The latest placement of a family that the meeting service decided; an earlier one that arrives later changes nothing.
CREATE TABLE followed_placement (
    kpm_id       uuid        PRIMARY KEY REFERENCES kpm,
    placement_id uuid        NOT NULL,
    decided_at   timestamptz NOT NULL
);
