-- Long work. A job is done in chunks, each in a transaction of its own that also moves the checkpoint, by one owner at a time.
CREATE TABLE job (
    job_id          uuid        PRIMARY KEY,
    kind            text        NOT NULL CHECK (kind <> ''),
    -- what it is about, as people name it: a cycle, a month and an area
    subject         text        NOT NULL CHECK (subject <> ''),
    parameters      text        NOT NULL,
    -- WAITING for its first chunk or its next turn, RUNNING under a lease, STOPPED by a person, FAILED on what no other try will
    -- change, DONE
    status          text        NOT NULL CHECK (status IN ('WAITING', 'RUNNING', 'STOPPED', 'FAILED', 'DONE')),
    checkpoint      text,
    items_total     bigint      CHECK (items_total >= 0),
    items_done      bigint      NOT NULL DEFAULT 0 CHECK (items_done >= 0),
    items_set_aside bigint      NOT NULL DEFAULT 0 CHECK (items_set_aside >= 0),
    requested_by    text        NOT NULL,
    -- the act behind it, so that what it publishes can be traced to it
    origin          text,
    requested_at    timestamptz NOT NULL,
    moved_at        timestamptz NOT NULL,
    finished_at     timestamptz,
    owner           text,
    leased_until    timestamptz NOT NULL DEFAULT '-infinity',
    not_before      timestamptz NOT NULL DEFAULT '-infinity',
    failures        int         NOT NULL DEFAULT 0 CHECK (failures >= 0),
    last_failure    text,
    stopped_by      text,
    CHECK ((status = 'DONE') = (finished_at IS NOT NULL)),
    CHECK ((status = 'RUNNING') = (owner IS NOT NULL)),
    CHECK ((status = 'STOPPED') = (stopped_by IS NOT NULL)),
    CHECK (status <> 'FAILED' OR last_failure IS NOT NULL)
);
CREATE UNIQUE INDEX job_unfinished ON job (kind, subject) WHERE status <> 'DONE';
CREATE INDEX job_next ON job (moved_at) WHERE status IN ('WAITING', 'RUNNING');
CREATE INDEX job_latest ON job (requested_at DESC, job_id DESC);

-- Items that fail by themselves, kept for an operator, so that they do not hold up the others.
CREATE TABLE job_set_aside (
    job_id       uuid        NOT NULL REFERENCES job,
    item         text        NOT NULL,
    reason       text        NOT NULL,
    set_aside_at timestamptz NOT NULL,
    PRIMARY KEY (job_id, item)
);
