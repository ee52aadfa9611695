-- Proposals that a family graduates: made by the field with a visit as evidence, reviewed by another person, and decided in the
-- verification service, whose answer they follow. They change no membership by themselves.
CREATE TABLE graduation_policy (
    policy_code      text    NOT NULL PRIMARY KEY,
    valid_from       date    NOT NULL UNIQUE,
    natural_days     integer NOT NULL CHECK (natural_days BETWEEN 0 AND 366),
    visit_days       integer NOT NULL CHECK (visit_days BETWEEN 1 AND 366),
    membership_years integer NOT NULL CHECK (membership_years BETWEEN 1 AND 20),
    legal_basis      text    NOT NULL CHECK (legal_basis <> '')
);
INSERT INTO graduation_policy (policy_code, valid_from, natural_days, visit_days, membership_years, legal_basis) VALUES
    ('GRADUATION-2026', '2018-01-01', 90, 180, 5, 'five years: seen in the field; days: choice, no legal text names any');
CREATE TRIGGER graduation_policy_versions BEFORE INSERT OR UPDATE OR DELETE ON graduation_policy
    FOR EACH ROW EXECUTE FUNCTION require_policy_version('GRADUATION');

CREATE TABLE graduation (
    graduation_id    uuid        NOT NULL PRIMARY KEY,
    kpm_id           uuid        NOT NULL REFERENCES kpm (id),
    type             text        NOT NULL,
    reason           text        NOT NULL,
    welfare_category text        NOT NULL,
    ppse             text        NOT NULL,
    year_joined      integer     NOT NULL CHECK (year_joined BETWEEN 2007 AND 2100),
    household_size   integer     NOT NULL CHECK (household_size BETWEEN 1 AND 30),
    visit_id         uuid        NOT NULL,
    effective_on     date        NOT NULL,
    policy_code      text        NOT NULL,
    state            text        NOT NULL,
    version          integer     NOT NULL CHECK (version > 0),
    rejection        text,
    proposed_by      text        NOT NULL CHECK (proposed_by <> ''),
    proposed_at      timestamptz NOT NULL,
    reviewed_by      text,
    exit_proposal_id uuid UNIQUE,
    decision_id      uuid UNIQUE,
    FOREIGN KEY (visit_id, kpm_id) REFERENCES home_visit (visit_id, kpm_id),
    CONSTRAINT graduation_reason_of_type CHECK ((type, reason) IN (
        ('NATURAL', 'LAST_COMPONENT_ENDED'), ('SELF_RELIANT', 'INCOME_IMPROVED'), ('SELF_RELIANT', 'ABOVE_MINIMUM_WAGE'),
        ('SELF_RELIANT', 'PUBLIC_EMPLOYEE'), ('MEMBERSHIP', 'MEMBER_OVER_FIVE_YEARS'))),
    CONSTRAINT graduation_welfare_known CHECK (welfare_category IN ('PRE_PROSPEROUS', 'PROSPEROUS', 'PROSPEROUS_SELF_RELIANT')),
    CONSTRAINT graduation_ppse_known CHECK (ppse IN ('NONE', 'CANDIDATE', 'DONE')),
    CONSTRAINT graduation_state_known CHECK (state IN (
        'PROPOSED', 'REJECTED', 'WITHDRAWN', 'FORWARDED', 'DISMISSED', 'CONFIRMED', 'GRADUATED', 'LIFTED')),
    CONSTRAINT graduation_rejected CHECK ((state = 'REJECTED') = (rejection IS NOT NULL)),
    CONSTRAINT graduation_rejection_known CHECK (rejection IN (
        'EVIDENCE_INSUFFICIENT', 'STILL_IN_NEED', 'DATA_DISAGREES', 'OTHER')),
    CONSTRAINT graduation_reviewed CHECK (
        (state NOT IN ('PROPOSED', 'WITHDRAWN') AND reviewed_by IS NOT NULL)
        OR state = 'WITHDRAWN' OR (state = 'PROPOSED' AND reviewed_by IS NULL)),
    CONSTRAINT graduation_reviewed_by_another CHECK (reviewed_by <> proposed_by),
    CONSTRAINT graduation_forwarded CHECK (
        state NOT IN ('FORWARDED', 'DISMISSED', 'CONFIRMED', 'GRADUATED', 'LIFTED') OR exit_proposal_id IS NOT NULL),
    CONSTRAINT graduation_decided CHECK (
        (state IN ('DISMISSED', 'CONFIRMED', 'GRADUATED', 'LIFTED')) = (decision_id IS NOT NULL))
);
CREATE UNIQUE INDEX graduation_one_open ON graduation (kpm_id) WHERE state IN ('PROPOSED', 'FORWARDED', 'CONFIRMED');
CREATE INDEX graduation_by_kpm ON graduation (kpm_id, graduation_id);
CREATE INDEX graduation_to_review ON graduation (proposed_at, graduation_id) WHERE state = 'PROPOSED';

CREATE FUNCTION graduation_moves_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.graduation_id, NEW.kpm_id, NEW.type, NEW.reason, NEW.welfare_category, NEW.ppse, NEW.year_joined, NEW.household_size,
        NEW.visit_id, NEW.effective_on, NEW.policy_code, NEW.proposed_by, NEW.proposed_at)
       IS DISTINCT FROM (OLD.graduation_id, OLD.kpm_id, OLD.type, OLD.reason, OLD.welfare_category, OLD.ppse, OLD.year_joined,
        OLD.household_size, OLD.visit_id, OLD.effective_on, OLD.policy_code, OLD.proposed_by, OLD.proposed_at)
       OR (OLD.exit_proposal_id IS NOT NULL AND NEW.exit_proposal_id IS DISTINCT FROM OLD.exit_proposal_id)
       OR (OLD.decision_id IS NOT NULL AND NEW.decision_id IS DISTINCT FROM OLD.decision_id)
       OR NEW.version <> OLD.version + 1 THEN
        RAISE EXCEPTION 'a proposal of a graduation does not change' USING ERRCODE = 'restrict_violation';
    END IF;
    IF (OLD.state, NEW.state) NOT IN (
           ('PROPOSED', 'FORWARDED'), ('PROPOSED', 'REJECTED'), ('PROPOSED', 'WITHDRAWN'), ('FORWARDED', 'WITHDRAWN'),
           ('FORWARDED', 'CONFIRMED'), ('FORWARDED', 'DISMISSED'), ('CONFIRMED', 'GRADUATED'), ('CONFIRMED', 'LIFTED'),
           ('GRADUATED', 'LIFTED')) THEN
        RAISE EXCEPTION 'a graduation that is % does not become %', OLD.state, NEW.state
            USING ERRCODE = 'check_violation', CONSTRAINT = 'graduation_moves_on';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER graduation_moves_on BEFORE UPDATE ON graduation FOR EACH ROW EXECUTE FUNCTION graduation_moves_on();
CREATE TRIGGER graduation_stays BEFORE DELETE ON graduation FOR EACH ROW EXECUTE FUNCTION registry_history_stays();

CREATE TABLE graduation_act (
    graduation_id uuid        NOT NULL REFERENCES graduation (graduation_id),
    act_no        integer     NOT NULL CHECK (act_no > 0),
    state         text        NOT NULL,
    by_person     text        NOT NULL CHECK (by_person <> ''),
    acted_at      timestamptz NOT NULL,
    PRIMARY KEY (graduation_id, act_no)
);
CREATE TRIGGER graduation_act_append_only BEFORE UPDATE OR DELETE ON graduation_act
    FOR EACH ROW EXECUTE FUNCTION registry_history_stays();
