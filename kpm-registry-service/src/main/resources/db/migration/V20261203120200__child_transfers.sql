-- A child who lives with another family. Proposed where it lived, confirmed where it lives; it is in one family on each day.
CREATE TABLE child_transfer (
    transfer_id        uuid        NOT NULL PRIMARY KEY,
    member_id          uuid        NOT NULL,
    from_kpm           uuid        NOT NULL REFERENCES kpm (id),
    from_version       bigint      NOT NULL,
    to_kpm             uuid        NOT NULL REFERENCES kpm (id),
    joined_member_id   uuid UNIQUE,
    reason             text        NOT NULL,
    releasing_evidence text        NOT NULL,
    receiving_evidence text        NOT NULL,
    evidence_reference text        NOT NULL CHECK (evidence_reference <> ''),
    effective_on       date        NOT NULL,
    state              text        NOT NULL,
    rejection          text,
    proposed_by        text        NOT NULL CHECK (proposed_by <> ''),
    proposed_at        timestamptz NOT NULL,
    decided_by         text,
    decided_at         timestamptz,
    FOREIGN KEY (member_id, from_kpm) REFERENCES family_member (id, kpm_id),
    FOREIGN KEY (joined_member_id, to_kpm) REFERENCES family_member (id, kpm_id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT child_transfer_of_two CHECK (from_kpm <> to_kpm),
    CONSTRAINT child_transfer_first_of_month CHECK (extract(day FROM effective_on) = 1),
    CONSTRAINT child_transfer_reason_known CHECK (reason IN (
        'LIVES_WITH_RELATIVES', 'CUSTODY', 'PARENT_DIED', 'BACK_WITH_PARENTS')),
    CONSTRAINT child_transfer_evidence_known CHECK (
        releasing_evidence IN ('SIGNED_STATEMENT', 'VILLAGE_LETTER', 'FAMILY_CARD', 'COURT_DECISION')
        AND receiving_evidence IN ('SIGNED_STATEMENT', 'VILLAGE_LETTER', 'FAMILY_CARD', 'COURT_DECISION')),
    CONSTRAINT child_transfer_state_known CHECK (state IN ('PROPOSED', 'CONFIRMED', 'REJECTED', 'WITHDRAWN')),
    CONSTRAINT child_transfer_rejection_known CHECK (rejection IN (
        'EVIDENCE_INSUFFICIENT', 'CHILD_NOT_THERE', 'CARETAKER_DISAGREES')),
    CONSTRAINT child_transfer_rejected CHECK ((state = 'REJECTED') = (rejection IS NOT NULL)),
    CONSTRAINT child_transfer_joined CHECK ((state = 'CONFIRMED') = (joined_member_id IS NOT NULL)),
    CONSTRAINT child_transfer_decided CHECK (
        (state = 'PROPOSED') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
    CONSTRAINT child_transfer_by_another CHECK (state NOT IN ('CONFIRMED', 'REJECTED') OR decided_by <> proposed_by)
);
CREATE UNIQUE INDEX child_transfer_one_open ON child_transfer (member_id) WHERE state IN ('PROPOSED', 'CONFIRMED');
CREATE INDEX child_transfer_by_from ON child_transfer (from_kpm);
CREATE INDEX child_transfer_by_to ON child_transfer (to_kpm);

CREATE FUNCTION child_transfer_moves_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state <> 'PROPOSED'
       OR (NEW.transfer_id, NEW.member_id, NEW.from_kpm, NEW.from_version, NEW.to_kpm, NEW.reason, NEW.releasing_evidence,
           NEW.receiving_evidence, NEW.evidence_reference, NEW.effective_on, NEW.proposed_by, NEW.proposed_at)
          IS DISTINCT FROM (OLD.transfer_id, OLD.member_id, OLD.from_kpm, OLD.from_version, OLD.to_kpm, OLD.reason,
           OLD.releasing_evidence, OLD.receiving_evidence, OLD.evidence_reference, OLD.effective_on, OLD.proposed_by,
           OLD.proposed_at) THEN
        RAISE EXCEPTION 'a transfer is decided once, and does not change' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER child_transfer_moves_on BEFORE UPDATE ON child_transfer FOR EACH ROW EXECUTE FUNCTION child_transfer_moves_on();
CREATE TRIGGER child_transfer_stays BEFORE DELETE ON child_transfer FOR EACH ROW EXECUTE FUNCTION registry_history_stays();

-- A person leaves a family for another one if the family has left, or by a transfer that was confirmed.
CREATE OR REPLACE FUNCTION member_of_family_that_left() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT (EXISTS (SELECT FROM kpm k WHERE k.id = NEW.kpm_id
                       AND k.status IN ('INELIGIBLE', 'GRADUATED', 'MOVED', 'DECEASED', 'TERMINATED'))
            OR EXISTS (SELECT FROM child_transfer t WHERE t.member_id = NEW.id AND t.state = 'CONFIRMED'
                          AND t.effective_on = NEW.former_since))
       OR (OLD.former_since IS NOT NULL AND OLD.former_since IS DISTINCT FROM NEW.former_since) THEN
        RAISE EXCEPTION 'only a person of a family that has left, or a child that is transferred, joins another one'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'family_member_former';
    END IF;
    RETURN NEW;
END $$;
