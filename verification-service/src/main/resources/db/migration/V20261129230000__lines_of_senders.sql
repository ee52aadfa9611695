-- A line is what one sender states about one person and month for one school or health service. A later form of the same
-- sender replaces the lines that can be read on it; every other line stays, and so do the lines of other senders.

-- Forms that were replaced as a whole before lines were kept by sender: none of their lines counts any more.
CREATE TABLE replaced_form (
  form_id uuid PRIMARY KEY REFERENCES service_point_form
);
INSERT INTO replaced_form (form_id)
SELECT f.form_id FROM service_point_form f
 WHERE NOT EXISTS (SELECT FROM form_standing s WHERE s.form_id = f.form_id);
DROP TABLE form_standing;
CREATE TRIGGER replaced_form_stays BEFORE UPDATE OR DELETE ON replaced_form FOR EACH ROW EXECUTE FUNCTION facts_do_not_change();

-- The second form of a quarter may come from another sender, and then it is no correction.
ALTER TABLE service_point_form DROP CONSTRAINT service_point_form_check;
ALTER TABLE service_point_form ADD CONSTRAINT service_point_form_first_is_no_correction
  CHECK (revision > 1 OR correction_reason IS NULL);
CREATE INDEX service_point_form_by_quarter ON service_point_form (quarter_start, kind);
CREATE INDEX service_point_form_by_sender ON service_point_form (kind, point_code, quarter_start, received_by);

-- A sender may take a line back. The row that says so states nothing else.
ALTER TABLE evidence ADD COLUMN is_removed boolean NOT NULL DEFAULT false;
ALTER TABLE evidence ADD CONSTRAINT evidence_removed_states_nothing
  CHECK (NOT is_removed OR (coalesce(alpa, 0) + coalesce(izin, 0) + coalesce(sakit, 0) + coalesce(jml, 0)
                            + coalesce(visits, 0) = 0 AND NOT coalesce(is_closed, false)));

CREATE VIEW standing_line AS
SELECT member_id, kpm_id, month, kind, point_code, sent_by, form_id, revision, alpa, izin, sakit, jml, visits, is_closed
  FROM (SELECT DISTINCT ON (e.member_id, e.month, e.kind, e.point_code, f.received_by)
               e.*, f.received_by AS sent_by
          FROM evidence e JOIN service_point_form f USING (form_id)
         WHERE NOT EXISTS (SELECT FROM replaced_form r WHERE r.form_id = e.form_id)
         ORDER BY e.member_id, e.month, e.kind, e.point_code, f.received_by, e.revision DESC) latest
 WHERE NOT is_removed;

-- For which areas a school or health service has reported: those of the senders who brought its forms.
CREATE TABLE form_area (
  kind          text NOT NULL CHECK (kind IN ('SCHOOL', 'HEALTH')),
  point_code    text NOT NULL,
  quarter_start date NOT NULL,
  area_code     text NOT NULL CHECK (area_code <> ''),
  PRIMARY KEY (kind, point_code, quarter_start, area_code)
);
INSERT INTO form_area (kind, point_code, quarter_start, area_code)
SELECT DISTINCT kind, point_code, quarter_start, '*' FROM service_point_form;

-- A person who stands on a form and lives outside the areas of its sender: the form came, and nothing of it counts for her.
ALTER TABLE form_member DROP CONSTRAINT form_member_note_check;
ALTER TABLE form_member ADD CONSTRAINT form_member_note_check CHECK (note IN ('OTHER_SCHOOL', 'OTHER_AREA'));

-- Lines about one person and month that differ. A contradiction ends when its lines change.
CREATE TABLE evidence_contradiction (
  contradiction_id uuid PRIMARY KEY,
  kpm_id           uuid NOT NULL,
  member_id        uuid NOT NULL,
  kind             text NOT NULL CHECK (kind IN ('SCHOOL', 'HEALTH')),
  month            date NOT NULL CHECK (extract(day FROM month) = 1),
  -- empty for a school child, whose schools are compared with each other
  compared_at      text NOT NULL,
  statements       text[] NOT NULL CHECK (cardinality(statements) > 1),
  found_at         timestamptz NOT NULL,
  ended_at         timestamptz,
  CHECK ((kind = 'SCHOOL') = (compared_at = '')),
  CHECK (ended_at >= found_at)
);
CREATE UNIQUE INDEX evidence_contradiction_open ON evidence_contradiction (member_id, kind, month, compared_at)
  WHERE ended_at IS NULL;
CREATE INDEX evidence_contradiction_by_family ON evidence_contradiction (kpm_id, contradiction_id);

CREATE FUNCTION only_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL
     AND (to_jsonb(OLD) - 'ended_at') = (to_jsonb(NEW) - 'ended_at') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a contradiction ends once and is not changed otherwise' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER evidence_contradiction_stays BEFORE UPDATE OR DELETE ON evidence_contradiction FOR EACH ROW EXECUTE FUNCTION only_end();

-- Which line counts, as a person decided it; the latest settlement of a contradiction applies. Without a line the policy
-- decides again.
CREATE TABLE evidence_settlement (
  contradiction_id uuid NOT NULL REFERENCES evidence_contradiction,
  number           int  NOT NULL CHECK (number >= 1),
  point_code       text,
  sent_by          text,
  reason           text NOT NULL CHECK (reason <> ''),
  settled_by       text NOT NULL CHECK (settled_by <> ''),
  settled_at       timestamptz NOT NULL,
  PRIMARY KEY (contradiction_id, number),
  CHECK ((point_code IS NULL) = (sent_by IS NULL)),
  -- nobody settles in favour of what she sent herself
  CHECK (sent_by <> settled_by)
);
CREATE TRIGGER evidence_settlement_stays BEFORE UPDATE OR DELETE ON evidence_settlement FOR EACH ROW EXECUTE FUNCTION facts_do_not_change();

-- Only lines of a contradiction that is still open can be settled on.
CREATE FUNCTION settles_open_lines() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM evidence_contradiction c
              WHERE c.contradiction_id = NEW.contradiction_id AND c.ended_at IS NULL
                AND (NEW.point_code IS NULL
                     OR EXISTS (SELECT FROM unnest(c.statements) s
                                 WHERE starts_with(s, NEW.point_code || ' ' || NEW.sent_by || ' ')))) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'no line of an open contradiction is settled on' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER evidence_settlement_fits BEFORE INSERT ON evidence_settlement FOR EACH ROW EXECUTE FUNCTION settles_open_lines();
