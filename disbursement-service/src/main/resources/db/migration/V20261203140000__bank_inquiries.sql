-- Questions to banks about one payment (docs/rules/bank-answers.md). A question is stored before it leaves and answered once; an
-- answer is evidence and changes no payment.
CREATE TABLE bank_inquiry (
    inquiry_id     uuid        PRIMARY KEY,
    external_no    bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
    instruction_id uuid        NOT NULL REFERENCES payment_instruction,
    payment_id     uuid        NOT NULL,
    bank           text        NOT NULL CHECK (bank <> ''),
    asked_by       text        NOT NULL CHECK (asked_by <> ''),
    asked_at       timestamptz NOT NULL,
    state          text        CHECK (state IN ('PAID', 'IN_PROGRESS', 'RETURNED', 'NOT_PAID', 'NOT_KNOWN_TO_BANK', 'NO_ANSWER')),
    response_code  text        CHECK (response_code ~ '^[0-9]{7}$'),
    latest_status  text        CHECK (latest_status ~ '^[0-9]{2}$'),
    bank_ref       text        CHECK (length(bank_ref) <= 64),
    answered_at    timestamptz,
    CHECK ((state IS NULL) = (answered_at IS NULL)),
    CHECK (state IS NOT NULL OR (response_code, latest_status, bank_ref) IS NULL)
);
CREATE INDEX bank_inquiry_of_payment ON bank_inquiry (payment_id, external_no);
CREATE TRIGGER bank_inquiry_never_deleted BEFORE DELETE OR TRUNCATE ON bank_inquiry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
CREATE FUNCTION refuse_inquiry_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a question to a bank is answered once, and does not change' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER bank_inquiry_answered_once BEFORE UPDATE ON bank_inquiry FOR EACH ROW
    WHEN (OLD.state IS NOT NULL
          OR (NEW.inquiry_id, NEW.external_no, NEW.instruction_id, NEW.payment_id, NEW.bank, NEW.asked_by, NEW.asked_at)
             IS DISTINCT FROM
             (OLD.inquiry_id, OLD.external_no, OLD.instruction_id, OLD.payment_id, OLD.bank, OLD.asked_by, OLD.asked_at))
    EXECUTE FUNCTION refuse_inquiry_change();
