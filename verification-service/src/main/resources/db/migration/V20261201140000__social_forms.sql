-- The third form: what social services state about people with a severe disability and the elderly. A month on it is a
-- number of visits, as on the form of a health service, without a word for what was done.
ALTER TABLE service_point_form DROP CONSTRAINT service_point_form_kind_check;
ALTER TABLE service_point_form ADD CONSTRAINT service_point_form_kind_check CHECK (kind IN ('SCHOOL', 'HEALTH', 'SOCIAL'));
ALTER TABLE form_area DROP CONSTRAINT form_area_kind_check;
ALTER TABLE form_area ADD CONSTRAINT form_area_kind_check CHECK (kind IN ('SCHOOL', 'HEALTH', 'SOCIAL'));
ALTER TABLE evidence_contradiction DROP CONSTRAINT evidence_contradiction_kind_check;
ALTER TABLE evidence_contradiction ADD CONSTRAINT evidence_contradiction_kind_check CHECK (kind IN ('SCHOOL', 'HEALTH', 'SOCIAL'));
ALTER TABLE evidence DROP CONSTRAINT evidence_kind_check;
ALTER TABLE evidence ADD CONSTRAINT evidence_kind_check CHECK (kind IN ('SCHOOL', 'HEALTH', 'SOCIAL'));
ALTER TABLE evidence ADD CONSTRAINT evidence_social_visits
  CHECK (kind <> 'SOCIAL' OR (visits >= 0 AND is_closed IS NOT NULL AND jml IS NULL AND cares IS NULL
                              AND NOT (is_closed AND visits > 0)));

-- A version may make social services answer for a component. The rows of before mean what they meant.
ALTER TABLE commitment_rule DROP CONSTRAINT commitment_rule_evidence_check;
ALTER TABLE commitment_rule ADD CONSTRAINT commitment_rule_evidence_check CHECK (evidence IN ('SCHOOL', 'HEALTH', 'SOCIAL'));
DO $$
DECLARE
  former text;
BEGIN
  SELECT conname INTO STRICT former FROM pg_constraint
   WHERE conrelid = 'commitment_rule'::regclass AND contype = 'c'
     AND pg_get_constraintdef(oid) LIKE '%evidence%minimum_visits IS NOT NULL%';
  EXECUTE format('ALTER TABLE commitment_rule DROP CONSTRAINT %I', former);
END $$;
ALTER TABLE commitment_rule ADD CONSTRAINT commitment_rule_visits
  CHECK ((evidence IN ('HEALTH', 'SOCIAL')) = (minimum_visits IS NOT NULL));

-- Which social service reports on whom: nobody registers people at one, so it follows from the forms.
CREATE TABLE social_point_village (
  point_code   text NOT NULL,
  village_code text NOT NULL,
  PRIMARY KEY (point_code, village_code)
);
CREATE INDEX social_point_village_by_prefix ON social_point_village (village_code text_pattern_ops, point_code);

CREATE VIEW visit_point_village AS
SELECT 'HEALTH'::text AS kind, point_code, village_code FROM health_point_village
UNION ALL
SELECT 'SOCIAL'::text AS kind, point_code, village_code FROM social_point_village;
