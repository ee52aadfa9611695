-- From which villages a school has pupils, so that the schools of an area can be listed. A pair stays when its last pupil
-- leaves; whether there is one now is looked up.
CREATE TABLE school_village (
  school_id    text NOT NULL,
  village_code text NOT NULL,
  PRIMARY KEY (school_id, village_code)
);
CREATE INDEX school_village_by_prefix ON school_village (village_code text_pattern_ops, school_id);
INSERT INTO school_village (school_id, village_code)
SELECT DISTINCT m.school_id, k.village_code FROM kpm_member m JOIN kpm k USING (kpm_id) WHERE m.school_id IS NOT NULL;
