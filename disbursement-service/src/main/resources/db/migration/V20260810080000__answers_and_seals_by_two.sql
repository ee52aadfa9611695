-- A report counts as the bank's own word only if the bank delivered it. What the ministry brings in on a bank's behalf waits for a
-- second person, and the database has both names.
ALTER TABLE bank_report
    ADD COLUMN channel text,
    ADD COLUMN confirmed_by text,
    ADD COLUMN confirmed_at timestamptz,
    ADD COLUMN rejected_by text,
    ADD COLUMN rejected_at timestamptz,
    ADD COLUMN rejection_reason text;
-- who uploaded a report of before is known, but not whether it was a clerk of the bank
UPDATE bank_report SET channel = CASE WHEN received_by LIKE 'inbox:%' THEN 'INBOX' ELSE 'UNRECORDED' END;
ALTER TABLE bank_report
    ALTER COLUMN channel SET NOT NULL,
    ADD CONSTRAINT bank_report_channel CHECK (channel IN ('BANK', 'INBOX', 'MINISTRY', 'UNRECORDED')),
    DROP CONSTRAINT bank_report_status_check,
    ADD CONSTRAINT bank_report_status_check
        CHECK (status IN ('AWAITING_CONFIRMATION', 'STAGED', 'APPLIED', 'WITHHELD', 'PARTIAL', 'REJECTED')),
    DROP CONSTRAINT bank_report_check1,
    ADD CONSTRAINT bank_report_finished CHECK ((status IN ('AWAITING_CONFIRMATION', 'STAGED')) = (finished_at IS NULL)),
    ADD CONSTRAINT bank_report_confirmation CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)),
    ADD CONSTRAINT bank_report_by_two CHECK (confirmed_by IS NULL OR confirmed_by <> received_by),
    -- nothing is applied on one person's word
    ADD CONSTRAINT bank_report_of_bank_or_confirmed
        CHECK (channel <> 'MINISTRY' OR status NOT IN ('STAGED', 'APPLIED') OR confirmed_by IS NOT NULL),
    ADD CONSTRAINT bank_report_waiting CHECK (status <> 'AWAITING_CONFIRMATION' OR (channel = 'MINISTRY' AND confirmed_by IS NULL)),
    ADD CONSTRAINT bank_report_rejection
        CHECK ((status = 'REJECTED') = (rejected_by IS NOT NULL)
               AND (rejected_by IS NULL) = (rejected_at IS NULL) AND (rejected_by IS NULL) = (rejection_reason IS NULL)),
    ADD CONSTRAINT bank_report_rejected_unapplied CHECK (status <> 'REJECTED' OR (confirmed_by IS NULL AND checkpoint = 0));

-- a rejected report keeps neither the bank nor another person from bringing in the same bytes
ALTER TABLE bank_report DROP CONSTRAINT bank_report_bank_sha256_key;
CREATE UNIQUE INDEX bank_report_bytes ON bank_report (bank, sha256) WHERE status <> 'REJECTED';
CREATE INDEX bank_report_awaiting ON bank_report (received_at) WHERE status = 'AWAITING_CONFIRMATION';

CREATE FUNCTION refuse_report_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the origin of a report does not change' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER bank_report_origin BEFORE UPDATE ON bank_report FOR EACH ROW
    WHEN ((NEW.bank, NEW.sha256, NEW.batch_id, NEW.channel, NEW.received_by, NEW.received_at)
          IS DISTINCT FROM (OLD.bank, OLD.sha256, OLD.batch_id, OLD.channel, OLD.received_by, OLD.received_at)
          OR (OLD.confirmed_by IS NOT NULL AND NEW.confirmed_by IS DISTINCT FROM OLD.confirmed_by)
          OR OLD.status = 'REJECTED')
    EXECUTE FUNCTION refuse_report_change();
CREATE TRIGGER bank_report_channel_known BEFORE INSERT ON bank_report FOR EACH ROW
    WHEN (NEW.channel = 'UNRECORDED')
    EXECUTE FUNCTION refuse_report_change();

-- Nobody who took part in a batch brings in or confirms what the bank is to have answered to it.
CREATE FUNCTION check_report_persons() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM payment_batch b
                WHERE b.batch_id = NEW.batch_id
                  AND (NEW.received_by = ANY (b.makers) OR NEW.received_by IN (b.approved_by, b.sent_by)
                       OR NEW.confirmed_by = ANY (b.makers) OR NEW.confirmed_by IN (b.approved_by, b.sent_by))) THEN
        RAISE EXCEPTION 'a person of the batch answers for the bank' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER bank_report_persons AFTER INSERT OR UPDATE OF confirmed_by ON bank_report FOR EACH ROW
    WHEN (NEW.channel = 'MINISTRY')
    EXECUTE FUNCTION check_report_persons();

-- The seal of a cycle that an officer proposes. The list keeps changing until it is sealed, so a proposal names one list.
CREATE TABLE cycle_seal_proposal (
    proposal_id        uuid        PRIMARY KEY,
    cycle_id           uuid        NOT NULL REFERENCES payment_cycle,
    payable_payments   bigint      NOT NULL CHECK (payable_payments >= 0),
    payable_idr        bigint      NOT NULL CHECK (payable_idr >= 0),
    held_payments      bigint      NOT NULL CHECK (held_payments >= 0),
    held_idr           bigint      NOT NULL CHECK (held_idr >= 0),
    forfeited_payments bigint      NOT NULL CHECK (forfeited_payments >= 0),
    forfeited_idr      bigint      NOT NULL CHECK (forfeited_idr >= 0),
    list_sha256        text        NOT NULL CHECK (list_sha256 ~ '^[0-9a-f]{64}$'),
    proposed_by        text        NOT NULL,
    proposed_at        timestamptz NOT NULL,
    outcome            text        CHECK (outcome IN ('SEALED', 'WITHDRAWN', 'REPLACED', 'RECALCULATED')),
    ended_by           text,
    ended_at           timestamptz,
    withdrawal_reason  text,
    CHECK ((outcome IS NULL) = (ended_at IS NULL) AND (outcome IS NULL) = (ended_by IS NULL)),
    CHECK ((outcome IS NOT DISTINCT FROM 'WITHDRAWN') = (withdrawal_reason IS NOT NULL)),
    CONSTRAINT seal_proposal_by_two CHECK (outcome IS DISTINCT FROM 'SEALED' OR ended_by <> proposed_by)
);
CREATE UNIQUE INDEX cycle_seal_proposal_open ON cycle_seal_proposal (cycle_id) WHERE outcome IS NULL;
CREATE INDEX cycle_seal_proposal_of_cycle ON cycle_seal_proposal (cycle_id, proposed_at);
CREATE TRIGGER cycle_seal_proposal_never_deleted BEFORE DELETE OR TRUNCATE ON cycle_seal_proposal
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
CREATE FUNCTION refuse_proposal_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a proposed seal does not change, it only ends' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER cycle_seal_proposal_fixed BEFORE UPDATE ON cycle_seal_proposal FOR EACH ROW
    WHEN (OLD.outcome IS NOT NULL
          OR (NEW.proposal_id, NEW.cycle_id, NEW.payable_payments, NEW.payable_idr, NEW.held_payments, NEW.held_idr,
              NEW.forfeited_payments, NEW.forfeited_idr, NEW.list_sha256, NEW.proposed_by, NEW.proposed_at)
             IS DISTINCT FROM
             (OLD.proposal_id, OLD.cycle_id, OLD.payable_payments, OLD.payable_idr, OLD.held_payments, OLD.held_idr,
              OLD.forfeited_payments, OLD.forfeited_idr, OLD.list_sha256, OLD.proposed_by, OLD.proposed_at))
    EXECUTE FUNCTION refuse_proposal_change();

-- A seal of before this rule has no proposer; each later one has, and it is another person.
ALTER TABLE cycle_seal ADD COLUMN proposed_by text;
ALTER TABLE cycle_seal
    ADD CONSTRAINT cycle_seal_by_two CHECK (proposed_by IS NOT NULL AND proposed_by <> sealed_by) NOT VALID;
CREATE FUNCTION check_new_seal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM cycle_seal_proposal p
                    WHERE p.cycle_id = NEW.cycle_id AND p.outcome IS NULL AND p.proposed_by = NEW.proposed_by
                      AND p.list_sha256 = NEW.list_sha256) THEN
        RAISE EXCEPTION 'a seal that was not proposed' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER cycle_seal_proposed AFTER INSERT ON cycle_seal FOR EACH ROW EXECUTE FUNCTION check_new_seal();

-- Neither of the two who sealed the list approves a file of it.
CREATE FUNCTION check_batch_approver() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM cycle_seal s
                WHERE s.cycle_id = NEW.cycle_id AND NEW.approved_by IN (s.proposed_by, s.sealed_by)) THEN
        RAISE EXCEPTION 'a person of the seal approves the batch' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER payment_batch_approver BEFORE UPDATE OF approved_by ON payment_batch FOR EACH ROW
    WHEN (OLD.approved_by IS NULL AND NEW.approved_by IS NOT NULL)
    EXECUTE FUNCTION check_batch_approver();

-- A confirmation names the version of the proposal that it confirms; one of the two persons is of the ministry.
ALTER TABLE bank_exception
    ADD COLUMN version int NOT NULL DEFAULT 0 CHECK (version >= 0),
    ADD COLUMN proposed_by_ministry boolean NOT NULL DEFAULT false,
    ADD COLUMN resolved_by_ministry boolean NOT NULL DEFAULT false;
UPDATE bank_exception SET version = 1 WHERE proposed_by IS NOT NULL;
-- the roles of the persons of before were not recorded
ALTER TABLE bank_exception
    ADD CONSTRAINT exception_with_ministry
        CHECK (resolved_by IS NULL OR proposed_by_ministry OR resolved_by_ministry) NOT VALID;
