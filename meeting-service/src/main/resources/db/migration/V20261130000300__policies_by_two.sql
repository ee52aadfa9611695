-- Escalation and reasons are entered and approved by two people (policy_version). The reasons of one version begin on the
-- same day, and apply until the next version begins. What the first migrations brought in stays as it is.
ALTER TABLE not_held_reason ADD COLUMN policy_code text;
UPDATE not_held_reason SET policy_code = 'NOT-HELD-' || extract(year FROM valid_from);
ALTER TABLE not_held_reason ALTER COLUMN policy_code SET NOT NULL;

CREATE TRIGGER facilitator_duty_policy_versions BEFORE INSERT OR UPDATE OR DELETE ON facilitator_duty_policy
    FOR EACH ROW EXECUTE FUNCTION require_policy_version();
CREATE TRIGGER not_held_reason_versions BEFORE INSERT OR UPDATE OR DELETE ON not_held_reason
    FOR EACH ROW EXECUTE FUNCTION require_policy_version();
