-- How far the time of a photo may be from the day of its meeting, and from where on supervisors are shown its place.
CREATE TABLE photo_policy (
    policy_code text PRIMARY KEY,
    valid_from  date NOT NULL UNIQUE,
    days_around int  NOT NULL CHECK (days_around BETWEEN 0 AND 14),
    far_metres  int  NOT NULL CHECK (far_metres BETWEEN 100 AND 100000),
    legal_basis text NOT NULL CHECK (legal_basis <> '')
);
INSERT INTO photo_policy (policy_code, valid_from, days_around, far_metres, legal_basis) VALUES
    ('PHOTOS-2026', '2018-01-01', 1, 2000, 'choice: no legal text names these numbers (unconfirmed)');
CREATE TRIGGER photo_policy_versions BEFORE INSERT OR UPDATE OR DELETE ON photo_policy
    FOR EACH ROW EXECUTE FUNCTION require_policy_version('MEETING_PHOTOS');

-- A photo of a meeting. Its bytes are an object outside the database; the hash is that of the bytes that were sent.
CREATE TABLE meeting_photo (
    id              uuid        PRIMARY KEY,
    meeting_id      uuid        NOT NULL REFERENCES meeting,
    object_key      text        NOT NULL UNIQUE,
    content_type    text        NOT NULL CHECK (content_type IN ('image/jpeg', 'image/png')),
    bytes           int         NOT NULL CHECK (bytes > 0),
    sha256          text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    latitude_e6     bigint      NOT NULL CHECK (latitude_e6 BETWEEN -11500000 AND 6500000),
    longitude_e6    bigint      NOT NULL CHECK (longitude_e6 BETWEEN 94500000 AND 141500000),
    position_source text        NOT NULL CHECK (position_source IN ('EXIF', 'GIVEN')),
    taken_at        timestamp   NOT NULL,
    recorded_at     timestamptz NOT NULL,
    recorded_by     text        NOT NULL,
    superseded_at   timestamptz,
    superseded_by   text,
    reason          text,
    removed_at      timestamptz,
    CHECK ((superseded_at IS NULL) = (superseded_by IS NULL)),
    CHECK ((superseded_at IS NULL) = (reason IS NULL)),
    CHECK (removed_at IS NULL OR superseded_at IS NOT NULL)
);
CREATE UNIQUE INDEX meeting_photo_once ON meeting_photo (meeting_id, sha256) WHERE superseded_at IS NULL;
CREATE INDEX meeting_photo_hash ON meeting_photo (sha256);
CREATE INDEX meeting_photo_recorded ON meeting_photo (recorded_at);
CREATE INDEX meeting_photo_superseded ON meeting_photo (superseded_at) WHERE superseded_at IS NOT NULL AND removed_at IS NULL;
