CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Banks as they stand in files, by date. A change adds rows; none is changed. Where account_digits is known it warns only:
-- published lists contradict each other.
CREATE TABLE bank_terms (
    bank           text NOT NULL,
    valid_from     date NOT NULL,
    valid_until    date CHECK (valid_until >= valid_from),
    bic            text CHECK (bic ~ '^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$'),
    account_digits int  CHECK (account_digits BETWEEN 5 AND 34),
    source         text NOT NULL CHECK (source IN ('two bank tables', 'none found')),
    PRIMARY KEY (bank, valid_from),
    EXCLUDE USING gist (bank WITH =, daterange(valid_from, valid_until, '[]') WITH &&)
);
INSERT INTO bank_terms (bank, valid_from, bic, account_digits, source) VALUES
    ('BRI',     '2021-01-01', 'BRINIDJA', 15,   'two bank tables'),
    ('MANDIRI', '2021-01-01', 'BMRIIDJA', 13,   'two bank tables'),
    ('BNI',     '2021-01-01', 'BNINIDJA', 10,   'two bank tables'),
    ('BTN',     '2021-01-01', 'BTANIDJA', 16,   'two bank tables'),
    ('BSI',     '2021-02-01', 'BSMDIDJA', 10,   'two bank tables'),
    -- the post office has no BIC that anybody has published, so no file goes there
    ('POS',     '2021-01-01', NULL,       NULL, 'none found');

-- A walk through the payable payments of a sealed cycle, a chunk a transaction.
CREATE TABLE preparation_run (
    run_id          uuid        PRIMARY KEY,
    cycle_id        uuid        NOT NULL REFERENCES payment_cycle,
    status          text        NOT NULL CHECK (status IN ('RUNNING', 'INTERRUPTED', 'DONE')),
    include_failed  boolean     NOT NULL,
    checkpoint_kpm  uuid,
    checkpoint_kind text,
    instructed      bigint      NOT NULL DEFAULT 0,
    not_instructed  bigint      NOT NULL DEFAULT 0,
    started_by      text        NOT NULL,
    started_at      timestamptz NOT NULL,
    finished_at     timestamptz,
    failure         text,
    owner           uuid        NOT NULL,
    leased_until    timestamptz NOT NULL,
    CHECK ((checkpoint_kpm IS NULL) = (checkpoint_kind IS NULL))
);
CREATE UNIQUE INDEX preparation_run_unfinished ON preparation_run (cycle_id) WHERE status <> 'DONE';
CREATE INDEX preparation_run_latest ON preparation_run (cycle_id, started_at DESC);

-- One file to one bank.
CREATE TABLE payment_batch (
    batch_id         uuid        PRIMARY KEY,
    cycle_id         uuid        NOT NULL REFERENCES payment_cycle,
    run_id           uuid        NOT NULL REFERENCES preparation_run,
    bank             text        NOT NULL,
    bic              text        NOT NULL,
    funding_account  text        NOT NULL CHECK (funding_account ~ '^[0-9]{1,34}$'),
    debtor_name      text        NOT NULL CHECK (length(debtor_name) BETWEEN 1 AND 140),
    kind             text        NOT NULL CHECK (kind IN ('REGULAR', 'SUPPLEMENTARY')),
    file_no          int         NOT NULL CHECK (file_no >= 1),
    message_id       text        NOT NULL UNIQUE CHECK (length(message_id) <= 35),
    status           text        NOT NULL CHECK (status IN ('PREPARING', 'PREPARED', 'APPROVED', 'SENT', 'REJECTED')),
    makers           text[]      NOT NULL CHECK (cardinality(makers) > 0),
    created_at       timestamptz NOT NULL,
    payments         bigint      CHECK (payments > 0),
    amount_idr       bigint      CHECK (amount_idr > 0),
    unusual_accounts bigint,
    list_sha256      text        CHECK (list_sha256 ~ '^[0-9a-f]{64}$'),
    prepared_at      timestamptz,
    approved_by      text,
    approved_at      timestamptz,
    approved_sha256  text,
    -- when somebody first got the file: from then on it may be at the bank
    file_given_at    timestamptz,
    sent_by          text,
    sent_at          timestamptz,
    rejected_by      text,
    rejected_at      timestamptz,
    rejection_reason text,
    UNIQUE (cycle_id, bank, file_no),
    CHECK ((status = 'PREPARING') = (list_sha256 IS NULL)),
    CHECK ((list_sha256 IS NULL) = (payments IS NULL) AND (payments IS NULL) = (amount_idr IS NULL)
           AND (payments IS NULL) = (prepared_at IS NULL)),
    -- who made it does not approve it, and neither of them sends it; what was approved is what is sent
    CONSTRAINT batch_checker CHECK (approved_by IS NULL OR NOT approved_by = ANY (makers)),
    CONSTRAINT batch_sender CHECK (sent_by IS NULL OR (sent_by <> approved_by AND NOT sent_by = ANY (makers))),
    CONSTRAINT batch_approved_hash CHECK (approved_sha256 IS NULL OR approved_sha256 = list_sha256),
    CHECK (status NOT IN ('APPROVED', 'SENT')
           OR (approved_by IS NOT NULL AND approved_at IS NOT NULL AND approved_sha256 IS NOT NULL)),
    CHECK ((status = 'SENT') = (sent_by IS NOT NULL) AND (sent_by IS NULL) = (sent_at IS NULL)),
    CONSTRAINT batch_given_file_stands CHECK (file_given_at IS NULL OR status IN ('APPROVED', 'SENT')),
    CHECK ((status = 'REJECTED') = (rejected_by IS NOT NULL)
           AND (rejected_by IS NULL) = (rejection_reason IS NULL) AND (rejected_by IS NULL) = (rejected_at IS NULL))
);
CREATE INDEX payment_batch_run ON payment_batch (run_id) WHERE status = 'PREPARING';
CREATE INDEX payment_batch_bank ON payment_batch (bank, batch_id) WHERE status IN ('APPROVED', 'SENT');
CREATE INDEX payment_batch_unanswered ON payment_batch (sent_at) WHERE status = 'SENT';

-- How an instruction may go on; the same table as MoneyState, and a test compares the two.
CREATE TABLE money_transition (
    old_state text NOT NULL,
    new_state text NOT NULL,
    PRIMARY KEY (old_state, new_state)
);
INSERT INTO money_transition VALUES
    ('PLANNED', 'SEALED'), ('PLANNED', 'VOIDED'),
    ('SEALED', 'APPROVED'), ('SEALED', 'VOIDED'),
    ('APPROVED', 'SENT'), ('APPROVED', 'VOIDED'),
    ('SENT', 'ACCEPTED'), ('SENT', 'REJECTED'), ('SENT', 'CREDITED'), ('SENT', 'UNKNOWN'),
    ('UNKNOWN', 'ACCEPTED'), ('UNKNOWN', 'REJECTED'), ('UNKNOWN', 'CREDITED'),
    ('ACCEPTED', 'REJECTED'), ('ACCEPTED', 'CREDITED'),
    ('CREDITED', 'RETURNED');

-- An attempt to pay a payment. Name and account are ciphertext.
CREATE TABLE payment_instruction (
    instruction_id uuid             PRIMARY KEY,
    payment_id     uuid             NOT NULL REFERENCES payment,
    attempt        int              NOT NULL CHECK (attempt >= 1),
    batch_id       uuid             NOT NULL REFERENCES payment_batch,
    line_no        int              NOT NULL CHECK (line_no >= 1),
    kpm_id         uuid             NOT NULL,
    cycle_id       uuid             NOT NULL,
    village_code   text COLLATE "C" NOT NULL,
    amount_idr     bigint           NOT NULL CHECK (amount_idr > 0),
    payee_cipher   bytea            NOT NULL,
    account_cipher bytea            NOT NULL,
    state          text             NOT NULL CHECK (state IN ('PLANNED', 'SEALED', 'APPROVED', 'SENT', 'ACCEPTED',
                                                              'REJECTED', 'UNKNOWN', 'CREDITED', 'RETURNED', 'VOIDED')),
    state_at       timestamptz      NOT NULL,
    bank_ref       text,
    state_report   uuid,
    UNIQUE (payment_id, attempt),
    UNIQUE (batch_id, line_no),
    UNIQUE (batch_id, payment_id)
);
-- a new attempt only after REJECTED, VOIDED or RETURNED; never from UNKNOWN, never beside another one
CREATE UNIQUE INDEX payment_instruction_open ON payment_instruction (payment_id)
    WHERE state NOT IN ('REJECTED', 'RETURNED', 'VOIDED');
CREATE INDEX payment_instruction_cycle ON payment_instruction (cycle_id, state);

CREATE TABLE instruction_history (
    instruction_history_id bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    instruction_id         uuid        NOT NULL,
    old_state              text,
    new_state              text        NOT NULL,
    cause                  text        NOT NULL,
    cause_id               text        NOT NULL,
    recorded_at            timestamptz NOT NULL
);
CREATE INDEX instruction_history_instruction ON instruction_history (instruction_id, instruction_history_id);

-- What people have to look at. Two of them settle it; what a later preparation instructs settles itself.
CREATE TABLE bank_exception (
    exception_id    uuid             PRIMARY KEY,
    exception_class text             NOT NULL,
    reason          text             NOT NULL,
    bank            text,
    cycle_id        uuid             REFERENCES payment_cycle,
    village_code    text COLLATE "C",
    kpm_id          uuid,
    payment_id      uuid             REFERENCES payment,
    batch_id        uuid             REFERENCES payment_batch,
    instruction_id  uuid             REFERENCES payment_instruction,
    report_id       uuid,
    line_no         int,
    amount_idr      bigint,
    found_at        timestamptz      NOT NULL,
    state           text             NOT NULL CHECK (state IN ('OPEN', 'PROPOSED', 'RESOLVED')),
    proposed_by     text,
    proposed_at     timestamptz,
    proposal        text,
    resolved_by     text,
    resolved_at     timestamptz,
    CHECK ((state = 'OPEN') = (proposed_by IS NULL AND resolved_by IS NULL)),
    CHECK ((state = 'RESOLVED') = (resolved_by IS NOT NULL) AND (resolved_by IS NULL) = (resolved_at IS NULL)),
    CHECK ((proposed_by IS NULL) = (proposal IS NULL) AND (proposed_by IS NULL) = (proposed_at IS NULL)),
    CONSTRAINT exception_by_two CHECK (resolved_by IS NULL OR resolved_by <> proposed_by
                                       OR exception_class = 'NOT_INSTRUCTED' AND proposed_by IS NULL)
);
CREATE UNIQUE INDEX bank_exception_not_instructed ON bank_exception (payment_id)
    WHERE exception_class = 'NOT_INSTRUCTED' AND state <> 'RESOLVED';
CREATE INDEX bank_exception_open ON bank_exception (exception_id) WHERE state <> 'RESOLVED';

CREATE TRIGGER instruction_history_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON instruction_history
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
CREATE TRIGGER payment_instruction_never_deleted BEFORE DELETE OR TRUNCATE ON payment_instruction
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
CREATE TRIGGER payment_batch_never_deleted BEFORE DELETE OR TRUNCATE ON payment_batch
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
CREATE TRIGGER bank_exception_never_deleted BEFORE DELETE OR TRUNCATE ON bank_exception
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();

-- An instruction is of a payment of the batch's sealed cycle, for exactly its amount, while the batch is being prepared.
CREATE FUNCTION check_new_instructions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM added
                 JOIN payment USING (payment_id)
                 JOIN payment_batch ON payment_batch.batch_id = added.batch_id
                 JOIN payment_cycle ON payment_cycle.cycle_id = payment_batch.cycle_id
                WHERE payment.amount_idr <> added.amount_idr OR payment.status <> 'PAYABLE'
                   OR payment.cycle_id <> payment_batch.cycle_id OR added.cycle_id <> payment_batch.cycle_id
                   OR payment.kpm_id <> added.kpm_id OR payment_cycle.status <> 'SEALED'
                   OR payment_batch.status <> 'PREPARING' OR added.state <> 'PLANNED') THEN
        RAISE EXCEPTION 'an instruction is not that of its payment' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER payment_instruction_new AFTER INSERT ON payment_instruction REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION check_new_instructions();

CREATE FUNCTION check_instruction_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.instruction_id, NEW.payment_id, NEW.attempt, NEW.batch_id, NEW.line_no, NEW.kpm_id, NEW.cycle_id, NEW.village_code,
        NEW.amount_idr, NEW.payee_cipher, NEW.account_cipher)
       IS DISTINCT FROM
       (OLD.instruction_id, OLD.payment_id, OLD.attempt, OLD.batch_id, OLD.line_no, OLD.kpm_id, OLD.cycle_id, OLD.village_code,
        OLD.amount_idr, OLD.payee_cipher, OLD.account_cipher) THEN
        RAISE EXCEPTION 'an instruction does not change' USING ERRCODE = 'restrict_violation';
    END IF;
    IF OLD.state <> NEW.state
       AND NOT EXISTS (SELECT 1 FROM money_transition WHERE old_state = OLD.state AND new_state = NEW.state) THEN
        RAISE EXCEPTION 'an instruction does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER payment_instruction_change BEFORE UPDATE ON payment_instruction
    FOR EACH ROW EXECUTE FUNCTION check_instruction_change();

CREATE FUNCTION check_batch_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.status <> 'PREPARING'
       AND (NEW.cycle_id, NEW.bank, NEW.bic, NEW.funding_account, NEW.debtor_name, NEW.kind, NEW.file_no, NEW.message_id,
            NEW.makers, NEW.payments, NEW.amount_idr, NEW.list_sha256, NEW.prepared_at)
           IS DISTINCT FROM
           (OLD.cycle_id, OLD.bank, OLD.bic, OLD.funding_account, OLD.debtor_name, OLD.kind, OLD.file_no, OLD.message_id,
            OLD.makers, OLD.payments, OLD.amount_idr, OLD.list_sha256, OLD.prepared_at) THEN
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
    IF (OLD.status, NEW.status) NOT IN (('PREPARING', 'PREPARING'), ('PREPARING', 'PREPARED'), ('PREPARED', 'APPROVED'),
                                        ('PREPARED', 'REJECTED'), ('APPROVED', 'APPROVED'), ('APPROVED', 'SENT'),
                                        ('APPROVED', 'REJECTED'), ('SENT', 'SENT')) THEN
        RAISE EXCEPTION 'a batch does not go from % to %', OLD.status, NEW.status USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER payment_batch_change BEFORE UPDATE ON payment_batch
    FOR EACH ROW EXECUTE FUNCTION check_batch_change();
