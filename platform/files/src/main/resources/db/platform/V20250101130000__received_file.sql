-- Files that were applied, or are being applied, by kind and content.
CREATE TABLE received_file (
    file_id           uuid        PRIMARY KEY,
    kind              text        NOT NULL CHECK (kind <> ''),
    sha256            text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    filename          text        NOT NULL,
    bytes             bigint      NOT NULL CHECK (bytes > 0),
    status            text        NOT NULL
        CHECK (status IN ('IN_PROGRESS', 'APPLIED', 'PARTLY_APPLIED', 'REFUSED')),
    rows_read         bigint      NOT NULL DEFAULT 0 CHECK (rows_read >= 0),
    rows_applied      bigint      NOT NULL DEFAULT 0 CHECK (rows_applied >= 0),
    rows_unchanged    bigint      NOT NULL DEFAULT 0 CHECK (rows_unchanged >= 0),
    rows_refused      bigint      NOT NULL DEFAULT 0 CHECK (rows_refused >= 0),
    refusals          bigint      NOT NULL DEFAULT 0 CHECK (refusals >= rows_refused),
    last_line         bigint      NOT NULL DEFAULT 0 CHECK (last_line >= 0),
    last_refused_line bigint      NOT NULL DEFAULT -1,
    details           jsonb       NOT NULL DEFAULT '{}',
    received_by       text        NOT NULL,
    received_at       timestamptz NOT NULL,
    finished_at       timestamptz,
    UNIQUE (kind, sha256),
    CHECK ((status = 'IN_PROGRESS') = (finished_at IS NULL))
);

CREATE INDEX received_file_by_sender ON received_file (received_by, received_at DESC, file_id DESC);
CREATE INDEX received_file_by_time ON received_file (received_at DESC, file_id DESC);

-- Refused rows of a file, up to 100,000 each; values are masked.
CREATE TABLE received_file_row (
    file_id      uuid    NOT NULL REFERENCES received_file ON DELETE CASCADE,
    number       integer NOT NULL CHECK (number > 0),
    line         integer NOT NULL,
    column_name  text    NOT NULL,
    masked_value text    NOT NULL,
    code         text    NOT NULL,
    expected     text    NOT NULL,
    PRIMARY KEY (file_id, number)
);
