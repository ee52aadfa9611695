-- The index and the limits are entered and approved by two people (policy_version). Rows of one index begin on the same day;
-- it applies until its last day, or until the next index begins. What the first migrations brought in stays as it is.
ALTER TABLE benefit_rate ADD COLUMN policy_code text;
UPDATE benefit_rate SET policy_code = 'INDEX-' || extract(year FROM valid_from);
ALTER TABLE benefit_rate ALTER COLUMN policy_code SET NOT NULL;
CREATE INDEX benefit_rate_policy ON benefit_rate (policy_code);

-- 'entered': stated by the legal basis that two people have read.
ALTER TABLE benefit_rate DROP CONSTRAINT benefit_rate_source_check,
    ADD CONSTRAINT benefit_rate_source_check CHECK (source IN ('field', 'unconfirmed', 'low confidence', 'entered'));
ALTER TABLE entitlement_policy DROP CONSTRAINT entitlement_policy_source_check,
    ADD CONSTRAINT entitlement_policy_source_check CHECK (source IN ('field', 'unconfirmed', 'low confidence', 'entered'));

CREATE TRIGGER benefit_rate_versions BEFORE INSERT OR UPDATE OR DELETE ON benefit_rate
    FOR EACH ROW EXECUTE FUNCTION require_policy_version();
CREATE TRIGGER entitlement_policy_versions BEFORE INSERT OR UPDATE OR DELETE ON entitlement_policy
    FOR EACH ROW EXECUTE FUNCTION require_policy_version();
CREATE TRIGGER entitlement_component_limit_versions BEFORE INSERT OR UPDATE OR DELETE ON entitlement_component_limit
    FOR EACH ROW EXECUTE FUNCTION require_policy_version();
