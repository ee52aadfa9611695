-- A meeting of a closed month is taken back by two people: one proposes it, and another one confirms the revision that was read.
CREATE TABLE meeting_taking_back (
    id          uuid        PRIMARY KEY,
    meeting_id  uuid        NOT NULL REFERENCES meeting,
    revision    int         NOT NULL CHECK (revision > 0),
    reason      text        NOT NULL CHECK (reason <> ''),
    proposed_at timestamptz NOT NULL,
    proposed_by text        NOT NULL,
    outcome     text        CHECK (outcome IN ('CONFIRMED', 'WITHDRAWN')),
    settled_at  timestamptz,
    settled_by  text,
    CHECK ((outcome IS NULL) = (settled_at IS NULL)),
    CHECK ((outcome IS NULL) = (settled_by IS NULL)),
    CHECK (outcome IS DISTINCT FROM 'CONFIRMED' OR settled_by <> proposed_by)
);
CREATE UNIQUE INDEX meeting_taking_back_open ON meeting_taking_back (meeting_id) WHERE outcome IS NULL;
CREATE INDEX meeting_taking_back_meeting ON meeting_taking_back (meeting_id, id);
