-- What banks answer (pain.002). A file is known by its bytes: sent again, it changes nothing.
CREATE TABLE bank_report (
    report_id         uuid        PRIMARY KEY,
    bank              text        NOT NULL,
    sha256            text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    bytes             bigint      NOT NULL CHECK (bytes > 0),
    filename          text        NOT NULL,
    namespace         text        NOT NULL,
    message_id        text        NOT NULL,
    batch_id          uuid        NOT NULL REFERENCES payment_batch,
    group_status      text,
    -- WITHHELD: its totals lie; PARTIAL: it ends before its end. Neither moves any money.
    status            text        NOT NULL CHECK (status IN ('STAGED', 'APPLIED', 'WITHHELD', 'PARTIAL')),
    lines             int         NOT NULL CHECK (lines >= 0),
    checkpoint        int         NOT NULL DEFAULT 0 CHECK (checkpoint BETWEEN 0 AND lines),
    received_by       text        NOT NULL,
    received_at       timestamptz NOT NULL,
    finished_at       timestamptz,
    UNIQUE (bank, sha256),
    CHECK ((status = 'STAGED') = (finished_at IS NULL)),
    CHECK (status <> 'APPLIED' OR checkpoint = lines)
);
CREATE INDEX bank_report_batch ON bank_report (batch_id);
CREATE INDEX bank_report_latest ON bank_report (bank, received_at DESC, report_id DESC);

-- A line is known by its file and its place in it.
CREATE TABLE bank_report_line (
    report_id      uuid NOT NULL REFERENCES bank_report,
    line_no        int  NOT NULL CHECK (line_no >= 1),
    instruction_ref text,
    end_to_end_ref text,
    status_code    text,
    reason_code    text,
    amount_idr     bigint,
    amount_fault   text,
    bank_ref       text,
    outcome        text CHECK (outcome IN ('MATCHED', 'AMOUNT_DIFFERS', 'DUPLICATE', 'UNKNOWN_REFERENCE', 'CONTRADICTS',
                                           'STATUS_UNKNOWN', 'WITHHELD')),
    instruction_id uuid REFERENCES payment_instruction,
    PRIMARY KEY (report_id, line_no)
);

-- Where the bank contradicts itself, two people find out whether the family has the money. Until they have, and for good if
-- it does, the payment is not instructed again.
ALTER TABLE bank_exception ADD COLUMN finding text CHECK (finding IN ('PAID', 'NOT_PAID'));
ALTER TABLE bank_exception ADD CHECK (finding IS NULL OR proposed_by IS NOT NULL);
ALTER TABLE bank_exception ADD CHECK (state <> 'RESOLVED' OR finding IS NOT NULL
                                      OR exception_class NOT IN ('CREDIT_NOT_INSTRUCTED', 'STATUS_CONTRADICTS'));
CREATE INDEX bank_exception_disputed ON bank_exception (payment_id)
    WHERE exception_class IN ('CREDIT_NOT_INSTRUCTED', 'STATUS_CONTRADICTS');
CREATE UNIQUE INDEX bank_exception_once_a_line ON bank_exception (report_id, line_no, exception_class);

CREATE FUNCTION check_report_line_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.outcome IS NOT NULL
       OR (NEW.report_id, NEW.line_no, NEW.instruction_ref, NEW.end_to_end_ref, NEW.status_code, NEW.reason_code,
           NEW.amount_idr, NEW.amount_fault, NEW.bank_ref)
          IS DISTINCT FROM
          (OLD.report_id, OLD.line_no, OLD.instruction_ref, OLD.end_to_end_ref, OLD.status_code, OLD.reason_code,
           OLD.amount_idr, OLD.amount_fault, OLD.bank_ref) THEN
        RAISE EXCEPTION 'what a bank has said does not change' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER bank_report_line_change BEFORE UPDATE ON bank_report_line
    FOR EACH ROW EXECUTE FUNCTION check_report_line_change();
CREATE TRIGGER bank_report_line_never_deleted BEFORE DELETE OR TRUNCATE ON bank_report_line
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
CREATE TRIGGER bank_report_never_deleted BEFORE DELETE OR TRUNCATE ON bank_report
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
