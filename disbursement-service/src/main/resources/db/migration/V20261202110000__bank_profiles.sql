-- How the files of a bank are read that are no messages of ISO 20022 (docs/rules/bank-profiles.md). One officer enters a version, a
-- sample shows that it reads every line, and another person confirms it by its hash.
CREATE TABLE bank_profile (
    profile_id        uuid        PRIMARY KEY,
    bank              text        NOT NULL CHECK (bank <> ''),
    format            text        NOT NULL CHECK (format IN ('CSV', 'XLSX')),
    valid_from        date        NOT NULL,
    content           json        NOT NULL,
    sha256            text        NOT NULL
        CONSTRAINT bank_profile_hash CHECK (sha256 = encode(sha256(convert_to(content::text, 'UTF8')), 'hex')),
    status            text        NOT NULL CHECK (status IN ('ENTERED', 'CONFIRMED', 'REFUSED', 'WITHDRAWN')),
    entered_by        text        NOT NULL CHECK (entered_by <> ''),
    entered_at        timestamptz NOT NULL,
    -- the trial on which the second person relied
    trial_id          uuid,
    decided_by        text,
    decided_at        timestamptz,
    refusal_reason    text        CHECK (refusal_reason <> ''),
    withdrawn_by      text,
    withdrawn_at      timestamptz,
    withdrawal_reason text        CHECK (withdrawal_reason <> ''),
    CHECK (format = content ->> 'format'),
    CHECK (valid_from >= (entered_at AT TIME ZONE 'Asia/Jakarta')::date),
    CHECK ((status = 'ENTERED') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
    CHECK ((status = 'REFUSED') = (refusal_reason IS NOT NULL)),
    CHECK ((status = 'WITHDRAWN') = (withdrawn_by IS NOT NULL) AND (withdrawn_by IS NULL) = (withdrawn_at IS NULL)
           AND (withdrawn_by IS NULL) = (withdrawal_reason IS NULL)),
    CONSTRAINT bank_profile_tried CHECK ((status IN ('CONFIRMED', 'WITHDRAWN')) = (trial_id IS NOT NULL)),
    CONSTRAINT bank_profile_by_two CHECK (status NOT IN ('CONFIRMED', 'WITHDRAWN') OR decided_by <> entered_by)
);
CREATE UNIQUE INDEX bank_profile_in_use ON bank_profile (bank, format, valid_from) WHERE status = 'CONFIRMED';
CREATE INDEX bank_profile_waiting ON bank_profile (entered_at) WHERE status = 'ENTERED';

-- A sample file that was read with a profile; nothing of it is kept but this.
CREATE TABLE bank_profile_trial (
    trial_id     uuid        PRIMARY KEY,
    profile_id   uuid        NOT NULL REFERENCES bank_profile,
    sha256       text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    lines        int         NOT NULL CHECK (lines >= 0),
    unreadable   int         NOT NULL CHECK (unreadable >= 0),
    totals_agree boolean     NOT NULL,
    tried_by     text        NOT NULL CHECK (tried_by <> ''),
    tried_at     timestamptz NOT NULL,
    all_read     boolean     NOT NULL GENERATED ALWAYS AS (lines > 0 AND unreadable = 0 AND totals_agree) STORED,
    UNIQUE (trial_id, profile_id)
);
CREATE INDEX bank_profile_trial_of ON bank_profile_trial (profile_id, tried_at);
ALTER TABLE bank_profile ADD CONSTRAINT bank_profile_own_trial
    FOREIGN KEY (trial_id, profile_id) REFERENCES bank_profile_trial (trial_id, profile_id);

CREATE TRIGGER bank_profile_never_deleted BEFORE DELETE OR TRUNCATE ON bank_profile
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
CREATE TRIGGER bank_profile_trial_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON bank_profile_trial
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
CREATE FUNCTION check_bank_profile() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.profile_id, NEW.bank, NEW.format, NEW.valid_from, NEW.sha256, NEW.entered_by, NEW.entered_at)
       IS DISTINCT FROM
       (OLD.profile_id, OLD.bank, OLD.format, OLD.valid_from, OLD.sha256, OLD.entered_by, OLD.entered_at)
       OR (OLD.status, NEW.status) NOT IN (('ENTERED', 'CONFIRMED'), ('ENTERED', 'REFUSED'), ('CONFIRMED', 'WITHDRAWN'))
       OR OLD.status <> 'ENTERED' AND (NEW.trial_id, NEW.decided_by, NEW.decided_at) IS DISTINCT FROM
                                      (OLD.trial_id, OLD.decided_by, OLD.decided_at) THEN
        RAISE EXCEPTION 'a profile is decided once, and does not change' USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.status = 'CONFIRMED'
       AND NOT EXISTS (SELECT FROM bank_profile_trial t WHERE t.trial_id = NEW.trial_id AND t.all_read) THEN
        RAISE EXCEPTION 'a profile is confirmed without a trial that read every line' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER bank_profile_change BEFORE UPDATE ON bank_profile FOR EACH ROW EXECUTE FUNCTION check_bank_profile();

-- A file that was read with a profile is about any number of batches, as a notification is.
ALTER TABLE bank_report DROP CONSTRAINT bank_report_kind_check,
    ADD CONSTRAINT bank_report_kind_check CHECK (kind IN ('PAIN_002', 'CAMT_054', 'CAMT_053', 'MT_940', 'BANK_LIST')),
    -- the profile with which it was read, which its namespace names
    ADD COLUMN profile_id uuid GENERATED ALWAYS AS
        (CASE WHEN kind = 'BANK_LIST' THEN substring(namespace FROM '^urn:pkh:bank-profile:(.+)$')::uuid END) STORED
        REFERENCES bank_profile,
    ADD CONSTRAINT bank_report_profile CHECK ((kind = 'BANK_LIST') = (profile_id IS NOT NULL));
