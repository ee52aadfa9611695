-- How commitments went. A quarter assessed again with another outcome is another revision; one revision stands.

CREATE TABLE commitment_result (
  kpm_id                   uuid NOT NULL,
  quarter_start            date NOT NULL,
  revision                 int  NOT NULL CHECK (revision >= 1),
  period                   text NOT NULL,
  result                   text NOT NULL CHECK (result IN ('MET', 'NOT_MET', 'NOT_VERIFIED', 'EXEMPT', 'NOT_DUE')),
  attribution              text NOT NULL CHECK (attribution IN ('FAMILY', 'FACILITATOR', 'SERVICE_POINT', 'NOBODY')),
  reasons                  text[] NOT NULL,
  not_met_state            text NOT NULL CHECK (not_met_state IN ('CLEAN', 'EXEMPT', 'UNKNOWN', 'SIGNAL')),
  not_met_reasons          text[] NOT NULL,
  not_verified_state       text NOT NULL CHECK (not_verified_state IN ('CLEAN', 'EXEMPT', 'UNKNOWN', 'SIGNAL')),
  not_verified_attribution text NOT NULL CHECK (not_verified_attribution IN ('FAMILY', 'FACILITATOR', 'SERVICE_POINT', 'NOBODY')),
  not_verified_reasons     text[] NOT NULL,
  policy_code              text NOT NULL REFERENCES commitment_policy,
  assessed_at              timestamptz NOT NULL,
  superseded_at            timestamptz,
  PRIMARY KEY (kpm_id, quarter_start, revision),
  -- nobody's want of evidence is ever the family's own failure
  CHECK (not_verified_attribution <> 'FAMILY')
) PARTITION BY RANGE (quarter_start);
CREATE UNIQUE INDEX commitment_result_standing ON commitment_result (kpm_id, quarter_start) WHERE superseded_at IS NULL;

CREATE TABLE member_result (
  kpm_id         uuid NOT NULL,
  quarter_start  date NOT NULL,
  revision       int  NOT NULL,
  member_id      uuid NOT NULL,
  component      text NOT NULL,
  result         text NOT NULL CHECK (result IN ('MET', 'NOT_MET', 'NOT_VERIFIED', 'EXEMPT', 'NOT_DUE')),
  attribution    text NOT NULL,
  reasons        text[] NOT NULL,
  failed_windows text[] NOT NULL
) PARTITION BY RANGE (quarter_start);
CREATE INDEX member_result_by_family ON member_result (kpm_id, quarter_start, revision);

CREATE TABLE commitment_result_other PARTITION OF commitment_result DEFAULT;
CREATE TABLE member_result_other PARTITION OF member_result DEFAULT;
SELECT ensure_year_partition(t, y)
  FROM unnest(ARRAY['commitment_result', 'member_result']) t, generate_series(2025, 2030) y;

CREATE FUNCTION only_supersede() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.superseded_at IS NULL AND NEW.superseded_at IS NOT NULL
     AND (to_jsonb(OLD) - 'superseded_at') = (to_jsonb(NEW) - 'superseded_at') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a result is superseded once and not changed otherwise' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER commitment_result_stays BEFORE UPDATE OR DELETE ON commitment_result FOR EACH ROW EXECUTE FUNCTION only_supersede();
CREATE TRIGGER member_result_stays BEFORE UPDATE OR DELETE ON member_result FOR EACH ROW EXECUTE FUNCTION facts_do_not_change();

-- Work that goes through families in the order of their ids, a chunk a transaction, and goes on after a crash.
CREATE TABLE family_sweep (
  sweep_id         uuid PRIMARY KEY,
  kind             text NOT NULL CHECK (kind IN ('QUARTER_CLOSING', 'EXEMPTION')),
  state            text NOT NULL CHECK (state IN ('RUNNING', 'DONE')),
  families_total   bigint NOT NULL,
  families_done    bigint NOT NULL DEFAULT 0,
  families_skipped bigint NOT NULL DEFAULT 0,
  last_kpm_id      uuid,
  correlation_id   text NOT NULL,
  started_at       timestamptz NOT NULL,
  finished_at      timestamptz,
  CHECK ((state = 'DONE') = (finished_at IS NOT NULL))
);
CREATE INDEX family_sweep_running ON family_sweep (started_at) WHERE state = 'RUNNING';

-- Families that failed by themselves and were set aside, for an operator to look at.
CREATE TABLE family_sweep_skipped (
  sweep_id   uuid NOT NULL REFERENCES family_sweep,
  kpm_id     uuid NOT NULL,
  failure    text NOT NULL,
  skipped_at timestamptz NOT NULL,
  PRIMARY KEY (sweep_id, kpm_id)
);

CREATE TABLE quarter_closing (
  closing_id    uuid PRIMARY KEY REFERENCES family_sweep,
  quarter_start date NOT NULL,
  period        text NOT NULL,
  area_code     text NOT NULL,
  requested_by  text NOT NULL,
  requested_at  timestamptz NOT NULL,
  UNIQUE (quarter_start, area_code)
);
