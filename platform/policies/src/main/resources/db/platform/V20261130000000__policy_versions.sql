-- Versions of policies: a whole document each, entered by one person and approved by another, in force from a day in the
-- future. Versions and acts are only ever added. The rows that the service reads are in the tables of each kind.
CREATE TABLE policy_version (
    version_id  uuid NOT NULL PRIMARY KEY,
    kind        text NOT NULL CHECK (kind <> ''),
    policy_code text NOT NULL CHECK (policy_code <> ''),
    valid_from  date NOT NULL,
    legal_basis text NOT NULL CHECK (legal_basis <> ''),
    document    json NOT NULL,
    sha256      text NOT NULL CONSTRAINT policy_version_hash CHECK (sha256 = encode(sha256(convert_to(document::text, 'UTF8')), 'hex')),
    UNIQUE (version_id, valid_from)
);

-- Each act answers an act of before. Approval, refusal and revocation are acts of another person than the one they answer.
CREATE TABLE policy_act (
    version_id     uuid        NOT NULL,
    act            text        NOT NULL,
    by_person      text        NOT NULL CHECK (by_person <> ''),
    acted_at       timestamptz NOT NULL,
    acted_on       date        NOT NULL,
    valid_from     date        NOT NULL,
    reason         text,
    answers        text,
    answers_person text,
    PRIMARY KEY (version_id, act),
    UNIQUE (version_id, act, by_person),
    FOREIGN KEY (version_id, valid_from) REFERENCES policy_version (version_id, valid_from),
    FOREIGN KEY (version_id, answers, answers_person) REFERENCES policy_act (version_id, act, by_person),
    CONSTRAINT policy_act_answers CHECK (
        (act = 'ENTERED' AND answers IS NULL AND answers_person IS NULL)
        OR (act IN ('APPROVED', 'REFUSED', 'WITHDRAWN') AND answers = 'ENTERED' AND answers_person IS NOT NULL)
        OR (act = 'REVOCATION_PROPOSED' AND answers = 'APPROVED' AND answers_person IS NOT NULL)
        OR (act = 'REVOKED' AND answers = 'REVOCATION_PROPOSED' AND answers_person IS NOT NULL)),
    CONSTRAINT policy_act_two_people CHECK (
        act NOT IN ('APPROVED', 'REFUSED', 'REVOKED') OR by_person <> answers_person),
    CONSTRAINT policy_act_own CHECK (act <> 'WITHDRAWN' OR by_person = answers_person),
    CONSTRAINT policy_act_before_first_day CHECK (
        act IN ('REFUSED', 'WITHDRAWN') OR acted_on < valid_from),
    CONSTRAINT policy_act_reason CHECK (
        (act IN ('ENTERED', 'APPROVED', 'REVOKED')) = (reason IS NULL))
);
CREATE UNIQUE INDEX policy_act_ends_waiting ON policy_act (version_id) WHERE act IN ('APPROVED', 'REFUSED', 'WITHDRAWN');

CREATE FUNCTION refuse_policy_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER policy_version_append_only BEFORE UPDATE OR DELETE ON policy_version
    FOR EACH ROW EXECUTE FUNCTION refuse_policy_change();
CREATE TRIGGER policy_act_append_only BEFORE UPDATE OR DELETE ON policy_act
    FOR EACH ROW EXECUTE FUNCTION refuse_policy_change();

CREATE VIEW policy_version_status AS
SELECT v.version_id, v.kind, v.policy_code, v.valid_from, v.legal_basis, v.document, v.sha256,
       CASE WHEN EXISTS (SELECT FROM policy_act r WHERE r.version_id = v.version_id AND r.act = 'REVOKED') THEN 'REVOKED'
            ELSE coalesce((SELECT d.act FROM policy_act d
                            WHERE d.version_id = v.version_id AND d.act IN ('APPROVED', 'REFUSED', 'WITHDRAWN')), 'WAITING')
       END AS status
  FROM policy_version v;

-- For the tables of each kind: rows come in with a version that two people have approved, are never changed, and leave only
-- when two people have revoked the version, before its first day.
CREATE FUNCTION require_policy_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    code   text := CASE WHEN TG_OP = 'INSERT' THEN NEW.policy_code ELSE OLD.policy_code END;
    wanted text := CASE TG_OP WHEN 'INSERT' THEN 'APPROVED' WHEN 'DELETE' THEN 'REVOKED' END;
BEGIN
    IF wanted IS NULL OR NOT EXISTS (
            SELECT FROM policy_version_status WHERE policy_code = code AND status = wanted) THEN
        RAISE EXCEPTION '% of %: two people enter, approve and revoke versions', TG_TABLE_NAME, code;
    END IF;
    RETURN CASE TG_OP WHEN 'INSERT' THEN NEW ELSE OLD END;
END $$;
