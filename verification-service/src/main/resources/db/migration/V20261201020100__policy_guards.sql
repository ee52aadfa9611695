-- Each table of policies names its kind, because a code may be used by several kinds.
-- The rules of notices and appeals become a kind of their own; what the first migration brought in stays as it is.
CREATE TRIGGER notice_policy_versions BEFORE INSERT OR UPDATE OR DELETE ON notice_policy
  FOR EACH ROW EXECUTE FUNCTION require_policy_version('NOTICES');
DROP TRIGGER ladder_policy_versions ON ladder_policy;
CREATE TRIGGER ladder_policy_versions BEFORE INSERT OR UPDATE OR DELETE ON ladder_policy
  FOR EACH ROW EXECUTE FUNCTION require_policy_version('SANCTION_LADDER');
DROP TRIGGER ladder_rung_versions ON ladder_rung;
CREATE TRIGGER ladder_rung_versions BEFORE INSERT OR UPDATE OR DELETE ON ladder_rung
  FOR EACH ROW EXECUTE FUNCTION require_policy_version('SANCTION_LADDER');
DROP TRIGGER commitment_policy_versions ON commitment_policy;
CREATE TRIGGER commitment_policy_versions BEFORE INSERT OR UPDATE OR DELETE ON commitment_policy
  FOR EACH ROW EXECUTE FUNCTION require_policy_version('COMMITMENTS');
DROP TRIGGER commitment_rule_versions ON commitment_rule;
CREATE TRIGGER commitment_rule_versions BEFORE INSERT OR UPDATE OR DELETE ON commitment_rule
  FOR EACH ROW EXECUTE FUNCTION require_policy_version('COMMITMENTS');
DROP TRIGGER exemption_policy_versions ON exemption_policy;
CREATE TRIGGER exemption_policy_versions BEFORE INSERT OR UPDATE OR DELETE ON exemption_policy
  FOR EACH ROW EXECUTE FUNCTION require_policy_version('EXEMPTION_REASONS');
DROP TRIGGER exemption_policy_reason_versions ON exemption_policy_reason;
CREATE TRIGGER exemption_policy_reason_versions BEFORE INSERT OR UPDATE OR DELETE ON exemption_policy_reason
  FOR EACH ROW EXECUTE FUNCTION require_policy_version('EXEMPTION_REASONS');
