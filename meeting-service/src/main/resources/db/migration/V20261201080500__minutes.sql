-- What a meeting was like, as the ministry's form asks for it. Each version is whole, and the latest stands. A speaker is
-- a function and an institution, and no name.
CREATE TABLE meeting_minutes (
    meeting_id    uuid        NOT NULL REFERENCES meeting,
    revision      int         NOT NULL CHECK (revision > 0),
    title         text        CHECK (length(title) <= 100),
    category      text,
    starts_at     time,
    ends_at       time,
    place         text,
    process       text        NOT NULL,
    material      text        NOT NULL,
    participation text        NOT NULL,
    result        text        NOT NULL,
    obstacles     text        NOT NULL,
    recorded_at   timestamptz NOT NULL,
    recorded_by   text        NOT NULL,
    PRIMARY KEY (meeting_id, revision),
    CHECK (ends_at > starts_at),
    CHECK (length(process) + length(material) + length(participation) + length(result) + length(obstacles) <= 1000)
);
CREATE TRIGGER meeting_minutes_append_only BEFORE UPDATE OR DELETE ON meeting_minutes
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE meeting_speaker (
    meeting_id  uuid NOT NULL,
    revision    int  NOT NULL,
    position    int  NOT NULL CHECK (position > 0),
    function    text NOT NULL CHECK (function <> ''),
    institution text NOT NULL CHECK (institution <> ''),
    PRIMARY KEY (meeting_id, revision, position),
    FOREIGN KEY (meeting_id, revision) REFERENCES meeting_minutes
);
CREATE TRIGGER meeting_speaker_append_only BEFORE UPDATE OR DELETE ON meeting_speaker
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
