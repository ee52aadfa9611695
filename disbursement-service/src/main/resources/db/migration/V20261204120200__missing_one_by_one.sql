-- A few payments of a file to which the bank has not responded are asked about one by one; a silent bank is still asked about the file
-- (docs/rules/bank-answers.md).
CREATE UNIQUE INDEX bank_exception_missing_payment ON bank_exception (instruction_id)
    WHERE exception_class = 'MISSING_AFTER_SLA' AND instruction_id IS NOT NULL;
CREATE INDEX bank_exception_missing_of_file ON bank_exception (batch_id)
    WHERE exception_class = 'MISSING_AFTER_SLA' AND state <> 'RESOLVED';

ALTER TABLE bank_exception
    DROP CONSTRAINT bank_exception_settled_by_fact_check,
    DROP CONSTRAINT exception_fact,
    ADD CONSTRAINT bank_exception_settled_by_fact_check
        CHECK (settled_by_fact IN ('ANSWERED', 'ASKED_ONE_BY_ONE', 'ACCOUNT_CONFIRMED')),
    ADD CONSTRAINT exception_fact
        CHECK (settled_by_fact IS NULL
               OR state = 'RESOLVED' AND (exception_class, settled_by_fact) IN (('MISSING_AFTER_SLA', 'ANSWERED'),
                                                                               ('MISSING_AFTER_SLA', 'ASKED_ONE_BY_ONE'),
                                                                               ('CORRECTION_PENDING', 'ACCOUNT_CONFIRMED'))),
    -- about a file with a number of payments, or about one payment
    ADD CONSTRAINT exception_missing_of_one_or_file
        CHECK (exception_class <> 'MISSING_AFTER_SLA' OR payments IS NULL OR instruction_id IS NULL);

-- The exception about a file gives way to those about each payment that the bank has still not responded to.
CREATE FUNCTION check_asked_one_by_one() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM payment_instruction i
                WHERE i.batch_id = NEW.batch_id AND i.status = 'UNKNOWN'
                  AND NOT EXISTS (SELECT FROM bank_exception e
                                   WHERE e.instruction_id = i.instruction_id AND e.exception_class = 'MISSING_AFTER_SLA')) THEN
        RAISE EXCEPTION 'nobody would ask about a payment that the bank has not responded to' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER bank_exception_one_by_one AFTER UPDATE OF settled_by_fact ON bank_exception FOR EACH ROW
    WHEN (NEW.settled_by_fact = 'ASKED_ONE_BY_ONE' AND OLD.settled_by_fact IS NULL)
    EXECUTE FUNCTION check_asked_one_by_one();
