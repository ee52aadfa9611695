-- Decisions by two people, their notices, effects, stays and lifts, appeals against them, and the proposals of people.
-- docs/rules/decisions.md shows the tables that this migration fills; tests compare them.

CREATE TABLE notice_policy (
  policy_code                  text PRIMARY KEY,
  valid_from                   date NOT NULL UNIQUE,
  legal_basis                  text NOT NULL CHECK (legal_basis <> ''),
  routes                       text[] NOT NULL CHECK (routes <@ '{LETTER,VISIT,TELEPHONE,POSTED}' AND routes <> '{}'),
  days_until_effect            int NOT NULL CHECK (days_until_effect >= 0),
  attempts_until_posted        int NOT NULL CHECK (attempts_until_posted > 0),
  days_until_notified          int NOT NULL CHECK (days_until_notified > 0),
  decision_appeal_days         int NOT NULL CHECK (decision_appeal_days > 0),
  appeal_decision_days         int NOT NULL CHECK (appeal_decision_days > 0),
  appeal_stays                 text[] NOT NULL
    CHECK (appeal_stays <@ '{SUSPEND_HOLD,SUSPEND_FORFEIT,TERMINATE,GRADUATE,MOVE,DECEASE,INELIGIBLE}'),
  is_compliance_lift_by_person boolean NOT NULL,
  suspension_reminder_days     int NOT NULL CHECK (suspension_reminder_days > 0)
);
INSERT INTO notice_policy (policy_code, valid_from, legal_basis, routes, days_until_effect, attempts_until_posted,
  days_until_notified, decision_appeal_days, appeal_decision_days, appeal_stays, is_compliance_lift_by_person,
  suspension_reminder_days) VALUES
  ('NOTICE-2026', '2018-01-01', 'choice: no legal text gives these numbers', '{LETTER,VISIT,POSTED}', 0, 2, 14, 30, 14,
   '{SUSPEND_FORFEIT,TERMINATE,GRADUATE,MOVE,DECEASE,INELIGIBLE}', true, 180);

-- Why something is proposed or decided, by measure.
CREATE TABLE measure_reason (
  measure     text NOT NULL,
  reason_code text NOT NULL,
  description text NOT NULL CHECK (description <> ''),
  PRIMARY KEY (measure, reason_code)
);
INSERT INTO measure_reason (measure, reason_code, description) VALUES
  ('SUSPEND', 'OBLIGATION_NOT_MET', 'Kewajiban tidak dipenuhi tanpa alasan yang sah'),
  ('TERMINATE', 'REPEATED_BREACH', 'Kewajiban berulang kali tidak dipenuhi'),
  ('TERMINATE', 'FRAUD', 'Kecurangan'),
  ('TERMINATE', 'REFUSAL', 'Menolak menjadi peserta'),
  ('TERMINATE', 'FALSE_DATA', 'Data tidak benar'),
  ('GRADUATE', 'INCOME_IMPROVED', 'Penghasilan meningkat'),
  ('GRADUATE', 'ABOVE_MINIMUM_WAGE', 'Penghasilan di atas upah minimum'),
  ('GRADUATE', 'MEMBER_OVER_FIVE_YEARS', 'Peserta lebih dari lima tahun'),
  ('GRADUATE', 'PUBLIC_EMPLOYEE', 'Anggota keluarga menjadi ASN, TNI, Polri, atau pegawai BUMN'),
  ('GRADUATE', 'LAST_COMPONENT_ENDED', 'Komponen terakhir berakhir'),
  ('MOVE', 'MOVED_AWAY', 'Pindah ke luar wilayah'),
  ('DECEASE', 'NO_MEMBER_LEFT', 'Tidak ada anggota keluarga yang masih hidup'),
  ('INELIGIBLE', 'NO_COMPONENT', 'Tidak memiliki komponen'),
  ('INELIGIBLE', 'NOT_FOUND', 'Tidak ditemukan'),
  ('INELIGIBLE', 'DUPLICATE', 'Tercatat ganda'),
  ('INELIGIBLE', 'REFUSAL', 'Menolak menjadi peserta'),
  ('INELIGIBLE', 'WELL_OFF', 'Tergolong mampu'),
  ('REINSTATE', 'LEFT_BY_MISTAKE', 'Kepesertaan berakhir karena kekeliruan'),
  ('REINSTATE', 'RETURNED', 'Keluarga kembali'),
  ('REINSTATE', 'ELIGIBLE_AGAIN', 'Memenuhi syarat kembali'),
  ('DISMISS', 'EXCUSED', 'Ada alasan yang sah'),
  ('DISMISS', 'EVIDENCE_INSUFFICIENT', 'Bukti tidak cukup'),
  ('DISMISS', 'OTHER_CASE', 'Keadaan lain');

-- A person proposes, with evidence, that a family leaves the programme or comes back.
CREATE TABLE membership_proposal (
  proposal_id        uuid PRIMARY KEY,
  kpm_id             uuid NOT NULL,
  village_code       text NOT NULL,
  kind               text NOT NULL CHECK (kind IN ('TERMINATE', 'GRADUATE', 'MOVE', 'DECEASE', 'INELIGIBLE', 'REINSTATE')),
  reason_code        text NOT NULL,
  note               text CHECK (note <> ''),
  evidence_reference text NOT NULL CHECK (evidence_reference <> ''),
  effective_on       date NOT NULL,
  status             text NOT NULL CHECK (status IN ('OPEN', 'DECIDED', 'WITHDRAWN')),
  proposed_by        text NOT NULL CHECK (proposed_by <> ''),
  proposed_on        date NOT NULL,
  proposed_at        timestamptz NOT NULL,
  withdrawn_by       text CHECK (withdrawn_by <> ''),
  withdrawn_at       timestamptz,
  UNIQUE (proposal_id, kind),
  FOREIGN KEY (kind, reason_code) REFERENCES measure_reason (measure, reason_code),
  CHECK (num_nulls(withdrawn_by, withdrawn_at) = CASE WHEN status = 'WITHDRAWN' THEN 0 ELSE 2 END)
);
CREATE INDEX membership_proposal_by_family ON membership_proposal (kpm_id, proposal_id);
CREATE UNIQUE INDEX membership_proposal_open ON membership_proposal (kpm_id) WHERE status = 'OPEN';

CREATE FUNCTION only_close_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  closed constant text[] := '{status,withdrawn_by,withdrawn_at}';
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.status = 'OPEN' AND NEW.status <> 'OPEN'
     AND (to_jsonb(OLD) - closed) = (to_jsonb(NEW) - closed) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a proposal is closed once and not changed otherwise' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER membership_proposal_stays BEFORE UPDATE OR DELETE ON membership_proposal
  FOR EACH ROW EXECUTE FUNCTION only_close_proposal();

-- One person prepares decisions, another confirms them; the hash is what the second person has read.
CREATE TABLE decision_draft (
  draft_id    uuid PRIMARY KEY,
  measure     text NOT NULL,
  effect      text NOT NULL CHECK (effect IN ('HOLD', 'FORFEIT', 'NONE')),
  reason_code text NOT NULL,
  note        text NOT NULL CHECK (note <> ''),
  hash        text NOT NULL CHECK (length(hash) = 64),
  status      text NOT NULL CHECK (status IN ('OPEN', 'CONFIRMED', 'WITHDRAWN')),
  prepared_by text NOT NULL CHECK (prepared_by <> ''),
  prepared_at timestamptz NOT NULL,
  closed_by   text CHECK (closed_by <> ''),
  closed_at   timestamptz,
  UNIQUE (draft_id, prepared_by),
  FOREIGN KEY (measure, reason_code) REFERENCES measure_reason (measure, reason_code),
  CHECK ((measure = 'SUSPEND') = (effect <> 'NONE')),
  CHECK (num_nulls(closed_by, closed_at) = CASE WHEN status = 'OPEN' THEN 2 ELSE 0 END),
  CHECK (status <> 'CONFIRMED' OR closed_by <> prepared_by)
);
CREATE INDEX decision_draft_by_status ON decision_draft (status, draft_id);

CREATE FUNCTION only_close_draft() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  closed constant text[] := '{status,closed_by,closed_at}';
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.status = 'OPEN' AND NEW.status <> 'OPEN'
     AND (to_jsonb(OLD) - closed) = (to_jsonb(NEW) - closed) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a draft is closed once and not changed otherwise' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER decision_draft_stays BEFORE UPDATE OR DELETE ON decision_draft
  FOR EACH ROW EXECUTE FUNCTION only_close_draft();

-- A decision refers to one proposal, of the ladder or of a person. Rows from before two people were needed keep what
-- they say: one officer decided, and the decision was in effect at once.
ALTER TABLE sanction_decision
  ALTER COLUMN step_id DROP NOT NULL,
  ALTER COLUMN step DROP NOT NULL,
  DROP CONSTRAINT sanction_decision_decision_check,
  ADD COLUMN proposal_id  uuid UNIQUE,
  ADD COLUMN proposed     text,
  ADD COLUMN reason_code  text,
  ADD COLUMN prepared_by  text CHECK (prepared_by <> ''),
  ADD COLUMN draft_id     uuid,
  ADD COLUMN takes_effect text NOT NULL DEFAULT 'AS_RECORDED' CHECK (takes_effect IN ('AS_RECORDED', 'ON_NOTICE', 'AT_ONCE'));
ALTER TABLE sanction_decision
  ALTER COLUMN takes_effect DROP DEFAULT,
  ADD CHECK (decision IN ('SUSPEND', 'TERMINATE', 'GRADUATE', 'MOVE', 'DECEASE', 'INELIGIBLE', 'REINSTATE', 'DISMISS')),
  ADD FOREIGN KEY (proposal_id, proposed) REFERENCES membership_proposal (proposal_id, kind),
  ADD FOREIGN KEY (draft_id, prepared_by) REFERENCES decision_draft (draft_id, prepared_by),
  ADD FOREIGN KEY (decision, reason_code) REFERENCES measure_reason (measure, reason_code),
  ADD CHECK (num_nonnulls(step_id, proposal_id) = 1),
  ADD CHECK ((step_id IS NULL) = (step IS NULL)),
  ADD CHECK ((proposal_id IS NULL) = (proposed IS NULL)),
  ADD CHECK (decision IN ('DISMISS', proposed) OR proposed IS NULL),
  ADD CHECK (decision IN ('SUSPEND', 'TERMINATE', 'DISMISS') OR step IS NULL),
  ADD CHECK (prepared_by <> decided_by),
  ADD CHECK (takes_effect = 'AS_RECORDED' OR num_nulls(prepared_by, reason_code, draft_id) = 0),
  ADD CHECK (takes_effect = 'AS_RECORDED' OR (takes_effect = 'AT_ONCE') = (decision IN ('REINSTATE', 'DISMISS'))),
  ADD UNIQUE (decision_id, decision);
-- the two checks that named the step hold for decisions on steps only
ALTER TABLE sanction_decision
  DROP CONSTRAINT sanction_decision_check2,
  ADD CHECK (decision <> 'TERMINATE' OR step IS NULL OR step = 'TERMINATION_PROPOSED');

CREATE FUNCTION decision_needs_two() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.takes_effect = 'AS_RECORDED' THEN
    RAISE EXCEPTION 'a decision needs two people' USING ERRCODE = 'restrict_violation';
  END IF;
  IF EXISTS (SELECT FROM membership_proposal p WHERE p.proposal_id = NEW.proposal_id AND p.proposed_by = NEW.decided_by) THEN
    RAISE EXCEPTION 'no one confirms an own proposal' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER sanction_decision_by_two BEFORE INSERT ON sanction_decision FOR EACH ROW EXECUTE FUNCTION decision_needs_two();

CREATE TABLE decision_draft_item (
  draft_id         uuid NOT NULL REFERENCES decision_draft,
  item_no          int  NOT NULL CHECK (item_no BETWEEN 1 AND 1000),
  step_id          uuid REFERENCES sanction_step,
  proposal_id      uuid REFERENCES membership_proposal,
  kpm_id           uuid NOT NULL,
  outcome          text CHECK (outcome IN ('DECIDED', 'EXCLUDED', 'LEFT_OUT', 'WITHDRAWN')),
  refusal_code     text CHECK (refusal_code <> ''),
  exclusion_reason text CHECK (exclusion_reason <> ''),
  decision_id      uuid UNIQUE REFERENCES sanction_decision,
  PRIMARY KEY (draft_id, item_no),
  CHECK (num_nonnulls(step_id, proposal_id) = 1),
  CHECK ((outcome = 'DECIDED') IS NOT DISTINCT FROM (decision_id IS NOT NULL) OR (outcome IS NULL AND decision_id IS NULL)),
  CHECK (outcome IS DISTINCT FROM 'EXCLUDED' OR exclusion_reason IS NOT NULL),
  CHECK (outcome IS DISTINCT FROM 'LEFT_OUT' OR refusal_code IS NOT NULL)
);
-- nothing is put before two officers at once
CREATE UNIQUE INDEX decision_draft_item_open_step ON decision_draft_item (step_id) WHERE outcome IS NULL;
CREATE UNIQUE INDEX decision_draft_item_open_proposal ON decision_draft_item (proposal_id) WHERE outcome IS NULL;
CREATE INDEX decision_draft_item_by_family ON decision_draft_item (kpm_id);

CREATE FUNCTION only_settle_item() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  settled constant text[] := '{outcome,refusal_code,exclusion_reason,decision_id}';
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.outcome IS NULL AND NEW.outcome IS NOT NULL
     AND (to_jsonb(OLD) - settled) = (to_jsonb(NEW) - settled) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'an item of a draft is settled once and not changed otherwise' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER decision_draft_item_stays BEFORE UPDATE OR DELETE ON decision_draft_item
  FOR EACH ROW EXECUTE FUNCTION only_settle_item();

-- Every attempt to bring a notice to a family. Steps issued before today count their appeals from the day of issue.
ALTER TABLE sanction_step ADD COLUMN needs_notice boolean NOT NULL DEFAULT false;
ALTER TABLE sanction_step ALTER COLUMN needs_notice SET DEFAULT true;

CREATE TABLE family_notice (
  notice_id          uuid PRIMARY KEY,
  step_id            uuid REFERENCES sanction_step,
  decision_id        uuid REFERENCES sanction_decision,
  kpm_id             uuid NOT NULL,
  outcome            text NOT NULL CHECK (outcome IN ('DELIVERED', 'NOT_REACHED')),
  route              text NOT NULL CHECK (route IN ('LETTER', 'VISIT', 'TELEPHONE', 'POSTED')),
  occurred_on        date NOT NULL,
  delivered_by       text NOT NULL CHECK (delivered_by <> ''),
  evidence_reference text NOT NULL CHECK (evidence_reference <> ''),
  is_acknowledged    boolean NOT NULL,
  effect_due_on      date,
  recorded_by        text NOT NULL CHECK (recorded_by <> ''),
  recorded_on        date NOT NULL,
  recorded_at        timestamptz NOT NULL,
  UNIQUE (notice_id, decision_id, outcome),
  CHECK (num_nonnulls(step_id, decision_id) = 1),
  CHECK (occurred_on <= recorded_on),
  CHECK ((effect_due_on IS NOT NULL) = (outcome = 'DELIVERED' AND decision_id IS NOT NULL)),
  CHECK (effect_due_on >= occurred_on),
  CHECK (outcome = 'DELIVERED' OR NOT is_acknowledged)
);
CREATE UNIQUE INDEX family_notice_of_step ON family_notice (step_id) WHERE outcome = 'DELIVERED';
CREATE UNIQUE INDEX family_notice_of_decision ON family_notice (decision_id) WHERE outcome = 'DELIVERED';
CREATE INDEX family_notice_by_step ON family_notice (step_id) WHERE step_id IS NOT NULL;
CREATE INDEX family_notice_by_decision ON family_notice (decision_id) WHERE decision_id IS NOT NULL;
CREATE TRIGGER family_notice_stays BEFORE UPDATE OR DELETE ON family_notice FOR EACH ROW EXECUTE FUNCTION facts_do_not_change();

CREATE FUNCTION notice_follows_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.decision_id IS NOT NULL AND EXISTS (
    SELECT FROM sanction_decision d WHERE d.decision_id = NEW.decision_id
       AND (d.takes_effect <> 'ON_NOTICE' OR NEW.occurred_on < d.decided_on OR NEW.effect_due_on < d.effective_from)) THEN
    RAISE EXCEPTION 'a decision is delivered after it was taken, and applies not earlier than it says' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.step_id IS NOT NULL AND EXISTS (
    SELECT FROM sanction_step s WHERE s.step_id = NEW.step_id AND NEW.occurred_on < s.issued_on) THEN
    RAISE EXCEPTION 'a step is delivered after it was issued' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER family_notice_follows BEFORE INSERT ON family_notice FOR EACH ROW EXECUTE FUNCTION notice_follows_decision();

CREATE INDEX sanction_step_to_deliver ON sanction_step (issued_on) WHERE needs_notice AND withdrawn_at IS NULL;

-- Steps and decisions that were not delivered in the days of the policy: the coordinator was notified, once.
CREATE TABLE notice_overdue (
  subject_id  uuid PRIMARY KEY,
  subject     text NOT NULL CHECK (subject IN ('STEP', 'DECISION')),
  kpm_id      uuid NOT NULL,
  since       date NOT NULL,
  recorded_at timestamptz NOT NULL
);

-- No effect before a delivery: the effect names it.
CREATE TABLE decision_effect (
  decision_id    uuid PRIMARY KEY REFERENCES sanction_decision,
  notice_id      uuid NOT NULL,
  outcome        text NOT NULL DEFAULT 'DELIVERED' CHECK (outcome = 'DELIVERED'),
  effective_from date NOT NULL,
  recorded_on    date NOT NULL,
  recorded_at    timestamptz NOT NULL,
  FOREIGN KEY (notice_id, decision_id, outcome) REFERENCES family_notice (notice_id, decision_id, outcome),
  CHECK (effective_from <= recorded_on)
);
CREATE TRIGGER decision_effect_stays BEFORE UPDATE OR DELETE ON decision_effect FOR EACH ROW EXECUTE FUNCTION facts_do_not_change();

ALTER TABLE suspension_lift RENAME TO decision_lift;
ALTER TRIGGER suspension_lift_stays ON decision_lift RENAME TO decision_lift_stays;
ALTER TABLE decision_lift
  DROP CONSTRAINT suspension_lift_reason_check,
  DROP CONSTRAINT suspension_lift_check,
  ADD CHECK (reason IN ('CORRECTED_FACT', 'APPEAL_UPHELD', 'OFFICER_ERROR', 'COMMITMENT_MET', 'OFFICER')),
  ADD CHECK (reason NOT IN ('OFFICER', 'OFFICER_ERROR') OR note <> '');

CREATE FUNCTION lift_is_by_another() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.reason = 'OFFICER' THEN
    RAISE EXCEPTION 'a lift has a reason' USING ERRCODE = 'restrict_violation';
  END IF;
  IF EXISTS (
    SELECT FROM sanction_decision d WHERE d.decision_id = NEW.decision_id
       AND (NEW.lifted_by IN (d.prepared_by, d.decided_by)
            OR d.decision IN ('REINSTATE', 'DISMISS')
            OR (NEW.reason = 'COMMITMENT_MET' AND d.decision <> 'SUSPEND'))) THEN
    RAISE EXCEPTION 'a decision is lifted by another person, for a reason that fits' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER decision_lift_by_another BEFORE INSERT ON decision_lift FOR EACH ROW EXECUTE FUNCTION lift_is_by_another();

-- An appeal is against a step or a decision. Only one against a step can make its period not count.
ALTER TABLE appeal
  ALTER COLUMN step_id DROP NOT NULL,
  ALTER COLUMN cause DROP NOT NULL,
  ALTER COLUMN period DROP NOT NULL,
  ADD COLUMN decision_id        uuid UNIQUE REFERENCES sanction_decision,
  ADD COLUMN channel            text NOT NULL DEFAULT 'FACILITATOR' CHECK (channel IN ('FACILITATOR', 'COORDINATOR', 'ADMINISTRATOR', 'HOTLINE')),
  ADD COLUMN grounds            text NOT NULL DEFAULT 'OTHER',
  ADD COLUMN evidence_reference text CHECK (evidence_reference <> ''),
  ADD COLUMN decide_by          date;
CREATE TABLE appeal_ground (
  grounds     text PRIMARY KEY,
  description text NOT NULL CHECK (description <> '')
);
INSERT INTO appeal_ground (grounds, description) VALUES
  ('FACT_WRONG', 'Data yang menjadi dasar keliru'),
  ('EXCUSED', 'Ada alasan yang sah'),
  ('NOT_NOTIFIED', 'Tidak diberi tahu sebelumnya'),
  ('RULE_MISAPPLIED', 'Aturan diterapkan keliru'),
  ('OTHER', 'Alasan lain');
ALTER TABLE appeal
  ALTER COLUMN channel DROP DEFAULT,
  ALTER COLUMN grounds DROP DEFAULT,
  ADD FOREIGN KEY (grounds) REFERENCES appeal_ground,
  ADD CHECK (num_nonnulls(step_id, decision_id) = 1),
  ADD CHECK (num_nulls(cause, period) = CASE WHEN step_id IS NULL THEN 2 ELSE 0 END),
  ADD CHECK (decide_by >= lodged_on);

CREATE FUNCTION appeal_is_decided_by_another() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.decided_by IS NOT NULL AND EXISTS (
    SELECT FROM sanction_decision d
     WHERE (d.decision_id = NEW.decision_id OR d.step_id = NEW.step_id)
       AND NEW.decided_by IN (d.prepared_by, d.decided_by)) THEN
    RAISE EXCEPTION 'no one decides an appeal against an own decision' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER appeal_decided_by_another BEFORE UPDATE ON appeal FOR EACH ROW EXECUTE FUNCTION appeal_is_decided_by_another();

-- Appeals that the office did not decide in time, announced once.
CREATE TABLE appeal_overdue (
  appeal_id   uuid PRIMARY KEY REFERENCES appeal,
  decide_by   date NOT NULL,
  recorded_at timestamptz NOT NULL
);

-- While an appeal is open, the decision may be without effect.
CREATE TABLE decision_stay (
  appeal_id   uuid NOT NULL REFERENCES appeal,
  decision_id uuid NOT NULL REFERENCES sanction_decision,
  stayed_at   timestamptz NOT NULL,
  ended_at    timestamptz CHECK (ended_at >= stayed_at),
  PRIMARY KEY (appeal_id, decision_id)
);
CREATE UNIQUE INDEX decision_stay_open ON decision_stay (decision_id) WHERE ended_at IS NULL;
CREATE FUNCTION only_end_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL
     AND (to_jsonb(OLD) - 'ended_at') = (to_jsonb(NEW) - 'ended_at') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a stay ends once and does not change otherwise' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER decision_stay_stays BEFORE UPDATE OR DELETE ON decision_stay FOR EACH ROW EXECUTE FUNCTION only_end_stay();

-- A suspension should end, because the obligations are met again; later evidence may take that back.
CREATE TABLE lift_proposal (
  lift_proposal_id uuid PRIMARY KEY,
  decision_id      uuid NOT NULL REFERENCES sanction_decision,
  kpm_id           uuid NOT NULL,
  cause            text NOT NULL,
  period           text NOT NULL,
  is_person_needed boolean NOT NULL,
  proposed_on      date NOT NULL,
  proposed_at      timestamptz NOT NULL,
  withdrawn_at     timestamptz
);
CREATE UNIQUE INDEX lift_proposal_open ON lift_proposal (decision_id) WHERE withdrawn_at IS NULL;
CREATE INDEX lift_proposal_by_family ON lift_proposal (kpm_id);
CREATE FUNCTION only_withdraw_lift_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.withdrawn_at IS NULL AND NEW.withdrawn_at IS NOT NULL
     AND (to_jsonb(OLD) - 'withdrawn_at') = (to_jsonb(NEW) - 'withdrawn_at') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a proposal to lift is withdrawn once and not changed otherwise' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER lift_proposal_stays BEFORE UPDATE OR DELETE ON lift_proposal FOR EACH ROW EXECUTE FUNCTION only_withdraw_lift_proposal();

-- A decision with everything that happened to it since.
CREATE VIEW decision_now AS
SELECT d.decision_id, d.step_id, d.step, d.proposal_id, d.proposed, d.kpm_id, d.decision AS measure, d.effect,
       d.effective_from, d.reason_code, d.reason AS note, d.prepared_by, d.decided_by, d.decided_on, d.decided_at, d.draft_id,
       d.takes_effect, n.notice_id, n.route, n.occurred_on AS delivered_on, n.recorded_on AS delivery_recorded_on,
       n.effect_due_on, e.effective_from AS in_effect_from,
       EXISTS (SELECT FROM decision_stay s WHERE s.decision_id = d.decision_id AND s.ended_at IS NULL) AS is_stayed,
       l.reason AS lift_reason, l.note AS lift_note, l.lifted_by, l.lifted_on, l.lifted_at
  FROM sanction_decision d
  LEFT JOIN family_notice n ON n.decision_id = d.decision_id AND n.outcome = 'DELIVERED'
  LEFT JOIN decision_effect e ON e.decision_id = d.decision_id
  LEFT JOIN decision_lift l ON l.decision_id = d.decision_id;
