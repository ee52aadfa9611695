-- Each table of policies names its kind, because a code may be used by several kinds.
DROP TRIGGER facilitator_duty_policy_versions ON facilitator_duty_policy;
CREATE TRIGGER facilitator_duty_policy_versions BEFORE INSERT OR UPDATE OR DELETE ON facilitator_duty_policy
  FOR EACH ROW EXECUTE FUNCTION require_policy_version('DUTY_ESCALATION');
DROP TRIGGER not_held_reason_versions ON not_held_reason;
CREATE TRIGGER not_held_reason_versions BEFORE INSERT OR UPDATE OR DELETE ON not_held_reason
  FOR EACH ROW EXECUTE FUNCTION require_policy_version('NOT_HELD_REASONS');
