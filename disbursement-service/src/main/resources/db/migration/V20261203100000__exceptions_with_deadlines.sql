-- By when exceptions are to be settled, how long each bank may take to respond, and how fresh an account has to be to be looked at
-- before it is paid (docs/rules/bank-answers.md). Two people enter a version.
CREATE TABLE reconciliation_policy (
    policy_code          text PRIMARY KEY,
    valid_from           date NOT NULL UNIQUE,
    account_changed_days int  NOT NULL CHECK (account_changed_days BETWEEN 1 AND 365),
    legal_basis          text NOT NULL CHECK (legal_basis <> ''),
    source               text NOT NULL CHECK (source IN ('unconfirmed', 'entered'))
);
CREATE TABLE reconciliation_exception_days (
    policy_code     text NOT NULL REFERENCES reconciliation_policy,
    exception_class text NOT NULL CHECK (exception_class ~ '^[A-Z][A-Z_]{1,39}$'),
    days            int  NOT NULL CHECK (days BETWEEN 1 AND 365),
    PRIMARY KEY (policy_code, exception_class)
);
-- a bank that is not listed has the time of the setting pkh.disbursement.bank.answer.within
CREATE TABLE reconciliation_bank_days (
    policy_code text NOT NULL REFERENCES reconciliation_policy,
    bank        text NOT NULL CHECK (bank ~ '^[A-Z][A-Z0-9]{1,19}$'),
    days        int  NOT NULL CHECK (days BETWEEN 1 AND 90),
    PRIMARY KEY (policy_code, bank)
);
INSERT INTO reconciliation_policy (policy_code, valid_from, account_changed_days, legal_basis, source) VALUES
    ('RECONCILIATION-2018', '2018-01-01', 30, 'a choice of this project', 'unconfirmed');
INSERT INTO reconciliation_exception_days (policy_code, exception_class, days)
SELECT 'RECONCILIATION-2018', exception_class, days
  FROM (VALUES
    ('UNMATCHED_LINE', 7), ('AMOUNT_MISMATCH', 3), ('ACCOUNT_MISMATCH', 3), ('DUPLICATE_CREDIT', 3), ('RETURN_WITHOUT_CREDIT', 7),
    ('CREDIT_AFTER_RETURN', 3), ('CREDIT_NOT_INSTRUCTED', 3), ('MISSING_AFTER_SLA', 3), ('CONTROL_TOTAL_MISMATCH', 3),
    ('CORRECTION_PENDING', 14), ('NOT_INSTRUCTED', 14), ('STATUS_CONTRADICTS', 3), ('REFUSAL_UNCLEAR', 7), ('STATUS_UNKNOWN', 7),
    ('SIGNATURE_NOT_VALID', 3), ('PARTIAL_FILE', 3), ('STATEMENT_MISSING', 7)) AS terms (exception_class, days);
CREATE TRIGGER reconciliation_policy_versions BEFORE INSERT OR UPDATE OR DELETE ON reconciliation_policy
    FOR EACH ROW EXECUTE FUNCTION require_policy_version('RECONCILIATION_TERMS');
CREATE TRIGGER reconciliation_exception_days_versions BEFORE INSERT OR UPDATE OR DELETE ON reconciliation_exception_days
    FOR EACH ROW EXECUTE FUNCTION require_policy_version('RECONCILIATION_TERMS');
CREATE TRIGGER reconciliation_bank_days_versions BEFORE INSERT OR UPDATE OR DELETE ON reconciliation_bank_days
    FOR EACH ROW EXECUTE FUNCTION require_policy_version('RECONCILIATION_TERMS');

-- The days of the policy that was in force on the day, in Jakarta. A class that it does not have is due at once.
CREATE FUNCTION exception_due_on(of_class text, found timestamptz) RETURNS date LANGUAGE sql STABLE AS $$
    SELECT (found AT TIME ZONE 'Asia/Jakarta')::date + coalesce((
        SELECT d.days FROM reconciliation_exception_days d
         WHERE d.exception_class = of_class
           AND d.policy_code = (SELECT p.policy_code FROM reconciliation_policy p
                                 WHERE p.valid_from <= (found AT TIME ZONE 'Asia/Jakarta')::date
                                 ORDER BY p.valid_from DESC LIMIT 1)), 0)
$$;

ALTER TABLE bank_exception
    -- it is not demanded of exceptions of before, and would refuse the update below
    DROP CONSTRAINT exception_with_ministry,
    ADD COLUMN due_on date,
    -- how many payments an exception about a whole file concerned when it was found
    ADD COLUMN payments int CHECK (payments > 0),
    -- what proves that nothing had to be changed
    ADD COLUMN evidence text CHECK (length(evidence) BETWEEN 1 AND 200),
    -- a fact that settled it without a decision about money: the answer that was missing, or an account that two people changed
    ADD COLUMN settled_by_fact text CHECK (settled_by_fact IN ('ANSWERED', 'ACCOUNT_CONFIRMED'));
UPDATE bank_exception SET due_on = exception_due_on(exception_class, found_at);
ALTER TABLE bank_exception
    ALTER COLUMN due_on SET NOT NULL,
    ADD CONSTRAINT exception_fact
        CHECK (settled_by_fact IS NULL
               OR state = 'RESOLVED' AND (exception_class, settled_by_fact) IN (('MISSING_AFTER_SLA', 'ANSWERED'),
                                                                               ('CORRECTION_PENDING', 'ACCOUNT_CONFIRMED'))),
    ADD CONSTRAINT exception_with_ministry
        CHECK (resolved_by IS NULL OR proposed_by_ministry OR resolved_by_ministry OR settled_by_fact IS NOT NULL) NOT VALID,
    -- nothing is settled by one person: either two did, or a fact, or the preparation that could instruct the payment
    ADD CONSTRAINT exception_settled
        CHECK (state <> 'RESOLVED' OR proposed_by IS NOT NULL OR settled_by_fact IS NOT NULL OR exception_class = 'NOT_INSTRUCTED')
        NOT VALID;

-- The deadline is set when an exception is found, also by an instance of the release before.
CREATE FUNCTION set_exception_deadline() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.due_on := exception_due_on(NEW.exception_class, NEW.found_at);
    RETURN NEW;
END $$;
CREATE TRIGGER bank_exception_deadline BEFORE INSERT ON bank_exception
    FOR EACH ROW EXECUTE FUNCTION set_exception_deadline();
CREATE FUNCTION refuse_deadline_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the deadline of an exception does not change' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER bank_exception_deadline_stays BEFORE UPDATE OF due_on ON bank_exception FOR EACH ROW
    WHEN (NEW.due_on IS DISTINCT FROM OLD.due_on) EXECUTE FUNCTION refuse_deadline_change();

DROP INDEX bank_exception_waiting;
CREATE INDEX bank_exception_due ON bank_exception (due_on, exception_id) WHERE state <> 'RESOLVED';
-- one for a file, however many chunks of it are unanswered; those of before have no number of payments
CREATE UNIQUE INDEX bank_exception_missing ON bank_exception (batch_id)
    WHERE exception_class = 'MISSING_AFTER_SLA' AND state <> 'RESOLVED' AND payments IS NOT NULL;
