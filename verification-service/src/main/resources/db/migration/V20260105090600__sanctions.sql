-- Steps, decisions and lifts.

-- One row a family: locked before anything of the family is decided, so that its events keep their order.
CREATE TABLE sanction_history (
  kpm_id             uuid PRIMARY KEY,
  version            bigint NOT NULL DEFAULT 0,
  compliance_version bigint NOT NULL DEFAULT 0
);

CREATE TABLE sanction_step (
  step_id           uuid PRIMARY KEY,
  kpm_id            uuid NOT NULL,
  village_code      text NOT NULL,
  period            text NOT NULL,
  period_start      date NOT NULL,
  cause             text NOT NULL CHECK (cause IN ('GROUP_MEETING_ABSENCE', 'P2K2_ABSENCE', 'MEETING_NOT_HELD', 'COMMITMENT_NOT_MET', 'COMMITMENT_NOT_VERIFIED')),
  rung              int  NOT NULL CHECK (rung >= 1),
  running           int  NOT NULL CHECK (running >= rung),
  step              text NOT NULL CHECK (step IN ('REMINDER', 'SUSPENSION_WARNING', 'SUSPENSION_PROPOSED', 'TERMINATION_PROPOSED')),
  is_protected      boolean NOT NULL,
  attribution       text NOT NULL CHECK (attribution IN ('FAMILY', 'FACILITATOR', 'SERVICE_POINT')),
  reasons           text[] NOT NULL,
  notified          text[] NOT NULL,
  policy_code       text NOT NULL REFERENCES ladder_policy,
  legal_basis       text NOT NULL,
  issued_on         date NOT NULL,
  issued_at         timestamptz NOT NULL,
  withdrawn_on      date,
  withdrawn_at      timestamptz,
  withdrawal_reason text CHECK (withdrawal_reason IN ('CORRECTED_FACT', 'APPEAL_UPHELD', 'EXEMPTION')),
  UNIQUE (step_id, step),
  CHECK ((withdrawn_at IS NULL) = (withdrawal_reason IS NULL) AND (withdrawn_at IS NULL) = (withdrawn_on IS NULL)),
  CHECK (NOT is_protected OR step NOT IN ('SUSPENSION_PROPOSED', 'TERMINATION_PROPOSED')),
  -- only a failure of the family's own can cost it money
  CHECK (attribution = 'FAMILY' OR step NOT IN ('SUSPENSION_PROPOSED', 'TERMINATION_PROPOSED'))
);
CREATE UNIQUE INDEX sanction_step_standing ON sanction_step (kpm_id, period, cause, rung) WHERE withdrawn_at IS NULL;
CREATE INDEX sanction_step_by_family ON sanction_step (kpm_id, step_id);
CREATE INDEX sanction_step_by_village ON sanction_step (village_code text_pattern_ops, step_id);

CREATE FUNCTION only_withdraw() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.withdrawn_at IS NULL AND NEW.withdrawn_at IS NOT NULL
     AND (to_jsonb(OLD) - '{withdrawn_on,withdrawn_at,withdrawal_reason}'::text[])
       = (to_jsonb(NEW) - '{withdrawn_on,withdrawn_at,withdrawal_reason}'::text[]) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a step is withdrawn once and not changed otherwise' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER sanction_step_stays BEFORE UPDATE OR DELETE ON sanction_step FOR EACH ROW EXECUTE FUNCTION only_withdraw();

-- A decision refers to a proposal and to nothing else, and a protected step is never a proposal.
CREATE TABLE sanction_decision (
  decision_id    uuid PRIMARY KEY,
  step_id        uuid NOT NULL UNIQUE,
  step           text NOT NULL CHECK (step IN ('SUSPENSION_PROPOSED', 'TERMINATION_PROPOSED')),
  kpm_id         uuid NOT NULL,
  decision       text NOT NULL CHECK (decision IN ('SUSPEND', 'TERMINATE', 'DISMISS')),
  effect         text NOT NULL CHECK (effect IN ('HOLD', 'FORFEIT', 'NONE')),
  effective_from date NOT NULL,
  reason         text NOT NULL CHECK (reason <> ''),
  decided_by     text NOT NULL CHECK (decided_by <> ''),
  decided_on     date NOT NULL,
  decided_at     timestamptz NOT NULL,
  FOREIGN KEY (step_id, step) REFERENCES sanction_step (step_id, step),
  CHECK ((decision = 'SUSPEND') = (effect <> 'NONE')),
  CHECK (decision <> 'SUSPEND' OR step = 'SUSPENSION_PROPOSED'),
  CHECK (decision <> 'TERMINATE' OR step = 'TERMINATION_PROPOSED')
);
CREATE INDEX sanction_decision_by_family ON sanction_decision (kpm_id, decision_id);

CREATE TABLE suspension_lift (
  decision_id uuid PRIMARY KEY REFERENCES sanction_decision,
  reason      text NOT NULL CHECK (reason IN ('CORRECTED_FACT', 'APPEAL_UPHELD', 'OFFICER')),
  note        text,
  lifted_by   text NOT NULL CHECK (lifted_by <> ''),
  lifted_on   date NOT NULL,
  lifted_at   timestamptz NOT NULL,
  CHECK (reason <> 'OFFICER' OR note <> '')
);

CREATE TRIGGER sanction_decision_stays BEFORE UPDATE OR DELETE ON sanction_decision FOR EACH ROW EXECUTE FUNCTION facts_do_not_change();
CREATE TRIGGER suspension_lift_stays BEFORE UPDATE OR DELETE ON suspension_lift FOR EACH ROW EXECUTE FUNCTION facts_do_not_change();
