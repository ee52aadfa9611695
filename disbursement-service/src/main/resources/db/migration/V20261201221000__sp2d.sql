-- The treasury's documents (SP2D): money that has reached a bank for a cycle (docs/rules/payments.md). A correction is a new
-- document that supersedes the former one; both stay.
CREATE TABLE sp2d (
    sp2d_id           uuid        PRIMARY KEY,
    cycle_id          uuid        NOT NULL REFERENCES payment_cycle,
    bank              text        NOT NULL CHECK (bank <> ''),
    sp2d_number       text        NOT NULL CHECK (sp2d_number ~ '^[0-9A-Z][0-9A-Z./-]{2,39}$'),
    issued_on         date        NOT NULL,
    spm_number        text        NOT NULL CHECK (spm_number ~ '^[0-9A-Z][0-9A-Z./-]{2,39}$'),
    amount_idr        bigint      NOT NULL CHECK (amount_idr > 0),
    supersedes        uuid        REFERENCES sp2d,
    correction_reason text        CHECK (correction_reason <> ''),
    status            text        NOT NULL CHECK (status IN ('RECORDED', 'APPROVED', 'REFUSED')),
    recorded_by       text        NOT NULL CHECK (recorded_by <> ''),
    recorded_at       timestamptz NOT NULL,
    decided_by        text,
    decided_at        timestamptz,
    refusal_reason    text        CHECK (refusal_reason <> ''),
    superseded_by     uuid        REFERENCES sp2d,
    CHECK ((supersedes IS NULL) = (correction_reason IS NULL)),
    CHECK ((status = 'RECORDED') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
    CHECK ((status = 'REFUSED') = (refusal_reason IS NOT NULL)),
    CHECK (superseded_by IS NULL OR status = 'APPROVED'),
    -- not of a later day, in Jakarta
    CHECK (issued_on <= (recorded_at AT TIME ZONE 'Asia/Jakarta')::date),
    CONSTRAINT sp2d_by_two CHECK (status <> 'APPROVED' OR decided_by <> recorded_by)
);
CREATE INDEX sp2d_of_cycle ON sp2d (cycle_id, bank, sp2d_id);
-- money is counted once
CREATE UNIQUE INDEX sp2d_number_in_force ON sp2d (sp2d_number) WHERE status = 'APPROVED' AND superseded_by IS NULL;
CREATE UNIQUE INDEX sp2d_correction ON sp2d (supersedes) WHERE status <> 'REFUSED';
CREATE UNIQUE INDEX sp2d_number_waiting ON sp2d (sp2d_number) WHERE status = 'RECORDED';
CREATE INDEX sp2d_waiting ON sp2d (recorded_at) WHERE status = 'RECORDED';

CREATE TRIGGER sp2d_never_deleted BEFORE DELETE OR TRUNCATE ON sp2d
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
CREATE FUNCTION refuse_sp2d_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'an SP2D is decided once and superseded once, and does not change' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER sp2d_fixed BEFORE UPDATE ON sp2d FOR EACH ROW
    WHEN ((NEW.sp2d_id, NEW.cycle_id, NEW.bank, NEW.sp2d_number, NEW.issued_on, NEW.spm_number, NEW.amount_idr, NEW.supersedes,
           NEW.correction_reason, NEW.recorded_by, NEW.recorded_at)
          IS DISTINCT FROM
          (OLD.sp2d_id, OLD.cycle_id, OLD.bank, OLD.sp2d_number, OLD.issued_on, OLD.spm_number, OLD.amount_idr, OLD.supersedes,
           OLD.correction_reason, OLD.recorded_by, OLD.recorded_at)
          OR (OLD.status <> 'RECORDED' AND (NEW.status, NEW.decided_by, NEW.decided_at, NEW.refusal_reason)
                                            IS DISTINCT FROM (OLD.status, OLD.decided_by, OLD.decided_at, OLD.refusal_reason))
          OR OLD.superseded_by IS NOT NULL)
    EXECUTE FUNCTION refuse_sp2d_change();

-- A correction is of the same cycle and bank as what it corrects, which was approved.
CREATE FUNCTION check_sp2d_correction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM sp2d former
                    WHERE former.sp2d_id = NEW.supersedes AND former.cycle_id = NEW.cycle_id AND former.bank = NEW.bank
                      AND former.status = 'APPROVED') THEN
        RAISE EXCEPTION 'an SP2D corrects an approved one of its cycle and bank' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER sp2d_correction_new AFTER INSERT ON sp2d FOR EACH ROW WHEN (NEW.supersedes IS NOT NULL)
    EXECUTE FUNCTION check_sp2d_correction();
CREATE FUNCTION check_sp2d_superseded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM sp2d later
                    WHERE later.sp2d_id = NEW.superseded_by AND later.supersedes = NEW.sp2d_id AND later.status = 'APPROVED') THEN
        RAISE EXCEPTION 'an SP2D is superseded by an approved correction' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER sp2d_superseded AFTER UPDATE OF superseded_by ON sp2d DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.superseded_by IS NOT NULL) EXECUTE FUNCTION check_sp2d_superseded();

-- What the treasury has given to a bank for a cycle, and what was sent of it. What a bank refused it never took from the funding
-- account, so it can be sent again; what it returned goes back to the treasury, and needs another SP2D.
CREATE FUNCTION sp2d_received(of_cycle uuid, of_bank text) RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT coalesce(sum(amount_idr), 0)::bigint FROM sp2d
     WHERE cycle_id = of_cycle AND bank = of_bank AND status = 'APPROVED' AND superseded_by IS NULL
$$;
CREATE FUNCTION sp2d_used(of_cycle uuid, of_bank text) RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT (coalesce((SELECT sum(b.amount_idr) FROM payment_batch b
                       WHERE b.cycle_id = of_cycle AND b.bank = of_bank AND b.status = 'SENT'), 0)
          - coalesce((SELECT sum(i.amount_idr) FROM payment_instruction i JOIN payment_batch b USING (batch_id)
                       WHERE i.cycle_id = of_cycle AND i.is_unsettled AND i.status = 'REJECTED' AND b.bank = of_bank), 0))::bigint
$$;

-- Sent per bank at most what was received; whoever sends or corrects waits for the others.
CREATE FUNCTION check_sent_within_sp2d() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM sp2d WHERE cycle_id = NEW.cycle_id AND bank = NEW.bank FOR UPDATE;
    IF sp2d_used(NEW.cycle_id, NEW.bank) > sp2d_received(NEW.cycle_id, NEW.bank) THEN
        RAISE EXCEPTION 'more is sent to a bank than the treasury has given' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER payment_batch_within_sp2d AFTER UPDATE OF status ON payment_batch
    FOR EACH ROW WHEN (OLD.status <> 'SENT' AND NEW.status = 'SENT') EXECUTE FUNCTION check_sent_within_sp2d();
CREATE CONSTRAINT TRIGGER sp2d_covers_sent AFTER UPDATE OF superseded_by ON sp2d DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.superseded_by IS NOT NULL) EXECUTE FUNCTION check_sent_within_sp2d();
