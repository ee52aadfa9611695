CREATE TABLE appeal (
  appeal_id       uuid PRIMARY KEY,
  step_id         uuid NOT NULL UNIQUE REFERENCES sanction_step,
  kpm_id          uuid NOT NULL,
  cause           text NOT NULL,
  period          text NOT NULL,
  statement       text NOT NULL CHECK (statement <> ''),
  lodged_by       text NOT NULL CHECK (lodged_by <> ''),
  lodged_on       date NOT NULL,
  lodged_at       timestamptz NOT NULL,
  decision        text CHECK (decision IN ('UPHELD', 'REJECTED')),
  decision_reason text CHECK (decision_reason <> ''),
  decided_by      text CHECK (decided_by <> lodged_by),
  decided_on      date,
  decided_at      timestamptz,
  CHECK (num_nulls(decision, decision_reason, decided_by, decided_on, decided_at) IN (0, 5))
);
CREATE INDEX appeal_by_family ON appeal (kpm_id, appeal_id);

CREATE FUNCTION only_decide_appeal() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  decided constant text[] := '{decision,decision_reason,decided_by,decided_on,decided_at}';
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.decision IS NULL AND NEW.decision IS NOT NULL
     AND (to_jsonb(OLD) - decided) = (to_jsonb(NEW) - decided) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'an appeal is decided once and not changed otherwise' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER appeal_stays BEFORE UPDATE OR DELETE ON appeal FOR EACH ROW EXECUTE FUNCTION only_decide_appeal();

CREATE TABLE exemption_reason (
  reason_code text PRIMARY KEY,
  scope_kinds text[] NOT NULL,
  description text NOT NULL
);
INSERT INTO exemption_reason (reason_code, scope_kinds, description) VALUES
  ('DISASTER', '{AREA,SCHOOL,HEALTH_POINT,KPM}', 'Bencana alam'),
  ('PUBLIC_EMERGENCY', '{AREA,SCHOOL,HEALTH_POINT}', 'Keadaan darurat umum'),
  ('SCHOOL_CLOSED', '{SCHOOL}', 'Sekolah tutup'),
  ('HEALTH_SERVICE_CLOSED', '{HEALTH_POINT}', 'Fasilitas kesehatan tutup'),
  ('ILLNESS', '{KPM}', 'Sakit berat dalam keluarga'),
  ('BEREAVEMENT', '{KPM}', 'Kedukaan'),
  ('OTHER_OWN_CASE', '{KPM}', 'Keadaan khusus keluarga');

CREATE TABLE exemption (
  exemption_id  uuid PRIMARY KEY,
  scope_kind    text NOT NULL CHECK (scope_kind IN ('AREA', 'SCHOOL', 'HEALTH_POINT', 'KPM')),
  scope_code    text NOT NULL,
  within_areas  text[] NOT NULL,
  from_day      date NOT NULL,
  until_day     date NOT NULL,
  reason_code   text NOT NULL REFERENCES exemption_reason,
  legal_basis   text NOT NULL CHECK (legal_basis <> ''),
  note          text,
  recorded_by   text NOT NULL CHECK (recorded_by <> ''),
  recorded_on   date NOT NULL,
  recorded_at   timestamptz NOT NULL,
  CHECK (until_day >= from_day)
);
CREATE TRIGGER exemption_stays BEFORE UPDATE OR DELETE ON exemption FOR EACH ROW EXECUTE FUNCTION facts_do_not_change();

-- Whom an exemption reached: kept, so that a family that moves away later keeps what it was granted.
CREATE TABLE exempt_member (
  kpm_id       uuid NOT NULL,
  exemption_id uuid NOT NULL REFERENCES exemption,
  member_id    uuid, -- null: the whole family
  UNIQUE NULLS NOT DISTINCT (kpm_id, exemption_id, member_id)
);
CREATE INDEX exempt_member_by_exemption ON exempt_member (exemption_id, kpm_id);
