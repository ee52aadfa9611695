-- What was done at the visits of a month. The form of a health service may name it; without it only the visits are known.
ALTER TABLE evidence ADD COLUMN cares text[];
ALTER TABLE evidence ADD CONSTRAINT evidence_cares_of_visits
  CHECK (cares IS NULL
         OR (kind = 'HEALTH' AND NOT is_removed AND NOT is_closed AND cardinality(cares) > 0
             AND cares <@ ARRAY['WEIGHT', 'HEIGHT', 'VITAMIN_A', 'ANTENATAL', 'FACILITY_BIRTH', 'OTHER_BIRTH', 'POSTNATAL']
             -- only a birth elsewhere needs no visit
             AND (visits > 0 OR cares = ARRAY['OTHER_BIRTH'])));

CREATE OR REPLACE VIEW standing_line AS
SELECT member_id, kpm_id, month, kind, point_code, sent_by, form_id, revision, alpa, izin, sakit, jml, visits, is_closed, cares
  FROM (SELECT DISTINCT ON (e.member_id, e.month, e.kind, e.point_code, f.received_by)
               e.*, f.received_by AS sent_by
          FROM evidence e JOIN service_point_form f USING (form_id)
         WHERE NOT EXISTS (SELECT FROM replaced_form r WHERE r.form_id = e.form_id)
         ORDER BY e.member_id, e.month, e.kind, e.point_code, f.received_by, e.revision DESC) latest
 WHERE NOT is_removed;

-- A commitment may name what has to be done, and its window may be counted from the month of a birth. Rows without either
-- mean what they meant before: any visit, in windows of the calendar.
ALTER TABLE commitment_rule ADD COLUMN care text
  CHECK (care IN ('WEIGHT', 'HEIGHT', 'VITAMIN_A', 'ANTENATAL', 'FACILITY_BIRTH', 'POSTNATAL'));
ALTER TABLE commitment_rule ADD COLUMN birth_from_month int CHECK (birth_from_month BETWEEN -9 AND 0);
ALTER TABLE commitment_rule ADD COLUMN birth_until_month int CHECK (birth_until_month BETWEEN birth_from_month AND least(3, birth_from_month + 9));
ALTER TABLE commitment_rule ADD CONSTRAINT commitment_rule_care_of_visits
  CHECK (evidence = 'HEALTH' OR (care IS NULL AND birth_from_month IS NULL));
ALTER TABLE commitment_rule ADD CONSTRAINT commitment_rule_around_birth
  CHECK ((birth_from_month IS NULL) = (birth_until_month IS NULL)
         AND (birth_from_month IS NULL
              OR (care IS NOT NULL AND age_from_months = 0 AND age_until_months IS NULL
                  AND window_months = birth_until_month - birth_from_month + 1)));
ALTER TABLE commitment_rule ADD CONSTRAINT commitment_rule_birth_is_no_calendar
  CHECK (care IS DISTINCT FROM 'FACILITY_BIRTH' OR birth_from_month IS NOT NULL);
-- a window of the calendar divides the year
ALTER TABLE commitment_rule DROP CONSTRAINT commitment_rule_window_months_check;
ALTER TABLE commitment_rule ADD CONSTRAINT commitment_rule_window_months_check
  CHECK (CASE WHEN birth_from_month IS NULL THEN window_months IN (1, 2, 3, 4, 6, 12) ELSE window_months BETWEEN 1 AND 12 END);
ALTER TABLE commitment_rule DROP CONSTRAINT commitment_rule_pkey;
ALTER TABLE commitment_rule ADD CONSTRAINT commitment_rule_once
  UNIQUE NULLS NOT DISTINCT (policy_code, component, age_from_months, care, birth_from_month);
