-- Pairs of families that may be the same one, or that have a person in common. A machine finds them, and a person decides.
-- Families whose persons or account changed, to be compared soon. Only added to and taken from, so no change of a family waits here.
CREATE TABLE kpm_to_compare (
    mark_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kpm_id  uuid   NOT NULL
);

-- Lists drop the zeros in front of a pupil number.
CREATE INDEX family_member_by_pupil ON family_member (lpad(nisn, 10, '0')) WHERE nisn IS NOT NULL AND former_since IS NULL;

CREATE TABLE duplicate_pair (
    pair_id      uuid        NOT NULL PRIMARY KEY,
    first_kpm    uuid        NOT NULL REFERENCES kpm (id),
    second_kpm   uuid        NOT NULL REFERENCES kpm (id),
    same_account boolean     NOT NULL,
    points       integer     NOT NULL,
    facts        text        NOT NULL CHECK (facts ~ '^[0-9a-f]{64}$'), -- hash of tokens, ciphertext and dates
    state        text        NOT NULL,
    version      integer     NOT NULL CHECK (version > 0),
    reason       text,
    found_at     timestamptz NOT NULL,
    decided_by   text,
    decided_at   timestamptz,
    CONSTRAINT duplicate_pair_once UNIQUE (first_kpm, second_kpm),
    CONSTRAINT duplicate_pair_in_order CHECK (first_kpm < second_kpm),
    CONSTRAINT duplicate_pair_state_known CHECK (state IN ('OPEN', 'NOT_THE_SAME', 'NO_LONGER_ALIKE', 'MERGED')),
    CONSTRAINT duplicate_pair_reason_known CHECK (reason IN ('DIFFERENT_PERSONS', 'RELATIVES', 'SHARED_ACCOUNT', 'OTHER')),
    CONSTRAINT duplicate_pair_decided CHECK (
        (state = 'NOT_THE_SAME') = (reason IS NOT NULL)
        AND (reason IS NULL) = (decided_by IS NULL) AND (reason IS NULL) = (decided_at IS NULL))
);
CREATE INDEX duplicate_pair_by_second ON duplicate_pair (second_kpm);
CREATE INDEX duplicate_pair_open ON duplicate_pair (found_at, pair_id) WHERE state = 'OPEN';

CREATE FUNCTION duplicate_pair_moves_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.pair_id, NEW.first_kpm, NEW.second_kpm) IS DISTINCT FROM (OLD.pair_id, OLD.first_kpm, OLD.second_kpm)
       OR NEW.version <> OLD.version + 1 THEN
        RAISE EXCEPTION 'a pair of families stays the same pair' USING ERRCODE = 'restrict_violation';
    END IF;
    IF (OLD.state, NEW.state) NOT IN (
           ('OPEN', 'OPEN'), ('OPEN', 'NOT_THE_SAME'), ('OPEN', 'NO_LONGER_ALIKE'), ('NOT_THE_SAME', 'OPEN'),
           ('NO_LONGER_ALIKE', 'OPEN'), ('OPEN', 'MERGED'), ('NO_LONGER_ALIKE', 'MERGED'), ('MERGED', 'OPEN')) THEN
        RAISE EXCEPTION 'a pair that is % does not become %', OLD.state, NEW.state
            USING ERRCODE = 'check_violation', CONSTRAINT = 'duplicate_pair_moves_on';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER duplicate_pair_moves_on BEFORE UPDATE ON duplicate_pair FOR EACH ROW EXECUTE FUNCTION duplicate_pair_moves_on();
CREATE TRIGGER duplicate_pair_stays BEFORE DELETE ON duplicate_pair FOR EACH ROW EXECUTE FUNCTION registry_history_stays();

-- Why: two persons, one of each family, and what is alike about them. Written again when the pair is compared again.
CREATE TABLE duplicate_match (
    pair_id           uuid    NOT NULL REFERENCES duplicate_pair (pair_id),
    first_member      uuid    NOT NULL,
    second_member     uuid    NOT NULL,
    name              text    NOT NULL CHECK (name IN ('SAME', 'WHOLE', 'HALF', 'OTHER')),
    birth             text    NOT NULL CHECK (birth IN ('SAME', 'DAY_MONTH_EXCHANGED', 'YEAR_OFF_BY_ONE', 'OTHER')),
    nik               text    NOT NULL CHECK (nik IN ('ONE_DIGIT', 'EXCHANGED', 'OTHER')),
    same_pupil_number boolean NOT NULL,
    distance          text    NOT NULL CHECK (distance IN ('VILLAGE', 'SUB_DISTRICT', 'REGENCY', 'ELSEWHERE')),
    points            integer NOT NULL,
    PRIMARY KEY (pair_id, first_member, second_member)
);

CREATE TABLE duplicate_act (
    pair_id   uuid        NOT NULL REFERENCES duplicate_pair (pair_id),
    act_no    integer     NOT NULL CHECK (act_no > 0),
    state     text        NOT NULL,
    reason    text,
    by_person text        NOT NULL CHECK (by_person <> ''),
    acted_at  timestamptz NOT NULL,
    PRIMARY KEY (pair_id, act_no)
);
CREATE TRIGGER duplicate_act_append_only BEFORE UPDATE OR DELETE ON duplicate_act
    FOR EACH ROW EXECUTE FUNCTION registry_history_stays();
