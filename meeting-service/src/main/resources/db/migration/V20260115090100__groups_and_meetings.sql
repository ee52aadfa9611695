CREATE TABLE kpm_group (
    id            uuid        PRIMARY KEY,
    code          text        NOT NULL UNIQUE CHECK (code ~ '^[0-9]{2}\.[0-9]{2}\.[0-9]{2}\.[0-9]{4}-[0-9]{2}$'),
    name          text        NOT NULL CHECK (name <> ''),
    village_code  text        NOT NULL,
    meeting_place text        NOT NULL,
    formed_on     date        NOT NULL,
    version       bigint      NOT NULL CHECK (version > 0),
    recorded_at   timestamptz NOT NULL,
    CHECK (starts_with(code, village_code || '-'))
);
CREATE INDEX kpm_group_village ON kpm_group (village_code text_pattern_ops, id);

-- Elections, one row each; the latest stands.
CREATE TABLE group_officers (
    id               uuid        PRIMARY KEY,
    group_id         uuid        NOT NULL REFERENCES kpm_group,
    elected_on       date        NOT NULL,
    chair_kpm_id     uuid        NOT NULL,
    secretary_kpm_id uuid        NOT NULL,
    treasurer_kpm_id uuid        NOT NULL,
    recorded_at      timestamptz NOT NULL,
    recorded_by      text        NOT NULL,
    CHECK (chair_kpm_id <> secretary_kpm_id AND chair_kpm_id <> treasurer_kpm_id
           AND secretary_kpm_id <> treasurer_kpm_id)
);
CREATE INDEX group_officers_group ON group_officers (group_id, elected_on, recorded_at);
CREATE TRIGGER group_officers_append_only BEFORE UPDATE OR DELETE ON group_officers
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- One meeting a group, kind and month; revision names the attendance list that stands.
CREATE TABLE meeting (
    id             uuid        PRIMARY KEY,
    group_id       uuid        NOT NULL REFERENCES kpm_group,
    kind           text        NOT NULL CHECK (kind IN ('GROUP_MEETING', 'P2K2')),
    month          date        NOT NULL CHECK (extract(day FROM month) = 1),
    held_on        date        NOT NULL,
    facilitator_id uuid,
    module         text        CHECK (kind = 'P2K2' OR module IS NULL),
    session        text        CHECK (kind = 'P2K2' OR session IS NULL),
    revision       int         NOT NULL CHECK (revision > 0),
    recorded_at    timestamptz NOT NULL,
    recorded_by    text        NOT NULL,
    UNIQUE (group_id, kind, month),
    CHECK (held_on >= month AND held_on < month + interval '1 month')
);
CREATE INDEX meeting_month ON meeting (month, kind, id);
CREATE INDEX meeting_facilitator ON meeting (facilitator_id, id);

-- What was said about a meeting, and when: the first list and each correction of it.
CREATE TABLE meeting_revision (
    meeting_id     uuid        NOT NULL REFERENCES meeting,
    revision       int         NOT NULL CHECK (revision > 0),
    held_on        date        NOT NULL,
    facilitator_id uuid,
    module         text,
    session        text,
    reason         text        CHECK ((reason IS NULL) = (revision = 1)),
    file_sha256    text,
    recorded_at    timestamptz NOT NULL,
    recorded_by    text        NOT NULL,
    PRIMARY KEY (meeting_id, revision)
);
CREATE TRIGGER meeting_revision_append_only BEFORE UPDATE OR DELETE ON meeting_revision
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The whole list of each revision. Grows by the month; a month that nobody needs any more is dropped as a partition.
CREATE TABLE attendance (
    month      date NOT NULL,
    meeting_id uuid NOT NULL,
    revision   int  NOT NULL,
    kpm_id     uuid NOT NULL,
    mark       text NOT NULL CHECK (mark IN ('PRESENT', 'SICK', 'PERMITTED', 'ABSENT', 'UNMARKED')),
    PRIMARY KEY (month, meeting_id, revision, kpm_id),
    FOREIGN KEY (meeting_id, revision) REFERENCES meeting_revision
) PARTITION BY RANGE (month);
CREATE INDEX attendance_absent ON attendance (month, meeting_id, revision, kpm_id) WHERE mark = 'ABSENT';
CREATE TRIGGER attendance_append_only BEFORE UPDATE OR DELETE ON attendance
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TABLE attendance_default PARTITION OF attendance DEFAULT;
SELECT ensure_month_partitions('attendance', DATE '2025-01-01', 36);

-- Why a meeting was not held, and whose failure that is. A later reading of the law is a later row.
CREATE TABLE not_held_reason (
    code        text NOT NULL,
    valid_from  date NOT NULL,
    attribution text NOT NULL CHECK (attribution IN ('FACILITATOR', 'NOBODY')),
    legal_basis text NOT NULL CHECK (legal_basis <> ''),
    PRIMARY KEY (code, valid_from)
);
INSERT INTO not_held_reason (code, valid_from, attribution, legal_basis) VALUES
    ('NO_SHEET_RECEIVED',       '2018-01-01', 'FACILITATOR', 'Default policy LADDER-2026: a meeting nobody reports is the facilitator''s to explain'),
    ('FACILITATOR_ABSENT',      '2018-01-01', 'FACILITATOR', 'Default policy LADDER-2026: group meeting at least once a month'),
    ('VENUE_UNAVAILABLE',       '2018-01-01', 'FACILITATOR', 'Default policy LADDER-2026: the facilitator arranges another place or day'),
    ('NO_FACILITATOR_ASSIGNED', '2018-01-01', 'NOBODY',      'Default policy LADDER-2026: nobody was appointed to hold it'),
    ('DISASTER',                '2018-01-01', 'NOBODY',      'Default policy LADDER-2026: a disaster area is exempt'),
    ('PUBLIC_EMERGENCY',        '2018-01-01', 'NOBODY',      'Default policy LADDER-2026: a public emergency is exempt');

-- A month without a group meeting. What is said later supersedes what was said before; nothing is taken back.
CREATE TABLE not_held (
    id                 uuid        PRIMARY KEY,
    group_id           uuid        NOT NULL REFERENCES kpm_group,
    month              date        NOT NULL CHECK (extract(day FROM month) = 1),
    facilitator_id     uuid,
    reason             text        NOT NULL,
    attribution        text        NOT NULL CHECK (attribution IN ('FACILITATOR', 'NOBODY')),
    kpm_ids            uuid[]      NOT NULL,
    recorded_at        timestamptz NOT NULL,
    recorded_by        text        NOT NULL,
    superseded_at      timestamptz,
    superseded_by_kind text        CHECK (superseded_by_kind IN ('MEETING', 'NOT_HELD')),
    superseded_by      uuid,
    CHECK ((superseded_at IS NULL) = (superseded_by IS NULL)),
    CHECK ((superseded_at IS NULL) = (superseded_by_kind IS NULL))
);
CREATE UNIQUE INDEX not_held_standing ON not_held (group_id, month) WHERE superseded_at IS NULL;
CREATE INDEX not_held_month ON not_held (month, id);
