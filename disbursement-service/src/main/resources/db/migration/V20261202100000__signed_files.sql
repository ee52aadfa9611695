-- The keys with which banks sign their files (docs/rules/bank-answers.md). One person records a key and another approves it by its
-- fingerprint; withdrawn by one, permanently.
CREATE TABLE bank_key (
    key_id            uuid        PRIMARY KEY,
    bank              text        NOT NULL CHECK (bank <> ''),
    kind              text        NOT NULL CHECK (kind IN ('X509', 'OPENPGP')),
    fingerprint       text        NOT NULL CHECK (fingerprint ~ '^([0-9a-f]{40}|[0-9a-f]{64})$'),
    owner             text        CHECK (length(owner) <= 140),
    content           bytea       NOT NULL CHECK (length(content) BETWEEN 1 AND 16384),
    valid_from        date        NOT NULL,
    valid_until       date        NOT NULL CHECK (valid_until >= valid_from),
    status            text        NOT NULL CHECK (status IN ('RECORDED', 'APPROVED', 'REFUSED')),
    recorded_by       text        NOT NULL CHECK (recorded_by <> ''),
    recorded_at       timestamptz NOT NULL,
    decided_by        text,
    decided_at        timestamptz,
    refusal_reason    text        CHECK (refusal_reason <> ''),
    withdrawn_by      text,
    withdrawn_at      timestamptz,
    withdrawal_reason text        CHECK (withdrawal_reason <> ''),
    CHECK ((status = 'RECORDED') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
    CHECK ((status = 'REFUSED') = (refusal_reason IS NOT NULL)),
    CHECK (withdrawn_by IS NULL OR status = 'APPROVED'),
    CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL) AND (withdrawn_by IS NULL) = (withdrawal_reason IS NULL)),
    CONSTRAINT bank_key_by_two CHECK (status <> 'APPROVED' OR decided_by <> recorded_by)
);
-- a key is of one bank, and one that was withdrawn never comes back
CREATE UNIQUE INDEX bank_key_fingerprint ON bank_key (fingerprint) WHERE status <> 'REFUSED';
CREATE INDEX bank_key_of_bank ON bank_key (bank, key_id);
CREATE INDEX bank_key_waiting ON bank_key (recorded_at) WHERE status = 'RECORDED';
CREATE TRIGGER bank_key_never_deleted BEFORE DELETE OR TRUNCATE ON bank_key
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
CREATE FUNCTION refuse_key_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a key is decided once and withdrawn once, and does not change' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER bank_key_fixed BEFORE UPDATE ON bank_key FOR EACH ROW
    WHEN ((NEW.key_id, NEW.bank, NEW.kind, NEW.fingerprint, NEW.owner, NEW.content, NEW.valid_from, NEW.valid_until, NEW.recorded_by,
           NEW.recorded_at)
          IS DISTINCT FROM
          (OLD.key_id, OLD.bank, OLD.kind, OLD.fingerprint, OLD.owner, OLD.content, OLD.valid_from, OLD.valid_until, OLD.recorded_by,
           OLD.recorded_at)
          OR (OLD.status <> 'RECORDED' AND (NEW.status, NEW.decided_by, NEW.decided_at, NEW.refusal_reason)
                                            IS DISTINCT FROM (OLD.status, OLD.decided_by, OLD.decided_at, OLD.refusal_reason))
          OR OLD.withdrawn_by IS NOT NULL)
    EXECUTE FUNCTION refuse_key_change();

-- What came without the signature that it needs. Nothing of it was read.
CREATE TABLE quarantined_file (
    file_id          uuid        PRIMARY KEY,
    bank             text        NOT NULL CHECK (bank <> ''),
    sha256           text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    bytes            bigint      NOT NULL CHECK (bytes > 0),
    filename         text        NOT NULL,
    channel          text        NOT NULL CHECK (channel IN ('BANK', 'INBOX', 'MINISTRY')),
    received_by      text        NOT NULL,
    received_at      timestamptz NOT NULL,
    signature_result text        NOT NULL CHECK (signature_result IN ('MISSING', 'INVALID', 'WRONG_BANK', 'EXPIRED', 'NOT_YET_VALID',
                                                                      'WITHDRAWN', 'ALGORITHM_WEAK')),
    key_id           uuid        REFERENCES bank_key,
    signature        bytea,
    exception_id     uuid        NOT NULL REFERENCES bank_exception,
    CHECK ((signature_result = 'MISSING') = (signature IS NULL)),
    UNIQUE (bank, sha256, signature_result)
);
CREATE TRIGGER quarantined_file_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON quarantined_file
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();

-- Which key vouches for a report. A status for all payments of a file that credits or refuses them needs one, or two persons of the
-- ministry: anybody can guess the name of a file.
ALTER TABLE bank_report
    ADD COLUMN signed_with uuid REFERENCES bank_key,
    -- the default is for an instance of the release before
    ADD COLUMN moves_all boolean NOT NULL DEFAULT false,
    ADD COLUMN first_confirmed_by text,
    ADD COLUMN first_confirmed_at timestamptz,
    DROP CONSTRAINT bank_report_waiting,
    ADD CONSTRAINT bank_report_waiting
        CHECK (status <> 'AWAITING_CONFIRMATION'
               OR confirmed_by IS NULL AND (channel = 'MINISTRY' OR moves_all AND signed_with IS NULL)),
    ADD CONSTRAINT bank_report_first_confirmation
        CHECK ((first_confirmed_by IS NULL) = (first_confirmed_at IS NULL)
               AND (first_confirmed_by IS NULL OR moves_all AND channel <> 'MINISTRY')),
    ADD CONSTRAINT bank_report_by_two_others
        CHECK (first_confirmed_by IS NULL OR first_confirmed_by <> received_by AND first_confirmed_by IS DISTINCT FROM confirmed_by),
    ADD CONSTRAINT bank_report_moves_all_proved
        CHECK (NOT moves_all OR status NOT IN ('STAGED', 'APPLIED') OR signed_with IS NOT NULL
               OR confirmed_by IS NOT NULL AND (channel = 'MINISTRY' OR first_confirmed_by IS NOT NULL));
CREATE TRIGGER bank_report_proof BEFORE UPDATE ON bank_report FOR EACH ROW
    WHEN (OLD.moves_all AND NOT NEW.moves_all
          OR OLD.signed_with IS NOT NULL AND NEW.signed_with IS DISTINCT FROM OLD.signed_with
          OR OLD.first_confirmed_by IS NOT NULL AND NEW.first_confirmed_by IS DISTINCT FROM OLD.first_confirmed_by)
    EXECUTE FUNCTION refuse_report_change();

-- A bank that has a key signs every file, with a key of its own that counts on the day.
CREATE FUNCTION check_report_signature() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    today date := (NEW.received_at AT TIME ZONE 'Asia/Jakarta')::date;
BEGIN
    IF NEW.signed_with IS NULL
       AND EXISTS (SELECT FROM bank_key k WHERE k.bank = NEW.bank AND k.status = 'APPROVED' AND k.valid_from <= today) THEN
        RAISE EXCEPTION 'a file of a bank that signs has no signature' USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.signed_with IS NOT NULL
       AND NOT EXISTS (SELECT FROM bank_key k WHERE k.key_id = NEW.signed_with AND k.bank = NEW.bank AND k.status = 'APPROVED') THEN
        RAISE EXCEPTION 'a file is signed with a key of its own bank' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER bank_report_signature AFTER INSERT ON bank_report FOR EACH ROW EXECUTE FUNCTION check_report_signature();
CREATE TRIGGER bank_report_signed AFTER UPDATE OF signed_with ON bank_report FOR EACH ROW
    WHEN (NEW.signed_with IS NOT NULL) EXECUTE FUNCTION check_report_signature();

-- Nor does anybody who took part in a batch confirm what the bank is to have answered for all of it.
CREATE FUNCTION check_confirming_persons() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM payment_batch b
                WHERE b.batch_id = NEW.batch_id
                  AND (NEW.first_confirmed_by = ANY (b.makers) OR NEW.first_confirmed_by IN (b.approved_by, b.sent_by)
                       OR NEW.confirmed_by = ANY (b.makers) OR NEW.confirmed_by IN (b.approved_by, b.sent_by))) THEN
        RAISE EXCEPTION 'a person of the batch answers for the bank' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER bank_report_all_persons AFTER UPDATE OF first_confirmed_by, confirmed_by ON bank_report FOR EACH ROW
    WHEN (NEW.channel <> 'MINISTRY') EXECUTE FUNCTION check_confirming_persons();
