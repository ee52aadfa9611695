-- A pupil can be recognised by the pupil number (NISN) as well; as with the NIK only its token is known here.
ALTER TABLE kpm_member ADD COLUMN nisn_token text;

-- Rows of school forms of which no machine can tell whom they are about. They wait for a person, and nothing of them
-- counts meanwhile.
CREATE TABLE unmatched_pupil (
  row_id        uuid PRIMARY KEY,
  point_code    text NOT NULL,
  quarter_start date NOT NULL,
  line          int  NOT NULL CHECK (line >= 1),
  sha256        text NOT NULL,
  sent_by       text NOT NULL CHECK (sent_by <> ''),
  received_at   timestamptz NOT NULL,
  nik_token     text CHECK (nik_token ~ '^[0-9a-f]{64}$'),
  nisn_token    text CHECK (nisn_token ~ '^[0-9a-f]{64}$'),
  reason        text NOT NULL CHECK (reason IN ('KEYS_DISAGREE', 'NISN_OF_SEVERAL', 'NISN_TWICE', 'PUPIL_TWICE', 'NEAR')),
  -- months as texts: month, alpa/izin/sakit/jml
  entries       text[] NOT NULL,
  ended_at      timestamptz,
  CHECK (nik_token IS NOT NULL OR nisn_token IS NOT NULL),
  CHECK (ended_at >= received_at)
);
CREATE UNIQUE INDEX unmatched_pupil_open ON unmatched_pupil
  (point_code, quarter_start, sent_by, coalesce(nik_token, ''), coalesce(nisn_token, '')) WHERE ended_at IS NULL;
CREATE INDEX unmatched_pupil_waiting ON unmatched_pupil (received_at, row_id) WHERE ended_at IS NULL;
CREATE TRIGGER unmatched_pupil_stays BEFORE UPDATE OR DELETE ON unmatched_pupil FOR EACH ROW EXECUTE FUNCTION only_end();

-- The pupils whom a row may be about, and how each key of the row fits.
CREATE TABLE unmatched_pupil_side (
  row_id       uuid NOT NULL REFERENCES unmatched_pupil,
  member_id    uuid NOT NULL,
  kpm_id       uuid NOT NULL,
  village_code text NOT NULL,
  nik          text NOT NULL CHECK (nik IN ('SAME', 'ONE_DIGIT_OFF', 'OTHER', 'NOT_STATED')),
  nisn         text NOT NULL CHECK (nisn IN ('SAME', 'ONE_DIGIT_OFF', 'ZEROS_MISSING', 'OTHER', 'NOT_STATED')),
  PRIMARY KEY (row_id, member_id)
);
CREATE INDEX unmatched_pupil_side_by_village ON unmatched_pupil_side (village_code text_pattern_ops, row_id);
CREATE TRIGGER unmatched_pupil_side_stays BEFORE UPDATE OR DELETE ON unmatched_pupil_side FOR EACH ROW EXECUTE FUNCTION facts_do_not_change();

-- What a person decided about the two keys of a row at a school. It applies to later forms until it is taken back. Without a
-- member the keys are those of nobody in the programme.
CREATE TABLE pupil_match (
  row_id            uuid PRIMARY KEY REFERENCES unmatched_pupil,
  point_code        text NOT NULL,
  nik_token         text,
  nisn_token        text,
  member_id         uuid,
  reason            text NOT NULL CHECK (reason <> ''),
  decided_by        text NOT NULL CHECK (decided_by <> ''),
  decided_at        timestamptz NOT NULL,
  withdrawn_by      text CHECK (withdrawn_by <> ''),
  withdrawn_at      timestamptz,
  withdrawal_reason text CHECK (withdrawal_reason <> ''),
  FOREIGN KEY (row_id, member_id) REFERENCES unmatched_pupil_side (row_id, member_id),
  CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)),
  CHECK ((withdrawn_at IS NULL) = (withdrawal_reason IS NULL)),
  CHECK (withdrawn_at >= decided_at)
);
CREATE UNIQUE INDEX pupil_match_standing ON pupil_match (point_code, coalesce(nik_token, ''), coalesce(nisn_token, ''))
  WHERE withdrawn_at IS NULL;

CREATE FUNCTION pupil_match_by_another() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a match is taken back and not deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND (OLD.withdrawn_at IS NOT NULL OR NEW.withdrawn_at IS NULL
      OR (to_jsonb(OLD) - ARRAY['withdrawn_by', 'withdrawn_at', 'withdrawal_reason'])
         <> (to_jsonb(NEW) - ARRAY['withdrawn_by', 'withdrawn_at', 'withdrawal_reason'])) THEN
    RAISE EXCEPTION 'a match is taken back once and is not changed otherwise' USING ERRCODE = 'restrict_violation';
  END IF;
  IF EXISTS (SELECT FROM unmatched_pupil u WHERE u.row_id = NEW.row_id
              AND u.sent_by IN (NEW.decided_by, coalesce(NEW.withdrawn_by, NEW.decided_by))) THEN
    RAISE EXCEPTION 'the sender of a row does not decide about it' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER pupil_match_by_another BEFORE INSERT OR UPDATE OR DELETE ON pupil_match
  FOR EACH ROW EXECUTE FUNCTION pupil_match_by_another();

-- The forms on which a match counted, so that its lines can be taken away with it.
CREATE TABLE pupil_match_form (
  row_id  uuid NOT NULL REFERENCES pupil_match,
  form_id uuid NOT NULL REFERENCES service_point_form,
  PRIMARY KEY (row_id, form_id)
);
CREATE TRIGGER pupil_match_form_stays BEFORE UPDATE OR DELETE ON pupil_match_form FOR EACH ROW EXECUTE FUNCTION facts_do_not_change();
