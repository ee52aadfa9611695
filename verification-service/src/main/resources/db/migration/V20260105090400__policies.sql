-- Policies are data with a first day and a legal basis. docs/rules/sanction-ladder.md and docs/rules/commitments.md show
-- the default; tests compare them with the rows below.

CREATE TABLE ladder_policy (
  policy_code        text PRIMARY KEY,
  valid_from         date NOT NULL UNIQUE,
  legal_basis        text NOT NULL CHECK (legal_basis <> ''),
  appeal_window_days int  NOT NULL CHECK (appeal_window_days > 0),
  appeal_legal_basis text NOT NULL CHECK (appeal_legal_basis <> '')
);

CREATE TABLE ladder_rung (
  policy_code  text NOT NULL REFERENCES ladder_policy,
  cause        text NOT NULL,
  running      int  NOT NULL CHECK (running >= 1),
  step         text NOT NULL CHECK (step IN ('NONE', 'REMINDER', 'SUSPENSION_WARNING', 'SUSPENSION_PROPOSED', 'TERMINATION_PROPOSED')),
  is_protected boolean NOT NULL,
  notified     text[] NOT NULL,
  PRIMARY KEY (policy_code, cause, running),
  CHECK (NOT is_protected OR step NOT IN ('SUSPENSION_PROPOSED', 'TERMINATION_PROPOSED'))
);

CREATE TABLE commitment_policy (
  policy_code text PRIMARY KEY,
  valid_from  date NOT NULL UNIQUE,
  legal_basis text NOT NULL CHECK (legal_basis <> '')
);

CREATE TABLE commitment_rule (
  policy_code      text NOT NULL REFERENCES commitment_policy,
  component        text NOT NULL,
  evidence         text NOT NULL CHECK (evidence IN ('SCHOOL', 'HEALTH')),
  minimum_percent  int CHECK (minimum_percent BETWEEN 1 AND 100),
  minimum_visits   int CHECK (minimum_visits >= 1),
  window_months    int NOT NULL CHECK (window_months IN (1, 2, 3, 4, 6, 12)),
  age_from_months  int NOT NULL CHECK (age_from_months >= 0),
  age_until_months int CHECK (age_until_months >= age_from_months),
  counts_excused   boolean NOT NULL,
  PRIMARY KEY (policy_code, component, age_from_months),
  CHECK ((evidence = 'SCHOOL') = (minimum_percent IS NOT NULL)),
  CHECK ((evidence = 'HEALTH') = (minimum_visits IS NOT NULL)),
  CHECK (evidence <> 'SCHOOL' OR window_months = 1)
);

INSERT INTO ladder_policy (policy_code, valid_from, legal_basis, appeal_window_days, appeal_legal_basis) VALUES
  ('LADDER-2026', '2019-01-01', 'choice: no legal text gives these numbers; the duties are those of Permensos 1/2018 art. 7 (unconfirmed)', 30, 'choice');

INSERT INTO ladder_rung (policy_code, cause, running, step, is_protected, notified) VALUES
  ('LADDER-2026', 'GROUP_MEETING_ABSENCE', 1, 'REMINDER', false, '{FACILITATOR}'),
  ('LADDER-2026', 'GROUP_MEETING_ABSENCE', 2, 'SUSPENSION_WARNING', false, '{FACILITATOR}'),
  ('LADDER-2026', 'GROUP_MEETING_ABSENCE', 3, 'SUSPENSION_PROPOSED', false, '{FACILITATOR,COORDINATOR}'),
  ('LADDER-2026', 'P2K2_ABSENCE', 1, 'REMINDER', false, '{FACILITATOR}'),
  ('LADDER-2026', 'P2K2_ABSENCE', 2, 'SUSPENSION_WARNING', false, '{FACILITATOR}'),
  ('LADDER-2026', 'P2K2_ABSENCE', 3, 'SUSPENSION_PROPOSED', false, '{FACILITATOR,COORDINATOR}'),
  ('LADDER-2026', 'MEETING_NOT_HELD', 1, 'NONE', true, '{FACILITATOR}'),
  ('LADDER-2026', 'MEETING_NOT_HELD', 2, 'NONE', true, '{COORDINATOR}'),
  ('LADDER-2026', 'MEETING_NOT_HELD', 3, 'SUSPENSION_WARNING', true, '{COORDINATOR,REGENCY_COORDINATOR}'),
  ('LADDER-2026', 'COMMITMENT_NOT_MET', 1, 'SUSPENSION_WARNING', false, '{FACILITATOR}'),
  ('LADDER-2026', 'COMMITMENT_NOT_MET', 2, 'SUSPENSION_PROPOSED', false, '{FACILITATOR,COORDINATOR}'),
  ('LADDER-2026', 'COMMITMENT_NOT_MET', 3, 'TERMINATION_PROPOSED', false, '{FACILITATOR,COORDINATOR}'),
  ('LADDER-2026', 'COMMITMENT_NOT_VERIFIED', 1, 'SUSPENSION_WARNING', true, '{FACILITATOR}'),
  ('LADDER-2026', 'COMMITMENT_NOT_VERIFIED', 2, 'SUSPENSION_WARNING', true, '{FACILITATOR,COORDINATOR}'),
  ('LADDER-2026', 'COMMITMENT_NOT_VERIFIED', 3, 'SUSPENSION_WARNING', true, '{FACILITATOR,COORDINATOR,REGENCY_COORDINATOR}');

INSERT INTO commitment_policy (policy_code, valid_from, legal_basis) VALUES
  ('COMMITMENTS-2026', '2019-01-01', 'field practice; the duties are those of Permensos 1/2018 art. 7 (unconfirmed)');

INSERT INTO commitment_rule (policy_code, component, evidence, minimum_percent, minimum_visits, window_months, age_from_months, age_until_months, counts_excused) VALUES
  ('COMMITMENTS-2026', 'SD', 'SCHOOL', 85, NULL, 1, 0, NULL, false),
  ('COMMITMENTS-2026', 'SMP', 'SCHOOL', 85, NULL, 1, 0, NULL, false),
  ('COMMITMENTS-2026', 'SMA', 'SCHOOL', 85, NULL, 1, 0, NULL, false),
  ('COMMITMENTS-2026', 'PREGNANT_POSTPARTUM', 'HEALTH', NULL, 1, 3, 0, NULL, false),
  ('COMMITMENTS-2026', 'EARLY_CHILD', 'HEALTH', NULL, 1, 1, 0, 59, false),
  ('COMMITMENTS-2026', 'EARLY_CHILD', 'HEALTH', NULL, 1, 6, 60, NULL, false),
  ('COMMITMENTS-2026', 'SEVERE_DISABILITY', 'HEALTH', NULL, 1, 12, 0, NULL, false),
  ('COMMITMENTS-2026', 'ELDERLY', 'HEALTH', NULL, 1, 12, 0, NULL, false);
