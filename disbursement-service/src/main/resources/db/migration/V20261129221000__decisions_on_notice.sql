-- A decision takes effect with the delivery of its notice; decisions of before took effect at once. The parts of a
-- decision may arrive in any order.
ALTER TABLE sanction_decision
    ADD COLUMN on_notice          boolean,
    ADD COLUMN prepared_by        text,
    ADD COLUMN in_effect          text CHECK (in_effect IN
        ('TERMINATE', 'DECEASE', 'MOVE', 'GRADUATE', 'INELIGIBLE', 'FORFEIT', 'HOLD', 'NONE')),
    ADD COLUMN in_effect_from     date,
    ADD COLUMN notice_route       text,
    ADD COLUMN in_effect_at       timestamptz,
    ADD COLUMN in_effect_sequence bigint;
UPDATE sanction_decision SET on_notice = false WHERE decided_sequence IS NOT NULL;

ALTER TABLE sanction_decision
    DROP CONSTRAINT sanction_decision_kind_check,
    DROP CONSTRAINT sanction_decision_decision_check,
    DROP CONSTRAINT sanction_decision_effect_check,
    DROP CONSTRAINT sanction_decision_check,
    DROP CONSTRAINT sanction_decision_lift_reason_known,
    ADD CONSTRAINT sanction_decision_kind_known CHECK (kind IN ('SUSPENSION', 'TERMINATION', 'EXIT')),
    ADD CONSTRAINT sanction_decision_decision_known CHECK (decision IN
        ('SUSPEND', 'TERMINATE', 'DECEASE', 'MOVE', 'GRADUATE', 'INELIGIBLE', 'DISMISS')),
    ADD CONSTRAINT sanction_decision_effect_known CHECK (effect IN
        ('TERMINATE', 'DECEASE', 'MOVE', 'GRADUATE', 'INELIGIBLE', 'FORFEIT', 'HOLD', 'NONE')),
    ADD CONSTRAINT sanction_decision_says_something CHECK (
        decided_sequence IS NOT NULL OR in_effect_sequence IS NOT NULL OR lifted_sequence IS NOT NULL),
    ADD CONSTRAINT sanction_decision_on_notice CHECK ((decided_sequence IS NULL) = (on_notice IS NULL)),
    ADD CONSTRAINT sanction_decision_in_effect CHECK (
        in_effect_sequence IS NULL
        OR (in_effect IS NOT NULL AND in_effect_from IS NOT NULL AND in_effect_at IS NOT NULL)),
    ADD CONSTRAINT sanction_decision_by_two CHECK (prepared_by <> decided_by),
    -- a lift for another reason is parked before it reaches this table: nobody knows whether it gives the money back
    ADD CONSTRAINT sanction_decision_lift_reason_known CHECK (lift_reason IN
        ('CORRECTED_FACT', 'APPEAL_UPHELD', 'OFFICER_ERROR', 'COMMITMENT_MET', 'OFFICER'));

-- An appeal stays a decision until the stay ended; the end may arrive first.
CREATE TABLE sanction_stay (
    appeal_id   uuid PRIMARY KEY,
    decision_id uuid NOT NULL,
    kpm_id      uuid NOT NULL REFERENCES payment_family,
    stayed_at   timestamptz,
    ended_at    timestamptz,
    CHECK (stayed_at IS NOT NULL OR ended_at IS NOT NULL)
);
CREATE INDEX sanction_stay_decision ON sanction_stay (decision_id);

-- A family that had left came back.
CREATE TABLE reinstatement (
    decision_id    uuid             PRIMARY KEY,
    kpm_id         uuid             NOT NULL REFERENCES payment_family,
    village_code   text COLLATE "C" NOT NULL,
    effective_from date             NOT NULL,
    prepared_by    text             NOT NULL,
    decided_by     text             NOT NULL,
    decided_at     timestamptz      NOT NULL,
    sequence       bigint           NOT NULL,
    CONSTRAINT reinstatement_by_two CHECK (prepared_by <> decided_by)
);
CREATE INDEX reinstatement_family ON reinstatement (kpm_id);

-- The status apart from decisions; missing in states of before.
ALTER TABLE kpm ADD COLUMN base_status text;
DROP INDEX kpm_considered;
CREATE INDEX kpm_considered ON kpm (kpm_id) WHERE coalesce(base_status, status) IN ('ACTIVE', 'SUSPENDED', 'TERMINATED');
