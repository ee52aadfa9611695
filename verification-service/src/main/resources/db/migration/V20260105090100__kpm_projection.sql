-- What this service needs to know of a family: a copy of the registry's, the latest version of each.

CREATE TABLE kpm (
  kpm_id       uuid PRIMARY KEY,
  status       text NOT NULL,
  village_code text NOT NULL,
  group_code   text,
  version      bigint NOT NULL,
  recorded_at  timestamptz NOT NULL
);
CREATE INDEX kpm_by_village ON kpm (village_code text_pattern_ops, kpm_id);

CREATE TABLE kpm_member (
  kpm_id          uuid NOT NULL REFERENCES kpm,
  member_id       uuid NOT NULL,
  component       text NOT NULL,
  component_since date NOT NULL,
  component_until date,
  birth_month     date CHECK (extract(day FROM birth_month) = 1),
  school_id       text,
  nik_token       text NOT NULL,
  PRIMARY KEY (kpm_id, member_id, component, component_since),
  CHECK (component_until IS NULL OR component_until >= component_since)
);
CREATE INDEX kpm_member_by_nik ON kpm_member (nik_token);
CREATE INDEX kpm_member_by_school ON kpm_member (school_id) WHERE school_id IS NOT NULL;
