-- Complementary programmes: who has them, lacks them or misses payments, as facts from a day on, and the advocacy of families that
-- lack them. Health cover (KIS) and school aid (KIP) are of a member, food aid (SEMBAKO) is of the family.
CREATE TABLE complementary_status (
    status_id    uuid        NOT NULL PRIMARY KEY,
    kpm_id       uuid        NOT NULL REFERENCES kpm (id),
    programme    text        NOT NULL,
    member_id    uuid REFERENCES family_member (id),
    status       text        NOT NULL,
    effective_on date        NOT NULL,
    source       text        NOT NULL,
    recorded_by  text        NOT NULL CHECK (recorded_by <> ''),
    recorded_at  timestamptz NOT NULL,
    CONSTRAINT complementary_programme_known CHECK (programme IN ('KIS', 'KIP', 'SEMBAKO')),
    CONSTRAINT complementary_of_whom CHECK ((programme = 'SEMBAKO') = (member_id IS NULL)),
    CONSTRAINT complementary_status_known CHECK (status IN ('HAS', 'LACKS', 'UNPAID')),
    CONSTRAINT complementary_source_known CHECK (source IN ('CARD_SEEN', 'ACCOUNT_SEEN', 'STATEMENT_OF_FAMILY', 'OFFICE', 'ADVOCACY')),
    CONSTRAINT complementary_not_in_future CHECK (effective_on <= (recorded_at AT TIME ZONE 'Asia/Jakarta')::date)
);
CREATE INDEX complementary_status_latest ON complementary_status (kpm_id, programme, member_id, effective_on, status_id);
CREATE TRIGGER complementary_status_append_only BEFORE UPDATE OR DELETE ON complementary_status
    FOR EACH ROW EXECUTE FUNCTION registry_history_stays();

ALTER TABLE complaint ADD CONSTRAINT complaint_of_family UNIQUE (complaint_id, kpm_id);

CREATE TABLE advocacy (
    advocacy_id  uuid        NOT NULL PRIMARY KEY,
    kpm_id       uuid        NOT NULL REFERENCES kpm (id),
    programme    text        NOT NULL,
    member_id    uuid REFERENCES family_member (id),
    status_id    uuid        NOT NULL REFERENCES complementary_status (status_id),
    complaint_id uuid,
    state        text        NOT NULL,
    version      integer     NOT NULL CHECK (version > 0),
    period       text,
    refusal      text,
    listed_by    text        NOT NULL CHECK (listed_by <> ''),
    listed_at    timestamptz NOT NULL,
    proposed_by  text,
    FOREIGN KEY (complaint_id, kpm_id) REFERENCES complaint (complaint_id, kpm_id),
    CONSTRAINT advocacy_programme_known CHECK (programme IN ('KIS', 'KIP', 'SEMBAKO')),
    CONSTRAINT advocacy_of_whom CHECK ((programme = 'SEMBAKO') = (member_id IS NULL)),
    CONSTRAINT advocacy_state_known CHECK (state IN (
        'LISTED', 'REPORTED', 'PROPOSED', 'GRANTED', 'REFUSED', 'RECEIVES', 'STILL_NOT', 'WITHDRAWN')),
    CONSTRAINT advocacy_proposed CHECK (
        (state IN ('PROPOSED', 'GRANTED', 'REFUSED', 'RECEIVES', 'STILL_NOT')) = (period IS NOT NULL)
        AND (period IS NULL) = (proposed_by IS NULL) AND period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
    CONSTRAINT advocacy_proposed_by_another CHECK (proposed_by <> listed_by),
    CONSTRAINT advocacy_refused CHECK ((state = 'REFUSED') = (refusal IS NOT NULL)),
    CONSTRAINT advocacy_refusal_known CHECK (refusal IN (
        'DATA_DISAGREES', 'NOT_ELIGIBLE', 'QUOTA_FULL', 'HAS_IT_ALREADY', 'OTHER'))
);
CREATE UNIQUE INDEX advocacy_one_open ON advocacy (kpm_id, programme, coalesce(member_id, kpm_id))
    WHERE state IN ('LISTED', 'REPORTED', 'PROPOSED', 'GRANTED');
CREATE INDEX advocacy_by_state ON advocacy (state, advocacy_id);
CREATE INDEX advocacy_by_kpm ON advocacy (kpm_id, advocacy_id);
CREATE INDEX advocacy_by_complaint ON advocacy (complaint_id) WHERE complaint_id IS NOT NULL;

CREATE FUNCTION advocacy_moves_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.advocacy_id, NEW.kpm_id, NEW.programme, NEW.member_id, NEW.status_id, NEW.complaint_id, NEW.listed_by, NEW.listed_at)
       IS DISTINCT FROM (OLD.advocacy_id, OLD.kpm_id, OLD.programme, OLD.member_id, OLD.status_id, OLD.complaint_id,
        OLD.listed_by, OLD.listed_at) OR NEW.version <> OLD.version + 1 THEN
        RAISE EXCEPTION 'an advocacy does not change' USING ERRCODE = 'restrict_violation';
    END IF;
    IF (OLD.state, NEW.state) NOT IN (
           ('LISTED', 'REPORTED'), ('LISTED', 'WITHDRAWN'), ('REPORTED', 'PROPOSED'), ('REPORTED', 'WITHDRAWN'),
           ('PROPOSED', 'GRANTED'), ('PROPOSED', 'REFUSED'), ('GRANTED', 'RECEIVES'), ('GRANTED', 'STILL_NOT')) THEN
        RAISE EXCEPTION 'an advocacy that is % does not become %', OLD.state, NEW.state
            USING ERRCODE = 'check_violation', CONSTRAINT = 'advocacy_moves_on';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER advocacy_moves_on BEFORE UPDATE ON advocacy FOR EACH ROW EXECUTE FUNCTION advocacy_moves_on();
CREATE TRIGGER advocacy_stays BEFORE DELETE ON advocacy FOR EACH ROW EXECUTE FUNCTION registry_history_stays();

CREATE TABLE advocacy_act (
    advocacy_id uuid        NOT NULL REFERENCES advocacy (advocacy_id),
    act_no      integer     NOT NULL CHECK (act_no > 0),
    state       text        NOT NULL,
    by_person   text        NOT NULL CHECK (by_person <> ''),
    acted_at    timestamptz NOT NULL,
    PRIMARY KEY (advocacy_id, act_no)
);
CREATE TRIGGER advocacy_act_append_only BEFORE UPDATE OR DELETE ON advocacy_act
    FOR EACH ROW EXECUTE FUNCTION registry_history_stays();
