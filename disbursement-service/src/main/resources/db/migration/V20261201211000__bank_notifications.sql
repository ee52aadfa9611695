-- What banks book (camt.054). Such a message is about any number of files, and one reader or another reads each message.
ALTER TABLE bank_report
    -- the default is for an instance of the release before, which knows no other kind
    ADD COLUMN kind text NOT NULL DEFAULT 'PAIN_002' CHECK (kind IN ('PAIN_002', 'CAMT_054')),
    ALTER COLUMN batch_id DROP NOT NULL,
    ADD CONSTRAINT bank_report_kind_of_batch CHECK ((kind = 'PAIN_002') = (batch_id IS NOT NULL));

-- The files whose payments a notification names.
CREATE TABLE bank_report_named_batch (
    report_id uuid NOT NULL REFERENCES bank_report,
    batch_id  uuid NOT NULL REFERENCES payment_batch,
    PRIMARY KEY (report_id, batch_id)
);
CREATE INDEX bank_report_named_batch_of ON bank_report_named_batch (batch_id);
CREATE TRIGGER bank_report_named_batch_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON bank_report_named_batch
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();

-- Nobody who took part in a batch brings in or confirms what the bank is to have booked of it.
CREATE FUNCTION check_notification_persons() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM bank_report_named_batch n JOIN bank_report r USING (report_id)
                 JOIN payment_batch b ON b.batch_id = n.batch_id
                WHERE n.report_id = NEW.report_id AND r.channel = 'MINISTRY'
                  AND (r.received_by = ANY (b.makers) OR r.received_by IN (b.approved_by, b.sent_by)
                       OR r.confirmed_by = ANY (b.makers) OR r.confirmed_by IN (b.approved_by, b.sent_by))) THEN
        RAISE EXCEPTION 'a person of the batch answers for the bank' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER bank_report_named_batch_persons AFTER INSERT ON bank_report_named_batch
    FOR EACH ROW EXECUTE FUNCTION check_notification_persons();
CREATE TRIGGER bank_report_confirmed_persons AFTER UPDATE OF confirmed_by ON bank_report FOR EACH ROW
    WHEN (NEW.channel = 'MINISTRY' AND NEW.batch_id IS NULL)
    EXECUTE FUNCTION check_notification_persons();

-- Each credit and each return of an attempt is booked once; a second one is an exception.
CREATE TABLE payment_booking (
    instruction_id uuid NOT NULL REFERENCES payment_instruction,
    kind           text NOT NULL CHECK (kind IN ('CREDIT', 'RETURN')),
    booked_on      date NOT NULL,
    bank_ref       text,
    report_id      uuid NOT NULL REFERENCES bank_report,
    line_no        int  NOT NULL CHECK (line_no >= 1),
    PRIMARY KEY (instruction_id, kind)
);
CREATE TRIGGER payment_booking_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON payment_booking
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();

-- A payment is returned, and may then be sent again, only with its return booked.
CREATE FUNCTION check_returned_instruction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM payment_booking WHERE instruction_id = NEW.instruction_id AND kind = 'RETURN') THEN
        RAISE EXCEPTION 'a payment is returned without its booking' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER payment_instruction_returned AFTER UPDATE OF status ON payment_instruction FOR EACH ROW
    WHEN (OLD.status <> 'RETURNED' AND NEW.status = 'RETURNED')
    EXECUTE FUNCTION check_returned_instruction();

-- A line that names no payment of the programme is the bank's own affair.
ALTER TABLE bank_report_line
    ADD COLUMN booked_on date,
    DROP CONSTRAINT bank_report_line_row_outcome_check,
    ADD CONSTRAINT bank_report_line_outcome_check
        CHECK (outcome IN ('MATCHED', 'AMOUNT_DIFFERS', 'DUPLICATE', 'UNKNOWN_REFERENCE', 'CONTRADICTS', 'STATUS_UNKNOWN', 'WITHHELD',
                           'NOT_OURS'));

-- Until people know whether the family has the money, the payment is not sent again.
ALTER TABLE bank_exception ADD CONSTRAINT exception_booking_finding
    CHECK (state <> 'RESOLVED' OR finding IS NOT NULL
           OR exception_class NOT IN ('CREDIT_AFTER_RETURN', 'RETURN_WITHOUT_CREDIT', 'ACCOUNT_MISMATCH'));
CREATE INDEX bank_exception_of_payment ON bank_exception (payment_id)
    WHERE exception_class IN ('CREDIT_NOT_INSTRUCTED', 'STATUS_CONTRADICTS', 'CREDIT_AFTER_RETURN', 'RETURN_WITHOUT_CREDIT',
                              'ACCOUNT_MISMATCH');
DROP INDEX bank_exception_disputed;
