-- How long a check-in stays open, and how long a code that was shown is accepted.
CREATE TABLE check_in_policy (
    policy_code  text PRIMARY KEY,
    valid_from   date NOT NULL UNIQUE,
    open_minutes int  NOT NULL CHECK (open_minutes BETWEEN 5 AND 240),
    step_seconds int  NOT NULL CHECK (step_seconds BETWEEN 15 AND 120),
    steps_back   int  NOT NULL CHECK (steps_back BETWEEN 0 AND 3),
    legal_basis  text NOT NULL CHECK (legal_basis <> '')
);
INSERT INTO check_in_policy (policy_code, valid_from, open_minutes, step_seconds, steps_back, legal_basis) VALUES
    ('CHECK-IN-2026', '2018-01-01', 60, 30, 1, 'choice: no legal text names these numbers (unconfirmed)');
CREATE TRIGGER check_in_policy_versions BEFORE INSERT OR UPDATE OR DELETE ON check_in_policy
    FOR EACH ROW EXECUTE FUNCTION require_policy_version('CHECK_INS');

-- The time in which families check in to a session of a group. It closes by itself; the policy of its beginning holds.
CREATE TABLE check_in_session (
    id           uuid        PRIMARY KEY,
    group_id     uuid        NOT NULL REFERENCES kpm_group,
    kind         text        NOT NULL CHECK (kind IN ('GROUP_MEETING', 'P2K2')),
    held_on      date        NOT NULL,
    handle       text        NOT NULL UNIQUE CHECK (handle ~ '^[0-9A-HJKMNP-TV-Z]{8}$'),
    secret       text        NOT NULL CHECK (secret ~ '^[0-9a-f]{64}$'),
    step_seconds int         NOT NULL CHECK (step_seconds BETWEEN 15 AND 120),
    steps_back   int         NOT NULL CHECK (steps_back BETWEEN 0 AND 3),
    opened_at    timestamptz NOT NULL,
    opened_by    text        NOT NULL,
    closes_at    timestamptz NOT NULL,
    CHECK (closes_at > opened_at AND closes_at <= opened_at + interval '4 hours'),
    UNIQUE (id, group_id, kind, held_on)
);
CREATE INDEX check_in_session_group ON check_in_session (group_id, kind, held_on, closes_at);
CREATE TRIGGER check_in_session_append_only BEFORE UPDATE OR DELETE ON check_in_session
    FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The card of a family. Only the hash of its code is kept; one card of a family is in force.
CREATE TABLE check_in_card (
    id          uuid        PRIMARY KEY,
    kpm_id      uuid        NOT NULL,
    code_sha256 text        NOT NULL UNIQUE CHECK (code_sha256 ~ '^[0-9a-f]{64}$'),
    issued_at   timestamptz NOT NULL,
    issued_by   text        NOT NULL,
    replaced_at timestamptz CHECK (replaced_at >= issued_at),
    replaced_by text,
    CHECK ((replaced_at IS NULL) = (replaced_by IS NULL))
);
CREATE UNIQUE INDEX check_in_card_in_force ON check_in_card (kpm_id) WHERE replaced_at IS NULL;
CREATE INDEX check_in_card_family ON check_in_card (kpm_id);

-- A family that came, beside the list of the session. Kept as long as the lists are.
CREATE TABLE check_in (
    month         date        NOT NULL CHECK (extract(day FROM month) = 1),
    group_id      uuid        NOT NULL,
    kind          text        NOT NULL,
    held_on       date        NOT NULL CHECK (held_on >= month AND held_on < month + interval '1 month'),
    kpm_id        uuid        NOT NULL,
    session_id    uuid        NOT NULL,
    way           text        NOT NULL CHECK (way IN ('CARD_SCANNED', 'FAMILY_PHONE')),
    checked_in_at timestamptz NOT NULL,
    recorded_by   text,
    PRIMARY KEY (month, group_id, kind, held_on, kpm_id),
    FOREIGN KEY (session_id, group_id, kind, held_on) REFERENCES check_in_session (id, group_id, kind, held_on),
    CHECK ((way = 'FAMILY_PHONE') = (recorded_by IS NULL))
) PARTITION BY RANGE (month);
CREATE TRIGGER check_in_append_only BEFORE UPDATE OR DELETE ON check_in
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TABLE check_in_default PARTITION OF check_in DEFAULT;
SELECT ensure_month_partitions('check_in', DATE '2026-01-01', 24);
