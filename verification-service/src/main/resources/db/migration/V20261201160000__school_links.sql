-- Links by which a school completes its own list of a quarter without signing in. Only the hash of the secret is kept. The
-- labels of the pupils are encrypted with a key that only the secret gives, so nothing here can read them.
CREATE TABLE school_link (
  link_id        uuid PRIMARY KEY,
  school_id      text NOT NULL CHECK (school_id ~ '^\d{8}$'),
  quarter_start  date NOT NULL CHECK (extract(day FROM quarter_start) = 1 AND extract(month FROM quarter_start) IN (1, 4, 7, 10)),
  areas          text[] NOT NULL CHECK (cardinality(areas) > 0),
  token_sha256   text NOT NULL UNIQUE CHECK (token_sha256 ~ '^[0-9a-f]{64}$'),
  sealed_labels  bytea,
  created_at     timestamptz NOT NULL,
  created_by     text NOT NULL CHECK (created_by <> ''),
  expires_at     timestamptz NOT NULL CHECK (expires_at > created_at),
  opened         int NOT NULL DEFAULT 0 CHECK (opened >= 0),
  last_opened_at timestamptz,
  withdrawn_at   timestamptz,
  withdrawn_by   text CHECK (withdrawn_by <> ''),
  CHECK ((opened = 0) = (last_opened_at IS NULL)),
  CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL)),
  CHECK (withdrawn_at >= created_at),
  -- a withdrawn link shows nobody any more, not even with its secret
  CHECK (withdrawn_at IS NULL OR sealed_labels IS NULL)
);
CREATE INDEX school_link_of_school ON school_link (school_id, quarter_start);

CREATE FUNCTION school_link_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.withdrawn_at IS NULL AND NEW.opened >= OLD.opened
     AND (NEW.sealed_labels IS NULL OR NEW.sealed_labels IS NOT DISTINCT FROM OLD.sealed_labels)
     AND (to_jsonb(OLD) - ARRAY['opened', 'last_opened_at', 'withdrawn_at', 'withdrawn_by', 'sealed_labels'])
         = (to_jsonb(NEW) - ARRAY['opened', 'last_opened_at', 'withdrawn_at', 'withdrawn_by', 'sealed_labels']) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a link is used or withdrawn, and not changed otherwise' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER school_link_stays BEFORE UPDATE OR DELETE ON school_link FOR EACH ROW EXECUTE FUNCTION school_link_stays();

-- What a school sent by a link. A person looks at each sending.
CREATE TABLE school_link_sending (
  link_id        uuid NOT NULL REFERENCES school_link,
  number         int  NOT NULL CHECK (number BETWEEN 1 AND 200),
  form_id        uuid NOT NULL UNIQUE REFERENCES service_point_form,
  rows_applied   int  NOT NULL CHECK (rows_applied >= 0),
  rows_refused   int  NOT NULL CHECK (rows_refused >= 0),
  sent_at        timestamptz NOT NULL,
  reviewed_at    timestamptz,
  reviewed_by    text CHECK (reviewed_by <> ''),
  PRIMARY KEY (link_id, number),
  CHECK ((reviewed_at IS NULL) = (reviewed_by IS NULL)),
  CHECK (reviewed_at >= sent_at)
);
CREATE INDEX school_link_sending_to_review ON school_link_sending (sent_at, form_id) WHERE reviewed_at IS NULL;

CREATE FUNCTION school_link_sending_fits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND EXISTS (SELECT FROM school_link l JOIN service_point_form f ON f.form_id = NEW.form_id
        WHERE l.link_id = NEW.link_id AND l.withdrawn_at IS NULL AND NEW.sent_at < l.expires_at
          AND f.kind = 'SCHOOL' AND f.point_code = l.school_id AND f.quarter_start = l.quarter_start) THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.reviewed_at IS NULL
     AND (to_jsonb(OLD) - ARRAY['reviewed_at', 'reviewed_by']) = (to_jsonb(NEW) - ARRAY['reviewed_at', 'reviewed_by']) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a sending is of the school and quarter of a link that works, and is reviewed once'
    USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER school_link_sending_fits BEFORE INSERT OR UPDATE OR DELETE ON school_link_sending
  FOR EACH ROW EXECUTE FUNCTION school_link_sending_fits();
