-- Reasons of a refusal or a return that are about the family's account or name. A payment with one of them is sent again only after
-- two people changed the account in the registry, or two people stated with evidence that nothing had to be changed
-- (docs/rules/bank-answers.md). The rule is for what banks refuse from the update on.
CREATE TABLE bank_reason_correction (
    reason       text        PRIMARY KEY REFERENCES bank_reason,
    applies_from timestamptz NOT NULL
);
INSERT INTO bank_reason_correction (reason, applies_from)
SELECT reason, now()
  FROM unnest(ARRAY['ACCOUNT_NUMBER_WRONG', 'ACCOUNT_CLOSED', 'ACCOUNT_BLOCKED', 'ACCOUNT_TAKES_NO_CREDIT', 'NAME_DIFFERS',
                    'PAYEE_DATA_INCOMPLETE', 'PAYEE_DECEASED']) AS reason;
CREATE TRIGGER bank_reason_correction_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON bank_reason_correction
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();

-- Accounts that a second person confirmed in the registry: an id, never a number.
CREATE TABLE account_confirmation (
    change_id    uuid        PRIMARY KEY,
    kpm_id       uuid        NOT NULL,
    change_no    bigint      NOT NULL,
    confirmed_at timestamptz NOT NULL
);
CREATE INDEX account_confirmation_family ON account_confirmation (kpm_id, confirmed_at);
CREATE TRIGGER account_confirmation_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON account_confirmation
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();

CREATE UNIQUE INDEX bank_exception_correction ON bank_exception (instruction_id) WHERE exception_class = 'CORRECTION_PENDING';
CREATE UNIQUE INDEX bank_exception_correction_open ON bank_exception (payment_id)
    WHERE exception_class = 'CORRECTION_PENDING' AND state <> 'RESOLVED';
CREATE INDEX bank_exception_correction_family ON bank_exception (kpm_id)
    WHERE exception_class = 'CORRECTION_PENDING' AND state <> 'RESOLVED';
ALTER TABLE bank_exception ADD CONSTRAINT exception_correction_evidence
    CHECK (exception_class <> 'CORRECTION_PENDING' OR state = 'OPEN' OR evidence IS NOT NULL OR settled_by_fact IS NOT NULL);

-- What settles a correction by a fact is a confirmed account of the family that is newer than the file that was refused.
CREATE FUNCTION check_corrected_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM account_confirmation c JOIN payment_batch b ON b.batch_id = NEW.batch_id
                    WHERE c.kpm_id = NEW.kpm_id AND c.confirmed_at > b.prepared_at) THEN
        RAISE EXCEPTION 'no account of the family was confirmed after its payment was prepared' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER bank_exception_corrected AFTER UPDATE OF settled_by_fact ON bank_exception FOR EACH ROW
    WHEN (NEW.settled_by_fact = 'ACCOUNT_CONFIRMED' AND OLD.settled_by_fact IS NULL)
    EXECUTE FUNCTION check_corrected_account();

-- An instruction is of a payment of the batch's sealed cycle, in its village and for exactly its amount, while the batch is
-- being prepared. It has an account unless the cycle pays in cash. A further attempt comes after the correction that the former one
-- needed.
CREATE OR REPLACE FUNCTION check_new_instructions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM added
                 JOIN payment USING (payment_id)
                 JOIN payment_batch ON payment_batch.batch_id = added.batch_id
                 JOIN payment_cycle ON payment_cycle.cycle_id = payment_batch.cycle_id
                WHERE payment.amount_idr <> added.amount_idr OR payment.status <> 'PAYABLE'
                   OR payment.cycle_id <> payment_batch.cycle_id OR added.cycle_id <> payment_batch.cycle_id
                   OR payment.kpm_id <> added.kpm_id OR payment.village_code <> added.village_code
                   OR payment_cycle.status <> 'SEALED'
                   OR payment_batch.status <> 'PREPARING' OR added.status <> 'PLANNED'
                   OR (payment_cycle.channel = 'POS') <> (added.account_cipher IS NULL)
                   OR (payment_cycle.channel = 'POS') <> (payment_batch.bic IS NULL)) THEN
        RAISE EXCEPTION 'an instruction is not that of its payment' USING ERRCODE = 'restrict_violation';
    END IF;
    IF EXISTS (SELECT 1 FROM added
                 JOIN payment_instruction former ON former.payment_id = added.payment_id AND former.attempt < added.attempt
                 JOIN bank_reason_correction rule ON rule.reason = former.status_reason AND rule.applies_from <= former.status_at
                WHERE added.attempt > 1 AND former.status IN ('REJECTED', 'RETURNED')
                  AND NOT EXISTS (SELECT FROM bank_exception e
                                   WHERE e.instruction_id = former.instruction_id AND e.exception_class = 'CORRECTION_PENDING'
                                     AND e.state = 'RESOLVED')) THEN
        RAISE EXCEPTION 'a payment is sent again before what the bank refused was corrected' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
