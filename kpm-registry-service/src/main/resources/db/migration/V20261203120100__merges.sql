-- Merges of two families that are one. One stays as it is; the other leaves by a decision of the verification service, whose
-- answer the merge follows, and points to the one that stays.
CREATE TABLE family_merge (
    merge_id           uuid        NOT NULL PRIMARY KEY,
    survivor_kpm       uuid        NOT NULL REFERENCES kpm (id),
    survivor_version   bigint      NOT NULL,
    ended_kpm          uuid        NOT NULL REFERENCES kpm (id),
    ended_version      bigint      NOT NULL,
    ended_group        text,
    evidence           text        NOT NULL,
    evidence_reference text        NOT NULL CHECK (evidence_reference <> ''),
    effective_on       date        NOT NULL,
    state              text        NOT NULL,
    version            integer     NOT NULL CHECK (version > 0),
    rejection          text,
    proposed_by        text        NOT NULL CHECK (proposed_by <> ''),
    proposed_at        timestamptz NOT NULL,
    reviewed_by        text,
    exit_proposal_id   uuid UNIQUE,
    decision_id        uuid UNIQUE,
    CONSTRAINT family_merge_of_two CHECK (survivor_kpm <> ended_kpm),
    CONSTRAINT family_merge_evidence_known CHECK (evidence IN ('FAMILY_CARD', 'IDENTITY_CARD', 'CIVIL_REGISTRY', 'HOME_VISIT')),
    CONSTRAINT family_merge_state_known CHECK (state IN (
        'PROPOSED', 'REJECTED', 'WITHDRAWN', 'FORWARDED', 'DISMISSED', 'CONFIRMED', 'MERGED', 'UNDONE')),
    CONSTRAINT family_merge_rejected CHECK ((state = 'REJECTED') = (rejection IS NOT NULL)),
    CONSTRAINT family_merge_rejection_known CHECK (rejection IN (
        'EVIDENCE_INSUFFICIENT', 'NOT_THE_SAME', 'OTHER_SURVIVOR', 'DATA_CHANGED')),
    CONSTRAINT family_merge_reviewed CHECK (
        (state NOT IN ('PROPOSED', 'WITHDRAWN') AND reviewed_by IS NOT NULL)
        OR state = 'WITHDRAWN' OR (state = 'PROPOSED' AND reviewed_by IS NULL)),
    CONSTRAINT family_merge_reviewed_by_another CHECK (reviewed_by <> proposed_by),
    CONSTRAINT family_merge_forwarded CHECK (
        state NOT IN ('FORWARDED', 'DISMISSED', 'CONFIRMED', 'MERGED', 'UNDONE') OR exit_proposal_id IS NOT NULL),
    CONSTRAINT family_merge_decided CHECK (
        (state IN ('DISMISSED', 'CONFIRMED', 'MERGED', 'UNDONE')) = (decision_id IS NOT NULL))
);
-- A family ends for one other family at most.
CREATE UNIQUE INDEX family_merge_one_open ON family_merge (ended_kpm)
    WHERE state IN ('PROPOSED', 'FORWARDED', 'CONFIRMED', 'MERGED');
CREATE INDEX family_merge_by_survivor ON family_merge (survivor_kpm);
CREATE INDEX family_merge_to_review ON family_merge (proposed_at, merge_id) WHERE state = 'PROPOSED';

-- Neither chains nor circles. Whoever proposes has locked both families.
CREATE FUNCTION family_merge_no_chain() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM family_merge o WHERE o.state IN ('PROPOSED', 'FORWARDED', 'CONFIRMED', 'MERGED')
                  AND (o.ended_kpm = NEW.survivor_kpm OR o.survivor_kpm = NEW.ended_kpm)) THEN
        RAISE EXCEPTION 'a family that ends for another one stays for none'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'family_merge_no_chain';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER family_merge_no_chain BEFORE INSERT ON family_merge FOR EACH ROW EXECUTE FUNCTION family_merge_no_chain();

CREATE FUNCTION family_merge_moves_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.merge_id, NEW.survivor_kpm, NEW.survivor_version, NEW.ended_kpm, NEW.ended_version, NEW.ended_group, NEW.evidence,
        NEW.evidence_reference, NEW.effective_on, NEW.proposed_by, NEW.proposed_at)
       IS DISTINCT FROM (OLD.merge_id, OLD.survivor_kpm, OLD.survivor_version, OLD.ended_kpm, OLD.ended_version, OLD.ended_group,
        OLD.evidence, OLD.evidence_reference, OLD.effective_on, OLD.proposed_by, OLD.proposed_at)
       OR (OLD.exit_proposal_id IS NOT NULL AND NEW.exit_proposal_id IS DISTINCT FROM OLD.exit_proposal_id)
       OR (OLD.decision_id IS NOT NULL AND NEW.decision_id IS DISTINCT FROM OLD.decision_id)
       OR NEW.version <> OLD.version + 1 THEN
        RAISE EXCEPTION 'a proposal of a merge does not change' USING ERRCODE = 'restrict_violation';
    END IF;
    IF (OLD.state, NEW.state) NOT IN (
           ('PROPOSED', 'FORWARDED'), ('PROPOSED', 'REJECTED'), ('PROPOSED', 'WITHDRAWN'), ('FORWARDED', 'WITHDRAWN'),
           ('FORWARDED', 'CONFIRMED'), ('FORWARDED', 'DISMISSED'), ('CONFIRMED', 'MERGED'), ('CONFIRMED', 'UNDONE'),
           ('MERGED', 'UNDONE')) THEN
        RAISE EXCEPTION 'a merge that is % does not become %', OLD.state, NEW.state
            USING ERRCODE = 'check_violation', CONSTRAINT = 'family_merge_moves_on';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER family_merge_moves_on BEFORE UPDATE ON family_merge FOR EACH ROW EXECUTE FUNCTION family_merge_moves_on();
CREATE TRIGGER family_merge_stays BEFORE DELETE ON family_merge FOR EACH ROW EXECUTE FUNCTION registry_history_stays();

CREATE TABLE family_merge_act (
    merge_id  uuid        NOT NULL REFERENCES family_merge (merge_id),
    act_no    integer     NOT NULL CHECK (act_no > 0),
    state     text        NOT NULL,
    by_person text        NOT NULL CHECK (by_person <> ''),
    acted_at  timestamptz NOT NULL,
    PRIMARY KEY (merge_id, act_no)
);
CREATE TRIGGER family_merge_act_append_only BEFORE UPDATE OR DELETE ON family_merge_act
    FOR EACH ROW EXECUTE FUNCTION registry_history_stays();
