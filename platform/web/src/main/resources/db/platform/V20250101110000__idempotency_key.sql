-- Answers to requests that must take effect once, stored in the transaction of their effect.
CREATE TABLE idempotency_key (
    subject     text        NOT NULL,
    path        text        NOT NULL,
    key         text        NOT NULL CHECK (length(key) BETWEEN 8 AND 128),
    body_sha256 text        NOT NULL CHECK (body_sha256 ~ '^[0-9a-f]{64}$'),
    status      integer     NOT NULL CHECK (status BETWEEN 200 AND 599),
    body        text,
    location    text,
    answered_at timestamptz NOT NULL,
    PRIMARY KEY (subject, path, key)
);

CREATE INDEX idempotency_key_by_time ON idempotency_key (answered_at);
