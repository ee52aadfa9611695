-- One run of closing a month in an area. The checkpoint moves with each chunk, so a crash loses nothing.
CREATE TABLE month_closing (
    id                uuid        PRIMARY KEY,
    month             date        NOT NULL CHECK (extract(day FROM month) = 1),
    area_code         text        NOT NULL,
    phase             text        NOT NULL CHECK (phase IN ('GROUPS', 'DUTY', 'DONE')),
    last_group_id     uuid,
    last_facilitator_id uuid,
    groups_total      int         NOT NULL CHECK (groups_total >= 0),
    groups_closed     int         NOT NULL DEFAULT 0,
    meetings_held     int         NOT NULL DEFAULT 0,
    meetings_not_held int         NOT NULL DEFAULT 0,
    p2k2_held         int         NOT NULL DEFAULT 0,
    facilitators_reviewed int     NOT NULL DEFAULT 0,
    started_at        timestamptz NOT NULL,
    started_by        text        NOT NULL,
    finished_at       timestamptz,
    interruption      text,
    UNIQUE (month, area_code),
    CHECK ((phase = 'DONE') = (finished_at IS NOT NULL))
);

-- The month is closed for a group, once, whichever areas the closings were asked for.
CREATE TABLE group_month (
    group_id       uuid        NOT NULL REFERENCES kpm_group,
    month          date        NOT NULL CHECK (extract(day FROM month) = 1),
    facilitator_id uuid,
    closing_id     uuid        NOT NULL REFERENCES month_closing,
    closed_at      timestamptz NOT NULL,
    PRIMARY KEY (group_id, month)
);
CREATE INDEX group_month_facilitator ON group_month (facilitator_id, month);
CREATE INDEX group_month_closing ON group_month (closing_id, facilitator_id);

-- Who is told how soon: the highest step reached applies. A later policy applies from the months that begin on or after it.
CREATE TABLE facilitator_duty_policy (
    policy_code         text NOT NULL,
    valid_from          date NOT NULL,
    months_running_from int  NOT NULL CHECK (months_running_from > 0),
    level               text NOT NULL CHECK (level IN ('NONE', 'COORDINATOR', 'REGENCY_COORDINATOR')),
    legal_basis         text NOT NULL CHECK (legal_basis <> ''),
    PRIMARY KEY (policy_code, months_running_from),
    UNIQUE (valid_from, months_running_from)
);
INSERT INTO facilitator_duty_policy (policy_code, valid_from, months_running_from, level, legal_basis) VALUES
    ('DUTY-2026', '2018-01-01', 1, 'NONE',                'Permensos 1/2018 art. 50 (P2K2 once a month); default policy LADDER-2026'),
    ('DUTY-2026', '2018-01-01', 2, 'COORDINATOR',         'Permensos 1/2018 art. 50 (P2K2 once a month); default policy LADDER-2026'),
    ('DUTY-2026', '2018-01-01', 3, 'REGENCY_COORDINATOR', 'Permensos 1/2018 art. 50 (P2K2 once a month); default policy LADDER-2026');

-- Version of what is said about a facilitator: the sequence of her events. Locked while her duty is reviewed.
CREATE TABLE facilitator_duty (
    facilitator_id uuid   PRIMARY KEY,
    version        bigint NOT NULL DEFAULT 0
);

-- A month in which a facilitator did not hold what was due. The groups stand in the latest revision; none: it was no lapse.
CREATE TABLE facilitator_lapse (
    id             uuid PRIMARY KEY,
    facilitator_id uuid NOT NULL REFERENCES facilitator_duty,
    month          date NOT NULL CHECK (extract(day FROM month) = 1),
    duty           text NOT NULL CHECK (duty IN ('GROUP_MEETING', 'P2K2')),
    revision       int  NOT NULL CHECK (revision > 0),
    UNIQUE (facilitator_id, month, duty)
);
CREATE INDEX facilitator_lapse_month ON facilitator_lapse (month, id);

CREATE TABLE facilitator_lapse_revision (
    lapse_id    uuid        NOT NULL REFERENCES facilitator_lapse,
    revision    int         NOT NULL CHECK (revision > 0),
    reason      text        NOT NULL,
    policy_code text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (lapse_id, revision)
);
CREATE TRIGGER facilitator_lapse_revision_append_only BEFORE UPDATE OR DELETE ON facilitator_lapse_revision
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE facilitator_lapse_group (
    lapse_id       uuid NOT NULL,
    revision       int  NOT NULL,
    group_id       uuid NOT NULL REFERENCES kpm_group,
    months_running int  NOT NULL CHECK (months_running > 0),
    level          text NOT NULL CHECK (level IN ('NONE', 'COORDINATOR', 'REGENCY_COORDINATOR')),
    PRIMARY KEY (lapse_id, revision, group_id),
    FOREIGN KEY (lapse_id, revision) REFERENCES facilitator_lapse_revision
);
CREATE INDEX facilitator_lapse_group_group ON facilitator_lapse_group (group_id, lapse_id);
CREATE TRIGGER facilitator_lapse_group_append_only BEFORE UPDATE OR DELETE ON facilitator_lapse_group
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A lapse that went on was told to somebody above: once for each facilitator, month, duty and level.
CREATE TABLE facilitator_escalation (
    id                uuid        PRIMARY KEY,
    lapse_id          uuid        NOT NULL REFERENCES facilitator_lapse,
    level             text        NOT NULL CHECK (level IN ('COORDINATOR', 'REGENCY_COORDINATOR')),
    told_in_revision  int         NOT NULL CHECK (told_in_revision > 0),
    escalated_at      timestamptz NOT NULL,
    withdrawn_at      timestamptz,
    withdrawal_reason text,
    UNIQUE (lapse_id, level),
    CHECK ((withdrawn_at IS NULL) = (withdrawal_reason IS NULL))
);
