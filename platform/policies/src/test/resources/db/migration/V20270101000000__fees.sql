CREATE TABLE fee (
    policy_code text PRIMARY KEY,
    valid_from  date NOT NULL UNIQUE,
    valid_until date,
    legal_basis text NOT NULL,
    rupiah      int  NOT NULL
);
INSERT INTO fee VALUES ('FEE-2026', '2026-01-01', '2026-12-31', 'test', 5);
CREATE TRIGGER fee_versions BEFORE INSERT OR UPDATE OR DELETE ON fee FOR EACH ROW EXECUTE FUNCTION require_policy_version();
