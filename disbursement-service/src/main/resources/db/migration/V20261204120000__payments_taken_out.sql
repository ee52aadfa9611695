-- One payment taken out of a prepared batch (docs/rules/payments.md). It is held by a correction that is not settled, in no file,
-- until two people settle that or change the family's account.
CREATE TABLE taken_out_payment (
    instruction_id uuid             PRIMARY KEY REFERENCES payment_instruction,
    batch_id       uuid             NOT NULL REFERENCES payment_batch,
    payment_id     uuid             NOT NULL REFERENCES payment,
    amount_idr     bigint           NOT NULL CHECK (amount_idr > 0),
    reason         text             NOT NULL CHECK (reason IN ('ACCOUNT_SHARED', 'ACCOUNT_CHANGED', 'ACCOUNT_REFUSED_BEFORE',
                                                               'NAME_DIFFERS', 'PAYEE_DECEASED')),
    words          text             NOT NULL CHECK (length(words) BETWEEN 1 AND 500),
    taken_by       text             NOT NULL CHECK (taken_by <> ''),
    taken_at       timestamptz      NOT NULL,
    -- the content of the batch before and after
    former_sha256  text             NOT NULL CHECK (former_sha256 ~ '^[0-9a-f]{64}$'),
    list_sha256    text             NOT NULL CHECK (list_sha256 ~ '^[0-9a-f]{64}$'),
    CHECK (former_sha256 <> list_sha256),
    UNIQUE (batch_id, former_sha256)
);
CREATE INDEX taken_out_payment_of_payment ON taken_out_payment (payment_id);
CREATE TRIGGER taken_out_payment_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON taken_out_payment
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();

ALTER TABLE payment_batch
    -- its lines are 1 to payments + taken_out
    ADD COLUMN taken_out int NOT NULL DEFAULT 0 CHECK (taken_out >= 0),
    DROP CONSTRAINT payment_batch_payments_check,
    DROP CONSTRAINT payment_batch_amount_idr_check,
    -- an empty batch is one of which everything was taken out; it is rejected
    ADD CONSTRAINT batch_not_empty
        CHECK ((payments > 0 AND amount_idr > 0)
               OR (payments = 0 AND amount_idr = 0 AND taken_out > 0 AND status IN ('PREPARED', 'REJECTED')));

ALTER TABLE instruction_history DROP CONSTRAINT instruction_history_source_check;
ALTER TABLE instruction_history ADD CONSTRAINT instruction_history_source_check
    CHECK (source IN ('SENDING', 'REJECTION', 'BANK_REPORT', 'TIMEOUT', 'FINDING', 'TAKING_OUT'));

-- It is taken out of a prepared batch, of the content that the person has read.
CREATE FUNCTION check_taken_out() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM payment_batch b JOIN payment_instruction i USING (batch_id)
                    WHERE b.batch_id = NEW.batch_id AND b.status = 'PREPARED' AND b.list_sha256 = NEW.former_sha256
                      AND i.instruction_id = NEW.instruction_id AND i.payment_id = NEW.payment_id
                      AND i.amount_idr = NEW.amount_idr) THEN
        RAISE EXCEPTION 'a payment is taken out of a prepared batch only' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER taken_out_payment_new BEFORE INSERT ON taken_out_payment FOR EACH ROW EXECUTE FUNCTION check_taken_out();

-- At the end of the transaction it is in no file, held, and no longer in the figures of the batch.
CREATE FUNCTION check_taken_out_is_held() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM payment_instruction i JOIN bank_exception e USING (instruction_id)
                    WHERE i.instruction_id = NEW.instruction_id AND i.status = 'VOIDED'
                      AND e.exception_class = 'CORRECTION_PENDING')
       OR EXISTS (SELECT FROM payment_batch b WHERE b.batch_id = NEW.batch_id AND b.list_sha256 = NEW.former_sha256) THEN
        RAISE EXCEPTION 'a payment that was taken out is not held' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER taken_out_payment_held AFTER INSERT ON taken_out_payment DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION check_taken_out_is_held();

-- The content of a prepared batch changes by one payment that was taken out, and whoever took it out has made the batch.
CREATE OR REPLACE FUNCTION check_batch_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.status <> 'PREPARING'
       AND (NEW.cycle_id, NEW.bank, NEW.bic, NEW.funding_account, NEW.debtor_name, NEW.kind, NEW.file_no, NEW.message_id,
            NEW.prepared_at)
           IS DISTINCT FROM
           (OLD.cycle_id, OLD.bank, OLD.bic, OLD.funding_account, OLD.debtor_name, OLD.kind, OLD.file_no, OLD.message_id,
            OLD.prepared_at) THEN
        RAISE EXCEPTION 'a prepared batch does not change' USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD.status <> 'PREPARING'
       AND (NEW.makers, NEW.payments, NEW.amount_idr, NEW.list_sha256, NEW.taken_out)
           IS DISTINCT FROM (OLD.makers, OLD.payments, OLD.amount_idr, OLD.list_sha256, OLD.taken_out)
       AND NOT (OLD.status = 'PREPARED' AND NEW.status = 'PREPARED'
                AND EXISTS (SELECT FROM taken_out_payment t
                             WHERE t.batch_id = OLD.batch_id AND t.former_sha256 = OLD.list_sha256
                               AND t.list_sha256 = NEW.list_sha256 AND NEW.amount_idr = OLD.amount_idr - t.amount_idr
                               AND NEW.payments = OLD.payments - 1 AND NEW.taken_out = OLD.taken_out + 1
                               AND NEW.makers = CASE WHEN t.taken_by = ANY (OLD.makers) THEN OLD.makers
                                                     ELSE OLD.makers || t.taken_by END)) THEN
        RAISE EXCEPTION 'a prepared batch does not change' USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD.sent_at IS NOT NULL AND (NEW.sent_by, NEW.sent_at) IS DISTINCT FROM (OLD.sent_by, OLD.sent_at) THEN
        RAISE EXCEPTION 'a sending does not change' USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD.approved_at IS NOT NULL
       AND (NEW.approved_by, NEW.approved_at, NEW.approved_sha256)
           IS DISTINCT FROM (OLD.approved_by, OLD.approved_at, OLD.approved_sha256) THEN
        RAISE EXCEPTION 'an approval does not change' USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD.file_given_at IS NOT NULL AND NEW.file_given_at IS DISTINCT FROM OLD.file_given_at THEN
        RAISE EXCEPTION 'a file that was given out stays given out' USING ERRCODE = 'restrict_violation';
    END IF;
    IF (OLD.status, NEW.status) NOT IN (('PREPARING', 'PREPARING'), ('PREPARING', 'PREPARED'), ('PREPARED', 'PREPARED'),
                                        ('PREPARED', 'APPROVED'), ('PREPARED', 'REJECTED'), ('APPROVED', 'APPROVED'),
                                        ('APPROVED', 'SENT'), ('APPROVED', 'REJECTED'), ('SENT', 'SENT')) THEN
        RAISE EXCEPTION 'a batch does not go from % to %', OLD.status, NEW.status USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;

-- A batch is sent with all its lines but those that were taken out, all of them planned.
CREATE OR REPLACE FUNCTION check_sent_batch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM payment_instruction i LEFT JOIN taken_out_payment t USING (instruction_id)
                    WHERE i.batch_id = NEW.batch_id
                   HAVING count(*) FILTER (WHERE t.instruction_id IS NULL) = NEW.payments
                      AND count(*) FILTER (WHERE t.instruction_id IS NULL AND i.status = 'PLANNED') = NEW.payments
                      AND count(*) FILTER (WHERE t.instruction_id IS NOT NULL AND i.status = 'VOIDED') = NEW.taken_out
                      AND max(i.line_no) = NEW.payments + NEW.taken_out) THEN
        RAISE EXCEPTION 'a batch is sent without all its lines' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;

-- What was taken out goes into another file after its correction: two people changed the account after the payment was taken out, or
-- two people stated with evidence that nothing had to be changed.
CREATE OR REPLACE FUNCTION check_corrected_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM account_confirmation c
                     JOIN payment_batch b ON b.batch_id = NEW.batch_id
                     LEFT JOIN taken_out_payment t ON t.instruction_id = NEW.instruction_id
                    WHERE c.kpm_id = NEW.kpm_id AND c.confirmed_at > coalesce(t.taken_at, b.prepared_at)) THEN
        RAISE EXCEPTION 'no account of the family was confirmed after its payment was prepared' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE FUNCTION check_taken_out_settled() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM added JOIN taken_out_payment t USING (payment_id)
                WHERE NOT EXISTS (SELECT FROM bank_exception e
                                   WHERE e.instruction_id = t.instruction_id AND e.exception_class = 'CORRECTION_PENDING'
                                     AND e.state = 'RESOLVED')) THEN
        RAISE EXCEPTION 'a payment that was taken out is put into a file before two people settled it'
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER payment_instruction_taken_out AFTER INSERT ON payment_instruction REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION check_taken_out_settled();

-- Where the money is, in words.
ALTER TABLE situation_text DROP CONSTRAINT situation_text_situation_check;
ALTER TABLE situation_text ADD CONSTRAINT situation_text_situation_check
    CHECK (situation IN ('NOT_ELIGIBLE', 'HELD', 'FORFEITED', 'COMPENSATED', 'PLANNED', 'AWAITS_FILE', 'LEFT_OUT', 'TAKEN_OUT',
                         'IN_FILE', 'SENT', 'ACCEPTED', 'UNKNOWN', 'REJECTED', 'RETURNED', 'CREDITED', 'UNCOLLECTED', 'WITHDRAWN'));
INSERT INTO situation_text (situation, reason, valid_from, responsible, due, due_days, text_en, text_id, next_en, next_id) VALUES
    ('TAKEN_OUT', '', '2018-01-01', 'FACILITATOR', 'DAYS', 14,
     'The payment was taken out of a file before it was sent.', 'Pembayaran dikeluarkan dari berkas sebelum dikirim.',
     'Ask the family about its account and its name, and have them corrected. The next file then has the payment.',
     'Tanyakan rekening dan nama kepada keluarga, lalu mintakan perbaikan. Berkas berikutnya memuat pembayaran ini.'),
    ('TAKEN_OUT', 'PAYEE_DECEASED', '2018-01-01', 'FACILITATOR', 'DAYS', 14,
     'The payment was taken out of a file before it was sent.', 'Pembayaran dikeluarkan dari berkas sebelum dikirim.',
     'Visit the family, and have the new caretaker and account entered.',
     'Kunjungi keluarga, dan mintakan pencatatan pengurus dan rekening yang baru.');
INSERT INTO reason_text (reason, valid_from, text_en, text_id) VALUES
    ('ACCOUNT_SHARED', '2018-01-01', 'another family has the same account', 'keluarga lain memakai rekening yang sama'),
    ('ACCOUNT_CHANGED', '2018-01-01', 'the account was changed a short time ago', 'rekening baru saja diubah'),
    ('ACCOUNT_REFUSED_BEFORE', '2018-01-01', 'the bank refused this account before', 'bank pernah menolak rekening ini');
