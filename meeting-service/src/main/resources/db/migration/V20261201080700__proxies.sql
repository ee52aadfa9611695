-- Another adult of the family came in place of the caretaker. Wider than before, so the rows that exist need no check.
ALTER TABLE attendance DROP CONSTRAINT attendance_mark_check;
ALTER TABLE attendance ADD CONSTRAINT attendance_mark_check
    CHECK (mark IN ('PRESENT', 'PRESENT_BY_PROXY', 'SICK', 'PERMITTED', 'ABSENT', 'UNMARKED')) NOT VALID;

-- Whether the family counts as present then.
CREATE TABLE proxy_policy (
    policy_code       text    PRIMARY KEY,
    valid_from        date    NOT NULL UNIQUE,
    counts_as_present boolean NOT NULL,
    legal_basis       text    NOT NULL CHECK (legal_basis <> '')
);
INSERT INTO proxy_policy (policy_code, valid_from, counts_as_present, legal_basis) VALUES
    ('PROXIES-2026', '2018-01-01', true, 'choice: a family that sends an adult has come; no legal text says otherwise (unconfirmed)');
CREATE TRIGGER proxy_policy_versions BEFORE INSERT OR UPDATE OR DELETE ON proxy_policy
    FOR EACH ROW EXECUTE FUNCTION require_policy_version('ATTENDANCE_PROXIES');
