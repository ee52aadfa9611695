-- Each table of policies names its kind, because a code may be used by several kinds.
DROP TRIGGER benefit_rate_versions ON benefit_rate;
CREATE TRIGGER benefit_rate_versions BEFORE INSERT OR UPDATE OR DELETE ON benefit_rate
  FOR EACH ROW EXECUTE FUNCTION require_policy_version('BENEFIT_INDEX');
DROP TRIGGER entitlement_policy_versions ON entitlement_policy;
CREATE TRIGGER entitlement_policy_versions BEFORE INSERT OR UPDATE OR DELETE ON entitlement_policy
  FOR EACH ROW EXECUTE FUNCTION require_policy_version('ENTITLEMENT_CAPS');
DROP TRIGGER entitlement_component_limit_versions ON entitlement_component_limit;
CREATE TRIGGER entitlement_component_limit_versions BEFORE INSERT OR UPDATE OR DELETE ON entitlement_component_limit
  FOR EACH ROW EXECUTE FUNCTION require_policy_version('ENTITLEMENT_CAPS');
