-- On which days and at which hours meetings, sessions and visits are planned. With months_ahead = 0 the machine plans nothing: the days of
-- a whole country are not chosen by a migration, but by two people.
CREATE TABLE plan_policy (
    policy_code   text PRIMARY KEY,
    valid_from    date NOT NULL UNIQUE,
    months_ahead  int  NOT NULL CHECK (months_ahead BETWEEN 0 AND 6),
    meeting_day   int  CHECK (meeting_day BETWEEN 1 AND 28),
    meeting_week  int  CHECK (meeting_week BETWEEN 1 AND 4),
    meeting_weekday int CHECK (meeting_weekday BETWEEN 1 AND 7),
    p2k2_day      int  CHECK (p2k2_day BETWEEN 1 AND 28),
    p2k2_week     int  CHECK (p2k2_week BETWEEN 1 AND 4),
    p2k2_weekday  int  CHECK (p2k2_weekday BETWEEN 1 AND 7),
    visit_month   int  NOT NULL CHECK (visit_month BETWEEN 1 AND 3),
    visit_day     int  CHECK (visit_day BETWEEN 1 AND 28),
    visit_week    int  CHECK (visit_week BETWEEN 1 AND 4),
    visit_weekday int  CHECK (visit_weekday BETWEEN 1 AND 7),
    report_day    int  NOT NULL CHECK (report_day BETWEEN 1 AND 28),
    first_hour    int  NOT NULL CHECK (first_hour BETWEEN 6 AND 16),
    hours_each    int  NOT NULL CHECK (hours_each BETWEEN 1 AND 4),
    a_day         int  NOT NULL CHECK (a_day BETWEEN 1 AND 6),
    invite_days   int  NOT NULL CHECK (invite_days BETWEEN 1 AND 28),
    remind_days   int  NOT NULL CHECK (remind_days BETWEEN 0 AND 27),
    legal_basis   text NOT NULL CHECK (legal_basis <> ''),
    CHECK ((meeting_day IS NULL) = (meeting_week IS NOT NULL AND meeting_weekday IS NOT NULL)),
    CHECK ((p2k2_day IS NULL) = (p2k2_week IS NOT NULL AND p2k2_weekday IS NOT NULL)),
    CHECK ((visit_day IS NULL) = (visit_week IS NOT NULL AND visit_weekday IS NOT NULL)),
    CHECK (first_hour + hours_each * a_day <= 20),
    CHECK (remind_days < invite_days)
);
INSERT INTO plan_policy (policy_code, valid_from, months_ahead, meeting_week, meeting_weekday, p2k2_week, p2k2_weekday, visit_month, visit_week,
                         visit_weekday, report_day, first_hour, hours_each, a_day, invite_days, remind_days, legal_basis) VALUES
    ('PLAN-2026', '2018-01-01', 0, 1, 2, 3, 2, 2, 2, 4, 3, 9, 2, 3, 7, 2,
     'choice: nothing is planned by the machine until two people choose the days; no legal text names them (unconfirmed)');
CREATE TRIGGER plan_policy_versions BEFORE INSERT OR UPDATE OR DELETE ON plan_policy
    FOR EACH ROW EXECUTE FUNCTION require_policy_version('PLAN_CALENDAR');

-- Something that is planned. Whose it is follows from its village and day. What is planned stays on record when it is cancelled or past.
CREATE TABLE plan_item (
    id               uuid    PRIMARY KEY,
    kind             text    NOT NULL CHECK (kind IN ('GROUP_MEETING', 'P2K2', 'WITHDRAWAL_DAY', 'SCHOOL_VISIT', 'CLINIC_VISIT',
                                                      'HOME_VISIT', 'REPORT_DAY')),
    village_code     text    NOT NULL,
    group_id         uuid    REFERENCES kpm_group,
    school_id        text,
    kpm_id           uuid,
    purpose          text,
    period           date    NOT NULL CHECK (extract(day FROM period) = 1),
    planned_for      date    NOT NULL,
    starts_at        time    NOT NULL,
    place            text    CHECK (length(place) <= 200),
    session_code     text    CHECK (kind = 'P2K2' OR session_code IS NULL),
    version          int     NOT NULL CHECK (version > 0),
    cancelled        boolean NOT NULL DEFAULT false,
    done_on          date,
    done_by          text,
    invited_version  int,
    reminded_version int,
    CHECK ((group_id IS NOT NULL) = (kind IN ('GROUP_MEETING', 'P2K2', 'WITHDRAWAL_DAY'))),
    CHECK ((school_id IS NOT NULL) = (kind = 'SCHOOL_VISIT')),
    CHECK ((kpm_id IS NOT NULL) = (kind = 'HOME_VISIT')),
    CHECK ((purpose IS NOT NULL) = (kind = 'HOME_VISIT')),
    CHECK ((done_on IS NULL) = (done_by IS NULL)),
    CHECK (done_on IS NULL OR kind NOT IN ('GROUP_MEETING', 'P2K2')),
    CHECK (planned_for >= period),
    CHECK (planned_for < period + CASE WHEN kind IN ('SCHOOL_VISIT', 'CLINIC_VISIT') THEN interval '3 months' ELSE interval '1 month' END),
    CHECK (kind NOT IN ('SCHOOL_VISIT', 'CLINIC_VISIT') OR extract(month FROM period) IN (1, 4, 7, 10))
);
-- The machine plans each thing once a period, however often it looks.
CREATE UNIQUE INDEX plan_item_once ON plan_item (village_code, kind, group_id, school_id, period) NULLS NOT DISTINCT
    WHERE kind NOT IN ('HOME_VISIT', 'WITHDRAWAL_DAY');
-- Nothing is planned on top of itself.
CREATE UNIQUE INDEX plan_item_group_hour ON plan_item (group_id, planned_for, starts_at) WHERE group_id IS NOT NULL AND NOT cancelled;
CREATE UNIQUE INDEX plan_item_family_day ON plan_item (kpm_id, planned_for) WHERE kpm_id IS NOT NULL AND NOT cancelled;
CREATE INDEX plan_item_day ON plan_item (planned_for, id);
CREATE INDEX plan_item_village ON plan_item (village_code text_pattern_ops, planned_for);

-- What was planned, and when: the first plan and each change of it.
CREATE TABLE plan_item_version (
    item_id     uuid        NOT NULL REFERENCES plan_item,
    version     int         NOT NULL CHECK (version > 0),
    planned_for date        NOT NULL,
    starts_at   time        NOT NULL,
    place       text,
    cancelled   boolean     NOT NULL,
    reason      text        CHECK ((reason IS NULL) = (version = 1)),
    recorded_at timestamptz NOT NULL,
    recorded_by text        NOT NULL,
    PRIMARY KEY (item_id, version)
);
CREATE TRIGGER plan_item_version_append_only BEFORE UPDATE OR DELETE ON plan_item_version
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The days on which the plan was made ahead, one job each, whichever instance was first.
CREATE TABLE plan_run (
    run_on date PRIMARY KEY,
    job_id uuid NOT NULL
);
