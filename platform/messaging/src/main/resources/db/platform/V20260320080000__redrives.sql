-- A redrive is work that goes on over restarts: what was asked for, how far it is, and what came of it.
CREATE TABLE redrive (
    run_no         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    redrive_id     uuid        NOT NULL UNIQUE,
    requested_by   text        NOT NULL,
    requested_at   timestamptz NOT NULL DEFAULT now(),
    parked_ids     bigint[],
    topic          text,
    event_key      text,
    event_type     text,
    reason         text,
    -- the newest event parked at the start: what fails again or comes later cannot keep it going
    end_id         bigint      NOT NULL,
    selected       bigint      NOT NULL CHECK (selected >= 0),
    -- the checkpoint; it moves in the transaction of what it stands for
    position_id    bigint      NOT NULL DEFAULT 0 CHECK (position_id <= end_id),
    -- a key of which more waits behind than one transaction takes; it is dealt with before the next page
    following_topic text,
    following_key  text,
    settled        bigint      NOT NULL DEFAULT 0 CHECK (settled >= 0),
    redriven       bigint      NOT NULL DEFAULT 0 CHECK (redriven >= 0),
    failed         bigint      NOT NULL DEFAULT 0 CHECK (failed >= 0),
    blocked        bigint      NOT NULL DEFAULT 0 CHECK (blocked >= 0),
    state          text        NOT NULL DEFAULT 'RUNNING' CHECK (state IN ('RUNNING', 'DONE', 'STOPPED')),
    updated_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    finished_at    timestamptz,
    stopped_by     text,
    CHECK (num_nonnulls(parked_ids, topic, event_key, event_type, reason) >= 1),
    CHECK ((following_topic IS NULL) = (following_key IS NULL)),
    CHECK ((state = 'RUNNING') = (finished_at IS NULL)),
    CHECK ((state = 'STOPPED') = (stopped_by IS NOT NULL))
);
CREATE INDEX redrive_running ON redrive (updated_at) WHERE state = 'RUNNING';

-- Which redrive tried an event last: none tries the same one twice.
ALTER TABLE parked_event ADD COLUMN last_redrive uuid REFERENCES redrive (redrive_id);
