-- Policies are entered and approved by two people (policy_version); the tables that the rules read follow. What the first
-- migrations brought in stays as it is.
CREATE TABLE exemption_policy (
  policy_code text PRIMARY KEY,
  valid_from  date NOT NULL UNIQUE,
  legal_basis text NOT NULL CHECK (legal_basis <> '')
);

CREATE TABLE exemption_policy_reason (
  policy_code text NOT NULL REFERENCES exemption_policy,
  reason_code text NOT NULL REFERENCES exemption_reason,
  scope_kinds text[] NOT NULL CHECK (cardinality(scope_kinds) > 0
                                     AND scope_kinds <@ '{AREA,SCHOOL,HEALTH_POINT,KPM}'::text[]),
  description text NOT NULL CHECK (description <> ''),
  PRIMARY KEY (policy_code, reason_code)
);

INSERT INTO exemption_policy (policy_code, valid_from, legal_basis)
VALUES ('EXEMPTIONS-2026', '2019-01-01', 'choice: no legal text gives these reasons (unconfirmed)');
INSERT INTO exemption_policy_reason (policy_code, reason_code, scope_kinds, description)
SELECT 'EXEMPTIONS-2026', reason_code, scope_kinds, description FROM exemption_reason;

-- Every reason that an exemption may name; what it permits is a matter of the policy.
ALTER TABLE exemption_reason DROP COLUMN scope_kinds, DROP COLUMN description;

CREATE TRIGGER ladder_policy_versions BEFORE INSERT OR UPDATE OR DELETE ON ladder_policy
  FOR EACH ROW EXECUTE FUNCTION require_policy_version();
CREATE TRIGGER ladder_rung_versions BEFORE INSERT OR UPDATE OR DELETE ON ladder_rung
  FOR EACH ROW EXECUTE FUNCTION require_policy_version();
CREATE TRIGGER commitment_policy_versions BEFORE INSERT OR UPDATE OR DELETE ON commitment_policy
  FOR EACH ROW EXECUTE FUNCTION require_policy_version();
CREATE TRIGGER commitment_rule_versions BEFORE INSERT OR UPDATE OR DELETE ON commitment_rule
  FOR EACH ROW EXECUTE FUNCTION require_policy_version();
CREATE TRIGGER exemption_policy_versions BEFORE INSERT OR UPDATE OR DELETE ON exemption_policy
  FOR EACH ROW EXECUTE FUNCTION require_policy_version();
CREATE TRIGGER exemption_policy_reason_versions BEFORE INSERT OR UPDATE OR DELETE ON exemption_policy_reason
  FOR EACH ROW EXECUTE FUNCTION require_policy_version();
