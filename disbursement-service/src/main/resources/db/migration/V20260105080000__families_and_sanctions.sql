-- One row a family: the lock that every change of its payments takes first, in the order of the ids, and the version
-- that numbers its payment events.
CREATE TABLE payment_family (
    kpm_id  uuid   PRIMARY KEY,
    version bigint NOT NULL DEFAULT 0 CHECK (version >= 0)
);

-- What the registry says of a family. Rebuildable from pkh.registry.kpm-state.v1.
CREATE TABLE kpm (
    kpm_id         uuid             PRIMARY KEY REFERENCES payment_family,
    status         text             NOT NULL,
    village_code   text COLLATE "C" NOT NULL,
    paying_bank    text,
    account_known  boolean          NOT NULL,
    occurred_on    date             NOT NULL,
    recorded_at    timestamptz      NOT NULL,
    state_sequence bigint           NOT NULL
);
-- the families that a calculation walks through, those of one channel
CREATE INDEX kpm_considered ON kpm (kpm_id) WHERE status IN ('ACTIVE', 'SUSPENDED', 'TERMINATED');

CREATE TABLE kpm_member (
    kpm_id          uuid NOT NULL REFERENCES kpm ON DELETE CASCADE,
    member_id       uuid NOT NULL,
    component       text NOT NULL,
    component_since date NOT NULL,
    component_until date,
    PRIMARY KEY (kpm_id, member_id, component, component_since)
);

-- Steps on the ladder, as the verification service issues and withdraws them. A step stands when it was issued after it
-- was last withdrawn; the two events may come in any order.
CREATE TABLE sanction_step (
    step_id            uuid             PRIMARY KEY,
    kpm_id             uuid             NOT NULL REFERENCES payment_family,
    village_code       text COLLATE "C" NOT NULL,
    step               text             NOT NULL CHECK (step IN ('REMINDER', 'SUSPENSION_WARNING', 'SUSPENSION_PROPOSED', 'TERMINATION_PROPOSED')),
    period             text             NOT NULL,
    cause              text             NOT NULL,
    rung               int              NOT NULL,
    running            int              NOT NULL,
    attribution        text             NOT NULL,
    is_protected       boolean,
    reasons            text[]           NOT NULL DEFAULT '{}',
    policy_code        text,
    legal_basis        text,
    issued_on          date,
    issued_at          timestamptz,
    issued_sequence    bigint,
    withdrawn_on       date,
    withdrawn_at       timestamptz,
    withdrawal_reason  text,
    withdrawn_sequence bigint,
    standing           boolean GENERATED ALWAYS AS
        (issued_sequence IS NOT NULL AND (withdrawn_sequence IS NULL OR withdrawn_sequence < issued_sequence)) STORED,
    CHECK (issued_sequence IS NOT NULL OR withdrawn_sequence IS NOT NULL),
    CHECK ((issued_sequence IS NULL) = (is_protected IS NULL))
);
CREATE INDEX sanction_step_family ON sanction_step (kpm_id, standing);

-- Officers' decisions. A lift may arrive before its decision; a lifted decision never stands again.
CREATE TABLE sanction_decision (
    decision_id      uuid             PRIMARY KEY,
    kpm_id           uuid             NOT NULL REFERENCES payment_family,
    village_code     text COLLATE "C" NOT NULL,
    step_id          uuid,
    kind             text CHECK (kind IN ('SUSPENSION', 'TERMINATION')),
    decision         text CHECK (decision IN ('SUSPEND', 'TERMINATE', 'DISMISS')),
    effect           text CHECK (effect IN ('HOLD', 'FORFEIT', 'TERMINATE', 'NONE')),
    period           text,
    cause            text,
    effective_from   date,
    decided_by       text,
    reason           text,
    decided_on       date,
    decided_at       timestamptz,
    decided_sequence bigint,
    lift_reason      text,
    lifted_by        text,
    lifted_on        date,
    lifted_at        timestamptz,
    lifted_sequence  bigint,
    CHECK (decided_sequence IS NOT NULL OR lifted_sequence IS NOT NULL),
    CHECK (decided_sequence IS NULL
           OR (kind IS NOT NULL AND decision IS NOT NULL AND effect IS NOT NULL AND effective_from IS NOT NULL AND decided_at IS NOT NULL)),
    CHECK (lifted_sequence IS NULL OR (lift_reason IS NOT NULL AND lifted_at IS NOT NULL)),
    CHECK (effect IS NULL OR effect = 'NONE' OR decision <> 'DISMISS')
);
CREATE INDEX sanction_decision_family ON sanction_decision (kpm_id);
