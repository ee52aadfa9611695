-- Statements of the funding accounts (camt.053, MT940): which have come, and the debits of whole files that they prove.
ALTER TABLE bank_report
    DROP CONSTRAINT bank_report_kind_check,
    ADD CONSTRAINT bank_report_kind_check CHECK (kind IN ('PAIN_002', 'CAMT_054', 'CAMT_053', 'MT_940'));

CREATE TABLE bank_statement (
    report_id    uuid   NOT NULL REFERENCES bank_report,
    ordinal      int    NOT NULL CHECK (ordinal >= 1),
    bank         text   NOT NULL CHECK (bank <> ''),
    account      text   NOT NULL CHECK (account <> ''),
    statement_no bigint CHECK (statement_no >= 0),
    closed_on    date,
    PRIMARY KEY (report_id, ordinal)
);
CREATE INDEX bank_statement_of_account ON bank_statement (bank, account, closed_on);
CREATE TRIGGER bank_statement_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON bank_statement
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
-- only the programme's own accounts
CREATE FUNCTION check_statement_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM payment_batch b
                    WHERE b.bank = NEW.bank AND b.funding_account = NEW.account AND b.status = 'SENT') THEN
        RAISE EXCEPTION 'a statement is of an account that funds payments' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER bank_statement_account AFTER INSERT ON bank_statement FOR EACH ROW EXECUTE FUNCTION check_statement_account();

-- A file is debited as one sum once; a second debit is an exception.
CREATE TABLE batch_debit (
    batch_id  uuid PRIMARY KEY REFERENCES payment_batch,
    booked_on date NOT NULL,
    bank_ref  text,
    report_id uuid NOT NULL REFERENCES bank_report,
    line_no   int  NOT NULL CHECK (line_no >= 1)
);
CREATE TRIGGER batch_debit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON batch_debit
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
