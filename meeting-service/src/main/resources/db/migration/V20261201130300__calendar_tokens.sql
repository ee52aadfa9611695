-- The addresses at which a facilitator's calendar can be subscribed to. Only the hash of the secret is kept.
CREATE TABLE calendar_token (
    id             uuid        PRIMARY KEY,
    facilitator_id uuid        NOT NULL,
    token_sha256   text        NOT NULL UNIQUE CHECK (token_sha256 ~ '^[0-9a-f]{64}$'),
    label          text        NOT NULL CHECK (length(label) BETWEEN 1 AND 60),
    created_at     timestamptz NOT NULL,
    created_by     text        NOT NULL,
    expires_at     timestamptz NOT NULL CHECK (expires_at > created_at),
    withdrawn_at   timestamptz,
    withdrawn_by   text,
    CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
);
CREATE INDEX calendar_token_facilitator ON calendar_token (facilitator_id, id);
