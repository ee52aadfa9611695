-- What the field reports about payments that were sent: withdrawn or not. A withdrawal is a fact of its own, never a status of a
-- payment or of an instruction (docs/adr/0049). Rows are only added; a correction is the next revision.

-- Why a family has not withdrawn its money. A new reason is a new row.
CREATE TABLE withdrawal_reason (
    code       text PRIMARY KEY CHECK (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
    valid_from date NOT NULL,
    source     text NOT NULL CHECK (source IN ('field', 'paper', 'unconfirmed'))
);
INSERT INTO withdrawal_reason (code, valid_from, source) VALUES
    ('NO_TRANSFER',        '2018-01-01', 'field'),
    ('CARD_LOST',          '2018-01-01', 'field'),
    ('CARD_UNREADABLE',    '2018-01-01', 'field'),
    ('PIN_BLOCKED',        '2018-01-01', 'field'),
    ('NOT_INFORMED',       '2018-01-01', 'field'),
    ('OTHER',              '2018-01-01', 'field'),
    ('CARD_DAMAGED',       '2018-01-01', 'paper'),
    ('CARD_SWALLOWED',     '2018-01-01', 'paper'),
    ('PIN_FORGOTTEN',      '2018-01-01', 'paper'),
    ('CARD_NOT_RECEIVED',  '2018-01-01', 'unconfirmed'),
    ('CARD_HELD_BY_OTHER', '2018-01-01', 'unconfirmed'),
    ('MOVED',              '2018-01-01', 'unconfirmed'),
    ('WORKING_AWAY',       '2018-01-01', 'unconfirmed'),
    ('DECEASED',           '2018-01-01', 'unconfirmed'),
    ('ILL',                '2018-01-01', 'unconfirmed'),
    ('ACCOUNT_DORMANT',    '2018-01-01', 'unconfirmed'),
    ('DATA_MISMATCH',      '2018-01-01', 'unconfirmed'),
    ('REFUSED',            '2018-01-01', 'unconfirmed');
CREATE TRIGGER withdrawal_reason_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON withdrawal_reason
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();

-- When a credited payment is listed and examined, and how many reported withdrawals are asked about. The policy of a cycle is
-- the one that is in force on the cycle's first day.
CREATE TABLE withdrawal_policy (
    policy_code         text PRIMARY KEY,
    valid_from          date NOT NULL UNIQUE,
    days_until_listed   int  NOT NULL CHECK (days_until_listed BETWEEN 1 AND 365),
    days_until_examined int  NOT NULL CHECK (days_until_examined <= 730),
    call_back_percent   int  NOT NULL CHECK (call_back_percent BETWEEN 0 AND 100),
    legal_basis         text NOT NULL CHECK (legal_basis <> ''),
    source              text NOT NULL CHECK (source IN ('unconfirmed', 'entered')),
    CHECK (days_until_examined > days_until_listed)
);
INSERT INTO withdrawal_policy (policy_code, valid_from, days_until_listed, days_until_examined, call_back_percent, legal_basis, source) VALUES
    ('WITHDRAWAL-2018', '2018-01-01', 14, 105, 5, 'PMK 254/2015 jo. 228/2016 for the 105 days (unconfirmed); the rest is a choice', 'unconfirmed');
CREATE TRIGGER withdrawal_policy_versions BEFORE INSERT OR UPDATE OR DELETE ON withdrawal_policy
    FOR EACH ROW EXECUTE FUNCTION require_policy_version('WITHDRAWAL_TERMS');

-- The families that were present when a facilitator or another person went along to withdraw. A correction is a whole new list.
CREATE TABLE withdrawal_list (
    list_id         uuid             PRIMARY KEY,
    first_list_id   uuid             NOT NULL REFERENCES withdrawal_list,
    revision        int              NOT NULL CHECK (revision >= 1),
    former_revision int              GENERATED ALWAYS AS (nullif(revision - 1, 0)) STORED,
    cycle_id        uuid             NOT NULL REFERENCES payment_cycle,
    village_code    text COLLATE "C" NOT NULL CHECK (village_code <> ''),
    held_on         date             NOT NULL,
    place           text             NOT NULL CHECK (length(place) BETWEEN 1 AND 200),
    channel         text             NOT NULL CHECK (channel IN ('ATM', 'BRANCH', 'AGENT', 'POST_OFFICE', 'OTHER')),
    accompanied_by  text             NOT NULL CHECK (accompanied_by IN ('FACILITATOR', 'OTHER')),
    families        int              NOT NULL CHECK (families BETWEEN 1 AND 500),
    amount_idr      bigint           NOT NULL CHECK (amount_idr > 0),
    recorded_by     text             NOT NULL CHECK (recorded_by <> ''),
    recorded_at     timestamptz      NOT NULL,
    UNIQUE (first_list_id, revision),
    FOREIGN KEY (first_list_id, former_revision) REFERENCES withdrawal_list (first_list_id, revision),
    CHECK ((revision = 1) = (first_list_id = list_id))
);
CREATE INDEX withdrawal_list_cycle ON withdrawal_list (cycle_id, list_id);
CREATE INDEX withdrawal_list_village ON withdrawal_list (village_code, list_id);
CREATE TABLE withdrawal_list_family (
    list_id    uuid   NOT NULL REFERENCES withdrawal_list,
    payment_id uuid   NOT NULL REFERENCES payment,
    kpm_id     uuid   NOT NULL,
    amount_idr bigint NOT NULL CHECK (amount_idr > 0),
    PRIMARY KEY (list_id, payment_id)
);

-- One row for each revision of what is reported about a payment.
CREATE TABLE withdrawal_report (
    report_id          uuid             PRIMARY KEY,
    payment_id         uuid             NOT NULL REFERENCES payment,
    revision           int              NOT NULL CHECK (revision >= 1),
    -- revisions have no gaps
    former_revision    int              GENERATED ALWAYS AS (nullif(revision - 1, 0)) STORED,
    kpm_id             uuid             NOT NULL,
    cycle_id           uuid             NOT NULL,
    village_code       text COLLATE "C" NOT NULL,
    -- RETRACTED: the former revision was about another payment, and nothing is known
    outcome            text             NOT NULL CHECK (outcome IN ('WITHDRAWN', 'NOT_WITHDRAWN', 'RETRACTED')),
    amount_idr         bigint           CHECK (amount_idr > 0),
    -- of the withdrawal, or on which the family was asked
    occurred_on        date,
    channel            text             CHECK (channel IN ('ATM', 'BRANCH', 'AGENT', 'POST_OFFICE', 'OTHER')),
    reason_code        text             REFERENCES withdrawal_reason,
    accompanied_by     text             CHECK (accompanied_by IN ('FACILITATOR', 'OTHER', 'NOBODY')),
    evidence_kind      text             NOT NULL CHECK (evidence_kind IN ('ATTENDANCE_LIST', 'RECEIPT', 'PASSBOOK', 'PHOTO', 'NONE')),
    evidence_reference text             CHECK (length(evidence_reference) BETWEEN 1 AND 200),
    evidence_sha256    text             CHECK (evidence_sha256 ~ '^[0-9a-f]{64}$'),
    list_id            uuid             REFERENCES withdrawal_list,
    -- chosen to be asked about by a person who did not report it
    is_sampled         boolean          NOT NULL,
    reported_by        text             NOT NULL CHECK (reported_by <> ''),
    recorded_at        timestamptz      NOT NULL,
    UNIQUE (payment_id, revision),
    FOREIGN KEY (payment_id, former_revision) REFERENCES withdrawal_report (payment_id, revision),
    CHECK ((outcome = 'WITHDRAWN') = (amount_idr IS NOT NULL) AND (outcome = 'WITHDRAWN') = (channel IS NOT NULL)),
    CHECK ((outcome = 'NOT_WITHDRAWN') = (reason_code IS NOT NULL)),
    CHECK ((outcome = 'RETRACTED') = (occurred_on IS NULL)),
    CHECK (outcome <> 'RETRACTED'
           OR (revision > 1 AND accompanied_by IS NULL AND evidence_kind = 'NONE' AND NOT is_sampled)),
    CHECK (evidence_kind = 'PHOTO' OR evidence_sha256 IS NULL),
    CHECK (evidence_kind <> 'NONE' OR evidence_reference IS NULL),
    CHECK (list_id IS NULL OR evidence_kind = 'ATTENDANCE_LIST'),
    -- not in the future, in Jakarta
    CHECK (occurred_on <= (recorded_at AT TIME ZONE 'Asia/Jakarta')::date)
);
CREATE INDEX withdrawal_report_of_list ON withdrawal_report (list_id) WHERE list_id IS NOT NULL;

CREATE TRIGGER withdrawal_list_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON withdrawal_list
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
CREATE TRIGGER withdrawal_list_family_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON withdrawal_list_family
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
CREATE TRIGGER withdrawal_report_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON withdrawal_report
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();

-- A report is about its payment, which was sent to a bank on the day of the report or before.
CREATE FUNCTION check_new_withdrawal_reports() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM added a JOIN payment p USING (payment_id)
                WHERE (a.kpm_id, a.cycle_id, a.village_code) IS DISTINCT FROM (p.kpm_id, p.cycle_id, p.village_code)
                   OR NOT EXISTS (SELECT FROM payment_instruction i JOIN payment_batch b USING (batch_id)
                                   WHERE i.payment_id = a.payment_id AND b.status = 'SENT'
                                     AND coalesce(a.occurred_on >= (b.sent_at AT TIME ZONE 'Asia/Jakarta')::date, true))) THEN
        RAISE EXCEPTION 'a withdrawal is reported of a payment that was sent, of its family' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER withdrawal_report_new AFTER INSERT ON withdrawal_report REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION check_new_withdrawal_reports();

-- A family on a list has a payment of the list's cycle in the list's village.
CREATE FUNCTION check_new_list_families() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM added a JOIN withdrawal_list l USING (list_id) JOIN payment p USING (payment_id)
                WHERE (a.kpm_id, l.cycle_id, l.village_code) IS DISTINCT FROM (p.kpm_id, p.cycle_id, p.village_code)) THEN
        RAISE EXCEPTION 'a family on a list has no such payment' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER withdrawal_list_family_new AFTER INSERT ON withdrawal_list_family REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION check_new_list_families();

CREATE VIEW latest_withdrawal_report AS
SELECT r.* FROM withdrawal_report r
 WHERE NOT EXISTS (SELECT FROM withdrawal_report later
                    WHERE later.payment_id = r.payment_id AND later.revision = r.revision + 1);

-- The latest attempt of each payment that has been sent to a bank at least once. While a new attempt is prepared, the bank has
-- refused or returned the last one.
CREATE VIEW sent_payment AS
SELECT i.* FROM latest_attempt i
 WHERE i.status NOT IN ('PLANNED', 'SEALED', 'APPROVED')
    OR (i.attempt > 1 AND EXISTS (SELECT FROM payment_instruction former
                                   WHERE former.payment_id = i.payment_id AND former.attempt < i.attempt
                                     AND former.status <> 'VOIDED'));
