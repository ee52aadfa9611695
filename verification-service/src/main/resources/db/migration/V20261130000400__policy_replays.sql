-- What a version of a policy would have changed in past quarters. A replay has the id of its job. It writes these tables
-- and nothing else.
CREATE TABLE policy_replay (
  replay_id        uuid        PRIMARY KEY,
  version_id       uuid        NOT NULL REFERENCES policy_version,
  area_code        text,
  first_quarter    date        NOT NULL CHECK (extract(day FROM first_quarter) = 1),
  last_quarter     date        NOT NULL CHECK (last_quarter >= first_quarter),
  families_changed bigint      NOT NULL DEFAULT 0 CHECK (families_changed >= 0),
  requested_by     text        NOT NULL CHECK (requested_by <> ''),
  requested_at     timestamptz NOT NULL
);
CREATE INDEX policy_replay_version ON policy_replay (version_id, replay_id);

-- One row per family, cause and period whose step would differ.
CREATE TABLE policy_replay_change (
  replay_id    uuid NOT NULL REFERENCES policy_replay,
  kpm_id       uuid NOT NULL,
  cause        text NOT NULL,
  period       text NOT NULL,
  village_code text NOT NULL COLLATE "C",
  step_before  text NOT NULL,
  step_after   text NOT NULL,
  PRIMARY KEY (replay_id, kpm_id, cause, period),
  CHECK (step_before <> step_after)
);

-- The sums by sub-district, added up with each chunk of families.
CREATE TABLE policy_replay_count (
  replay_id   uuid   NOT NULL REFERENCES policy_replay,
  area_code   text   NOT NULL COLLATE "C",
  cause       text   NOT NULL COLLATE "C",
  step_before text   NOT NULL COLLATE "C",
  step_after  text   NOT NULL COLLATE "C",
  families    bigint NOT NULL CHECK (families > 0),
  steps       bigint NOT NULL CHECK (steps >= families),
  PRIMARY KEY (replay_id, area_code, cause, step_before, step_after)
);
