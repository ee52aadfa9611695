-- Complaints (pengaduan): what is wrong for a family, who has it, the steps of its handling, and its outcome. Steps and acts are
-- only ever added. What people write is ciphertext, because it can name persons. A level is 1 facilitator, 2 coordinator,
-- 3 regency, 4 ministry.
ALTER TABLE home_visit ADD CONSTRAINT home_visit_of_family UNIQUE (visit_id, kpm_id);

CREATE TABLE complaint (
    complaint_id         uuid        NOT NULL PRIMARY KEY,
    kpm_id               uuid        NOT NULL REFERENCES kpm (id),
    type                 text        NOT NULL,
    priority             text        NOT NULL,
    channel              text        NOT NULL,
    member_id            uuid REFERENCES family_member (id),
    about_facilitator_id uuid REFERENCES facilitator (id),
    visit_id             uuid,
    state                text        NOT NULL,
    level                integer     NOT NULL,
    first_level          integer     NOT NULL,
    reach                integer     NOT NULL,
    round                integer     NOT NULL,
    version              integer     NOT NULL,
    due_on               date        NOT NULL,
    handler              text,
    outcome              text,
    reason               text,
    followed_up_by       text,
    closed_by            text,
    family_told_on       date,
    lodged_by            text        NOT NULL CHECK (lodged_by <> ''),
    lodged_as            text        NOT NULL,
    lodged_at            timestamptz NOT NULL,
    text_cipher          bytea       NOT NULL,
    FOREIGN KEY (visit_id, kpm_id) REFERENCES home_visit (visit_id, kpm_id),
    CONSTRAINT complaint_type_known CHECK (type IN (
        'CARD_LOST', 'CARD_PIN_FORGOTTEN', 'CARD_SWALLOWED', 'CARD_DAMAGED', 'CARD_NOT_RECEIVED', 'CARD_HELD_BY_OTHER',
        'COMPLEMENTARY_ABSENT', 'COMPLEMENTARY_UNPAID', 'AID_SHORT', 'DATA_MISMATCH', 'DUPLICATE', 'WELL_OFF', 'DEAD', 'MOVED',
        'UNREACHABLE', 'REFUSED', 'SCHOOL_DROPOUT', 'FACILITATOR_CONDUCT', 'COORDINATOR_CONDUCT')),
    CONSTRAINT complaint_priority_known CHECK (priority IN ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
    CONSTRAINT complaint_channel_known CHECK (channel IN ('VISIT', 'MEETING', 'TELEPHONE', 'LETTER', 'OFFICE')),
    CONSTRAINT complaint_lodged_as_known CHECK (
        lodged_as IN ('FACILITATOR', 'COORDINATOR', 'DATA_ADMINISTRATOR', 'HOTLINE_CLERK')),
    CONSTRAINT complaint_state_known CHECK (state IN ('OPEN', 'IN_PROGRESS', 'FOLLOWED_UP', 'DONE', 'REJECTED')),
    CONSTRAINT complaint_levels CHECK (
        first_level BETWEEN 1 AND 4 AND level BETWEEN first_level AND 4 AND reach BETWEEN level AND 4),
    -- the person whom it is about is at least one level below those who handle it
    CONSTRAINT complaint_person_named CHECK (
        (type IN ('FACILITATOR_CONDUCT', 'COORDINATOR_CONDUCT') AND about_facilitator_id IS NOT NULL)
        OR type IN ('CARD_NOT_RECEIVED', 'CARD_HELD_BY_OTHER', 'AID_SHORT') OR about_facilitator_id IS NULL),
    CONSTRAINT complaint_starts_above CHECK (
        first_level >= CASE WHEN type = 'COORDINATOR_CONDUCT' THEN 3
                            WHEN type IN ('CARD_NOT_RECEIVED', 'CARD_HELD_BY_OTHER', 'AID_SHORT', 'FACILITATOR_CONDUCT') THEN 2
                            ELSE 1 END),
    CONSTRAINT complaint_handled CHECK (state IN ('OPEN', 'DONE', 'REJECTED') OR handler IS NOT NULL),
    CONSTRAINT complaint_outcome_known CHECK (outcome IN ('DONE', 'REJECTED')),
    CONSTRAINT complaint_reason_known CHECK (reason IN (
        'NOT_SUBSTANTIATED', 'ANOTHER_COMPLAINT', 'NOT_OF_PROGRAMME', 'WITHDRAWN_BY_FAMILY', 'OTHER')),
    CONSTRAINT complaint_followed_up CHECK (
        (state IN ('FOLLOWED_UP', 'DONE', 'REJECTED')) = (followed_up_by IS NOT NULL)
        AND (followed_up_by IS NULL) = (outcome IS NULL)
        AND (reason IS NOT NULL) = (outcome IS NOT DISTINCT FROM 'REJECTED')),
    -- who followed it up does not close it
    CONSTRAINT complaint_closed_by_another CHECK (
        (state IN ('DONE', 'REJECTED')) = (closed_by IS NOT NULL)
        AND (state NOT IN ('DONE', 'REJECTED') OR state = outcome)
        AND closed_by IS DISTINCT FROM coalesce(followed_up_by, '')),
    CONSTRAINT complaint_numbered CHECK (round > 0 AND version >= round)
);
CREATE INDEX complaint_by_kpm ON complaint (kpm_id, complaint_id);
CREATE INDEX complaint_by_lodger ON complaint (lodged_by, complaint_id);
CREATE INDEX complaint_open ON complaint (due_on, complaint_id) WHERE state IN ('OPEN', 'IN_PROGRESS', 'FOLLOWED_UP');
-- One open complaint of a type. Those that start above the facilitator are not in it: its refusal would tell a person of a
-- complaint that the person may not see.
CREATE UNIQUE INDEX complaint_one_open ON complaint (kpm_id, type, coalesce(member_id, kpm_id))
    WHERE state IN ('OPEN', 'IN_PROGRESS', 'FOLLOWED_UP') AND first_level = 1;

CREATE FUNCTION complaint_moves_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.complaint_id, NEW.kpm_id, NEW.type, NEW.priority, NEW.channel, NEW.member_id, NEW.about_facilitator_id, NEW.visit_id,
        NEW.first_level, NEW.lodged_by, NEW.lodged_as, NEW.lodged_at, NEW.text_cipher)
       IS DISTINCT FROM (OLD.complaint_id, OLD.kpm_id, OLD.type, OLD.priority, OLD.channel, OLD.member_id,
        OLD.about_facilitator_id, OLD.visit_id, OLD.first_level, OLD.lodged_by, OLD.lodged_as, OLD.lodged_at, OLD.text_cipher)
       OR NEW.version <> OLD.version + 1 OR NEW.level < OLD.level OR NEW.reach < OLD.reach THEN
        RAISE EXCEPTION 'what a complaint states does not change' USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (
           ('OPEN', 'IN_PROGRESS'), ('IN_PROGRESS', 'OPEN'), ('IN_PROGRESS', 'FOLLOWED_UP'), ('FOLLOWED_UP', 'IN_PROGRESS'),
           ('FOLLOWED_UP', 'DONE'), ('FOLLOWED_UP', 'REJECTED'), ('DONE', 'OPEN'), ('REJECTED', 'OPEN')) THEN
        RAISE EXCEPTION 'a complaint that is % does not become %', OLD.state, NEW.state
            USING ERRCODE = 'check_violation', CONSTRAINT = 'complaint_moves_on';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER complaint_moves_on BEFORE UPDATE ON complaint FOR EACH ROW EXECUTE FUNCTION complaint_moves_on();
CREATE TRIGGER complaint_stays BEFORE DELETE ON complaint FOR EACH ROW EXECUTE FUNCTION registry_history_stays();

CREATE TABLE complaint_step (
    complaint_id     uuid    NOT NULL REFERENCES complaint (complaint_id),
    step_no          integer NOT NULL CHECK (step_no > 0),
    round            integer NOT NULL CHECK (round > 0),
    kind             text    NOT NULL,
    card_place       integer CHECK (card_place > 0),
    taken_on         date    NOT NULL,
    accompanied_by   text    NOT NULL,
    reference_cipher bytea,
    card_last_digits text,
    note_cipher      bytea,
    recorded_by      text    NOT NULL CHECK (recorded_by <> ''),
    recorded_at      timestamptz NOT NULL,
    PRIMARY KEY (complaint_id, step_no),
    CONSTRAINT complaint_step_one_at_a_place UNIQUE (complaint_id, card_place),
    CONSTRAINT complaint_step_kind_known CHECK (kind IN (
        'POLICE_LETTER', 'BANK_REPORTED', 'HOLDER_ASKED', 'CARD_REPLACED', 'CARD_RETURNED', 'UNBLOCKED', 'FAMILY_VISITED',
        'FAMILY_CALLED', 'OFFICE_ASKED', 'DATA_UPDATED', 'ADVOCACY_LISTED', 'OTHER')),
    CONSTRAINT complaint_step_of_card CHECK ((card_place IS NOT NULL) = (kind IN (
        'POLICE_LETTER', 'BANK_REPORTED', 'HOLDER_ASKED', 'CARD_REPLACED', 'CARD_RETURNED', 'UNBLOCKED'))),
    CONSTRAINT complaint_step_accompanied CHECK (accompanied_by IN (
        'NOBODY', 'FACILITATOR', 'COORDINATOR', 'DATA_ADMINISTRATOR', 'GROUP_CHAIR', 'RELATIVE')),
    CONSTRAINT complaint_step_letter CHECK (kind <> 'POLICE_LETTER' OR reference_cipher IS NOT NULL),
    -- the last digits, never the number
    CONSTRAINT complaint_step_card CHECK (
        (kind = 'CARD_REPLACED') = (card_last_digits IS NOT NULL) AND card_last_digits ~ '^[0-9]{4}$'),
    CONSTRAINT complaint_step_not_in_future CHECK (taken_on <= (recorded_at AT TIME ZONE 'Asia/Jakarta')::date)
);
CREATE TRIGGER complaint_step_append_only BEFORE UPDATE OR DELETE ON complaint_step
    FOR EACH ROW EXECUTE FUNCTION registry_history_stays();

CREATE FUNCTION complaint_step_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM complaint_step WHERE complaint_id = NEW.complaint_id AND card_place = NEW.card_place - 1
                      AND taken_on <= NEW.taken_on) THEN
        RAISE EXCEPTION 'a step of a card complaint follows the one before it, on its day or later'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'complaint_step_in_order';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER complaint_step_in_order BEFORE INSERT ON complaint_step
    FOR EACH ROW WHEN (NEW.card_place > 1) EXECUTE FUNCTION complaint_step_in_order();

CREATE TABLE complaint_act (
    complaint_id uuid        NOT NULL REFERENCES complaint (complaint_id),
    act_no       integer     NOT NULL CHECK (act_no > 0),
    act          text        NOT NULL,
    level        integer     NOT NULL CHECK (level BETWEEN 1 AND 4),
    by_person    text        NOT NULL CHECK (by_person <> ''),
    acted_at     timestamptz NOT NULL,
    outcome      text,
    reason       text,
    note_cipher  bytea,
    PRIMARY KEY (complaint_id, act_no),
    CONSTRAINT complaint_act_known CHECK (act IN (
        'LODGED', 'TAKEN', 'FOLLOWED_UP', 'RETURNED', 'CLOSED', 'REOPENED', 'ESCALATED')),
    CONSTRAINT complaint_act_explained CHECK (act NOT IN ('RETURNED', 'REOPENED') OR note_cipher IS NOT NULL)
);
CREATE TRIGGER complaint_act_append_only BEFORE UPDATE OR DELETE ON complaint_act
    FOR EACH ROW EXECUTE FUNCTION registry_history_stays();

-- Within how many days a level settles a complaint.
CREATE TABLE complaint_deadline (
    policy_code text    NOT NULL,
    valid_from  date    NOT NULL,
    category    text    NOT NULL CHECK (category IN ('CARD', 'AID', 'DATA', 'PERSON')),
    priority    text    NOT NULL CHECK (priority IN ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
    days        integer NOT NULL CHECK (days BETWEEN 1 AND 90),
    legal_basis text    NOT NULL CHECK (legal_basis <> ''),
    PRIMARY KEY (policy_code, category, priority),
    UNIQUE (valid_from, category, priority)
);
INSERT INTO complaint_deadline (policy_code, valid_from, category, priority, days, legal_basis)
SELECT 'COMPLAINTS-2026', date '2018-01-01', category, priority, days, 'choice: no legal text and no guideline names days'
  FROM (VALUES ('CARD', 'LOW', 14), ('CARD', 'MEDIUM', 7), ('CARD', 'HIGH', 5), ('CARD', 'CRITICAL', 2),
               ('AID', 'LOW', 30), ('AID', 'MEDIUM', 14), ('AID', 'HIGH', 7), ('AID', 'CRITICAL', 3),
               ('DATA', 'LOW', 30), ('DATA', 'MEDIUM', 14), ('DATA', 'HIGH', 7), ('DATA', 'CRITICAL', 3),
               ('PERSON', 'LOW', 14), ('PERSON', 'MEDIUM', 7), ('PERSON', 'HIGH', 5), ('PERSON', 'CRITICAL', 2))
       AS days (category, priority, days);
CREATE TRIGGER complaint_deadline_versions BEFORE INSERT OR UPDATE OR DELETE ON complaint_deadline
    FOR EACH ROW EXECUTE FUNCTION require_policy_version('COMPLAINT_DEADLINES');

-- What waits, by its day, for the lists of what is due.
CREATE INDEX family_update_to_decide ON family_update (due_on, update_id) WHERE state = 'SUBMITTED';
CREATE INDEX family_update_returned ON family_update (due_on, update_id) WHERE state = 'RETURNED';
