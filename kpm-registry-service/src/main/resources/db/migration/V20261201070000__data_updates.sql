-- Data updates (pemutakhiran): what a facilitator submits about a family, from what to what, and what a data administrator
-- decided on it. Revisions and acts are only ever added. Values are ciphertext, because they can be numbers and names.
ALTER TABLE family_member ADD COLUMN died_on date;
ALTER TABLE family_member ADD CONSTRAINT family_member_carries_nothing_after_death
    CHECK (died_on IS NULL OR component IS NULL OR coalesce(component_until, 'infinity') <= died_on);

CREATE TABLE family_update (
    update_id    uuid        NOT NULL PRIMARY KEY,
    kpm_id       uuid        NOT NULL REFERENCES kpm (id),
    state        text        NOT NULL,
    revision     integer     NOT NULL,
    act_no       integer     NOT NULL,
    due_on       date        NOT NULL,
    told_overdue boolean     NOT NULL,
    submitted_by text        NOT NULL,
    submitted_at timestamptz NOT NULL,
    reverses     uuid REFERENCES family_update (update_id),
    CONSTRAINT family_update_state_known CHECK (state IN ('SUBMITTED', 'ACCEPTED', 'RETURNED', 'WITHDRAWN')),
    CONSTRAINT family_update_numbered CHECK (revision > 0 AND act_no >= revision)
);
CREATE INDEX family_update_by_kpm ON family_update (kpm_id, update_id);
CREATE INDEX family_update_by_state ON family_update (state, update_id);
CREATE INDEX family_update_overdue ON family_update (due_on) WHERE state = 'SUBMITTED' AND NOT told_overdue;
CREATE UNIQUE INDEX family_update_reversed_once ON family_update (reverses) WHERE state <> 'WITHDRAWN';

CREATE TABLE family_update_revision (
    update_id          uuid    NOT NULL REFERENCES family_update (update_id),
    revision           integer NOT NULL,
    evidence_kind      text    NOT NULL,
    evidence_reference text    NOT NULL CHECK (evidence_reference <> ''),
    evidence_on        date    NOT NULL,
    note               text,
    submitted_by       text    NOT NULL,
    submitted_at       timestamptz NOT NULL,
    PRIMARY KEY (update_id, revision),
    CONSTRAINT family_update_evidence_known CHECK (evidence_kind IN (
        'FAMILY_CARD', 'ID_CARD', 'BIRTH_CERTIFICATE', 'DEATH_CERTIFICATE', 'MOVE_LETTER', 'SCHOOL_LETTER', 'HEALTH_BOOK',
        'DISABILITY_LETTER', 'BANK_LETTER', 'HOME_VISIT', 'STATEMENT_OF_FAMILY', 'FORMER_UPDATE'))
);

CREATE TABLE family_update_change (
    update_id        uuid    NOT NULL,
    revision         integer NOT NULL,
    change_no        integer NOT NULL,
    kpm_id           uuid    NOT NULL REFERENCES kpm (id),
    kind             text    NOT NULL,
    member_id        uuid REFERENCES family_member (id),
    effective_on     date    NOT NULL,
    from_cipher      bytea   NOT NULL,
    becomes_cipher   bytea   NOT NULL,
    state            text    NOT NULL,
    applied_version  bigint,
    joined_member_id uuid REFERENCES family_member (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (update_id, revision, change_no),
    FOREIGN KEY (update_id, revision) REFERENCES family_update_revision (update_id, revision),
    CONSTRAINT family_update_change_kind_known CHECK (kind IN (
        'BIRTH', 'DEATH', 'DEATH_OF_CARETAKER', 'DEATH_CORRECTED', 'CARETAKER_CHANGED', 'MOVE_WITHIN', 'MOVE_AWAY',
        'SCHOOL_CHANGED', 'SCHOOL_LEFT', 'PREGNANCY_BEGAN', 'PREGNANCY_ENDED', 'COMPONENT_BEGAN', 'COMPONENT_ENDED',
        'PERSON_CORRECTED', 'ACCOUNT', 'TELEPHONE_CHANGED')),
    CONSTRAINT family_update_change_about CHECK ((member_id IS NULL) = (kind IN (
        'BIRTH', 'CARETAKER_CHANGED', 'MOVE_WITHIN', 'MOVE_AWAY', 'ACCOUNT', 'TELEPHONE_CHANGED'))),
    CONSTRAINT family_update_change_state_known CHECK (state IN ('SUBMITTED', 'ACCEPTED', 'RETURNED', 'WITHDRAWN')),
    CONSTRAINT family_update_change_applied CHECK ((state = 'ACCEPTED') = (applied_version IS NOT NULL)),
    CONSTRAINT family_update_change_joined CHECK (joined_member_id IS NULL OR state = 'ACCEPTED')
);
-- one open change of a kind for a member or a family; twins are two births
CREATE UNIQUE INDEX family_update_change_open ON family_update_change (kpm_id, kind, coalesce(member_id, kpm_id))
    WHERE state = 'SUBMITTED' AND kind <> 'BIRTH';

CREATE TABLE family_update_act (
    update_id uuid        NOT NULL REFERENCES family_update (update_id),
    act_no    integer     NOT NULL,
    revision  integer     NOT NULL,
    act       text        NOT NULL,
    by_person text        NOT NULL,
    acted_at  timestamptz NOT NULL,
    reasons   text[]      NOT NULL,
    note      text,
    PRIMARY KEY (update_id, act_no),
    FOREIGN KEY (update_id, revision) REFERENCES family_update_revision (update_id, revision),
    CONSTRAINT family_update_act_known CHECK (act IN ('SUBMITTED', 'ACCEPTED', 'ACCEPTED_IN_PART', 'RETURNED', 'WITHDRAWN')),
    CONSTRAINT family_update_act_reasons CHECK (
        (act IN ('ACCEPTED_IN_PART', 'RETURNED')) = (cardinality(reasons) > 0 AND note IS NOT NULL)),
    CONSTRAINT family_update_act_reasons_known CHECK (reasons <@ ARRAY[
        'EVIDENCE_MISSING', 'EVIDENCE_UNREADABLE', 'EVIDENCE_DISAGREES', 'WRONG_PERSON', 'WRONG_DATE', 'ALREADY_RECORDED',
        'CONTRADICTS_RECORD', 'OTHER'])
);
CREATE UNIQUE INDEX family_update_act_decides_once ON family_update_act (update_id, revision)
    WHERE act IN ('ACCEPTED', 'ACCEPTED_IN_PART', 'RETURNED');

CREATE TRIGGER family_update_revision_append_only BEFORE UPDATE OR DELETE ON family_update_revision
    FOR EACH ROW EXECUTE FUNCTION registry_history_stays();
CREATE TRIGGER family_update_act_append_only BEFORE UPDATE OR DELETE ON family_update_act
    FOR EACH ROW EXECUTE FUNCTION registry_history_stays();

-- Who submitted a revision decides on none of the update.
CREATE FUNCTION family_update_decided_by_another() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM family_update_revision WHERE update_id = NEW.update_id AND submitted_by = NEW.by_person) THEN
        RAISE EXCEPTION 'a data update is decided by a person who did not submit it'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'family_update_decided_by_another';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER family_update_decided_by_another BEFORE INSERT ON family_update_act
    FOR EACH ROW WHEN (NEW.act IN ('ACCEPTED', 'ACCEPTED_IN_PART', 'RETURNED'))
    EXECUTE FUNCTION family_update_decided_by_another();

CREATE FUNCTION family_update_moves_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.update_id, NEW.kpm_id, NEW.submitted_by, NEW.submitted_at, NEW.reverses)
       IS DISTINCT FROM (OLD.update_id, OLD.kpm_id, OLD.submitted_by, OLD.submitted_at, OLD.reverses) THEN
        RAISE EXCEPTION 'a data update does not change' USING ERRCODE = 'restrict_violation';
    END IF;
    IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (
           ('SUBMITTED', 'ACCEPTED'), ('SUBMITTED', 'RETURNED'), ('SUBMITTED', 'WITHDRAWN'),
           ('RETURNED', 'SUBMITTED'), ('RETURNED', 'WITHDRAWN')) THEN
        RAISE EXCEPTION 'a data update that is % does not become %', OLD.state, NEW.state
            USING ERRCODE = 'check_violation', CONSTRAINT = 'family_update_moves_on';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER family_update_moves_on BEFORE UPDATE ON family_update
    FOR EACH ROW EXECUTE FUNCTION family_update_moves_on();

CREATE FUNCTION family_update_change_decided_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.update_id, NEW.revision, NEW.change_no, NEW.kpm_id, NEW.kind, NEW.member_id, NEW.effective_on, NEW.from_cipher,
        NEW.becomes_cipher)
       IS DISTINCT FROM (OLD.update_id, OLD.revision, OLD.change_no, OLD.kpm_id, OLD.kind, OLD.member_id, OLD.effective_on,
        OLD.from_cipher, OLD.becomes_cipher) OR OLD.state IN ('ACCEPTED', 'WITHDRAWN')
       OR (OLD.state = 'RETURNED' AND NEW.state <> 'WITHDRAWN') THEN
        RAISE EXCEPTION 'a change of a data update is decided once' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER family_update_change_decided_once BEFORE UPDATE ON family_update_change
    FOR EACH ROW EXECUTE FUNCTION family_update_change_decided_once();

-- What an accepted update changed names it. Who submitted it had a part in the change, so the second person of an account or
-- of a number is neither this person nor the one who accepted it.
ALTER TABLE component_history ADD COLUMN update_id uuid REFERENCES family_update (update_id);
ALTER TABLE account_change ADD COLUMN update_id uuid REFERENCES family_update (update_id);
ALTER TABLE contact_change ADD COLUMN update_id uuid REFERENCES family_update (update_id);

CREATE OR REPLACE FUNCTION account_changers(change uuid) RETURNS SETOF text LANGUAGE sql STABLE AS $$
    SELECT DISTINCT p.person
      FROM account_change c
      JOIN account_change e ON e.kpm_id = c.kpm_id AND e.change_no <= c.change_no AND e.needs_confirmation
      CROSS JOIN LATERAL (
           SELECT e.changed_by
            UNION SELECT r.submitted_by FROM family_update_revision r WHERE r.update_id = e.update_id) AS p (person)
     WHERE c.change_id = change
       AND NOT EXISTS (
           SELECT FROM account_change f
             LEFT JOIN account_decision d ON d.change_id = f.change_id
            WHERE f.kpm_id = c.kpm_id AND f.change_no >= e.change_no AND f.change_no < c.change_no
              AND (NOT f.needs_confirmation OR d.decision = 'CONFIRMED'))
$$;

CREATE FUNCTION contact_changers(change uuid) RETURNS SETOF text LANGUAGE sql STABLE AS $$
    SELECT c.changed_by FROM contact_change c WHERE c.change_id = change
     UNION
    SELECT r.submitted_by FROM contact_change c JOIN family_update_revision r ON r.update_id = c.update_id
     WHERE c.change_id = change
$$;
CREATE OR REPLACE FUNCTION contact_confirmed_by_another() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.decided_by IN (SELECT contact_changers(NEW.change_id)) THEN
        RAISE EXCEPTION 'a number is confirmed by a person who did not enter it'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'contact_decision_by_another';
    END IF;
    RETURN NEW;
END $$;

-- By when a data update is decided.
CREATE TABLE data_update_deadline (
    policy_code     text    NOT NULL PRIMARY KEY,
    valid_from      date    NOT NULL UNIQUE,
    days            integer NOT NULL CHECK (days BETWEEN 1 AND 60),
    month_closes_on integer NOT NULL CHECK (month_closes_on BETWEEN 1 AND 28),
    legal_basis     text    NOT NULL CHECK (legal_basis <> '')
);
INSERT INTO data_update_deadline (policy_code, valid_from, days, month_closes_on, legal_basis) VALUES
    ('DATA-UPDATES-2026', '2018-01-01', 7, 25, 'choice: no legal text names the days; the month of SIKS-NG closes on the 25th (field)');
CREATE TRIGGER data_update_deadline_versions BEFORE INSERT OR UPDATE OR DELETE ON data_update_deadline
    FOR EACH ROW EXECUTE FUNCTION require_policy_version('DATA_UPDATE_DEADLINE');
