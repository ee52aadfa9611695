-- Forms of schools and health services. A correction is another revision of the whole form; form_standing tells which
-- one counts.

CREATE TABLE service_point_form (
  form_id           uuid PRIMARY KEY,
  kind              text NOT NULL CHECK (kind IN ('SCHOOL', 'HEALTH')),
  point_code        text NOT NULL,
  quarter_start     date NOT NULL,
  revision          int  NOT NULL CHECK (revision >= 1),
  sha256            text NOT NULL,
  correction_reason text,
  received_by       text NOT NULL,
  received_at       timestamptz NOT NULL,
  UNIQUE (kind, point_code, quarter_start, revision),
  CHECK ((revision = 1) = (correction_reason IS NULL))
);

CREATE TABLE form_standing (
  kind          text NOT NULL,
  point_code    text NOT NULL,
  quarter_start date NOT NULL,
  form_id       uuid NOT NULL REFERENCES service_point_form,
  revision      int  NOT NULL,
  PRIMARY KEY (kind, point_code, quarter_start)
);
CREATE INDEX form_standing_by_quarter ON form_standing (quarter_start, kind);

CREATE TABLE evidence (
  member_id     uuid NOT NULL,
  kpm_id        uuid NOT NULL,
  month         date NOT NULL CHECK (extract(day FROM month) = 1),
  kind          text NOT NULL CHECK (kind IN ('SCHOOL', 'HEALTH')),
  point_code    text NOT NULL,
  quarter_start date NOT NULL,
  form_id       uuid NOT NULL,
  revision      int  NOT NULL,
  alpa          int,
  izin          int,
  sakit         int,
  jml           int,
  visits        int,
  is_closed     boolean,
  recorded_at   timestamptz NOT NULL,
  PRIMARY KEY (member_id, month, form_id),
  CHECK (kind <> 'SCHOOL' OR (alpa >= 0 AND izin >= 0 AND sakit >= 0 AND jml >= 0 AND visits IS NULL)),
  CHECK (kind <> 'HEALTH' OR (visits >= 0 AND is_closed IS NOT NULL AND jml IS NULL AND NOT (is_closed AND visits > 0)))
) PARTITION BY RANGE (month);
CREATE INDEX evidence_by_form ON evidence (form_id);

CREATE TABLE evidence_other PARTITION OF evidence DEFAULT;
SELECT ensure_month_partitions('evidence', date '2025-01-01', 36);

-- Who is on a form, with or without an entry for a month: the form came, and did or did not tell.
CREATE TABLE form_member (
  member_id     uuid NOT NULL,
  quarter_start date NOT NULL,
  form_id       uuid NOT NULL,
  kpm_id        uuid NOT NULL,
  note          text CHECK (note IN ('OTHER_SCHOOL')),
  PRIMARY KEY (member_id, quarter_start, form_id)
) PARTITION BY RANGE (quarter_start);
CREATE INDEX form_member_by_form ON form_member (form_id);
CREATE TABLE form_member_other PARTITION OF form_member DEFAULT;
SELECT ensure_year_partition('form_member', y) FROM generate_series(2025, 2030) y;

-- Which health service reports on whom: nobody registers people at one, so it follows from the forms.
CREATE TABLE health_point_village (
  point_code   text NOT NULL,
  village_code text NOT NULL,
  PRIMARY KEY (point_code, village_code)
);
CREATE INDEX health_point_village_by_prefix ON health_point_village (village_code text_pattern_ops, point_code);

CREATE TRIGGER service_point_form_stays BEFORE UPDATE OR DELETE ON service_point_form FOR EACH ROW EXECUTE FUNCTION facts_do_not_change();
CREATE TRIGGER evidence_stays BEFORE UPDATE OR DELETE ON evidence FOR EACH ROW EXECUTE FUNCTION facts_do_not_change();
CREATE TRIGGER form_member_stays BEFORE UPDATE OR DELETE ON form_member FOR EACH ROW EXECUTE FUNCTION facts_do_not_change();
