-- Messages of the Digital Convergence Initiative, each with its answer, which may have personal data and so is encrypted.
-- transaction_id, message_id and reference_ids are ids of the sender. Rows are deleted after their retention.
CREATE TABLE dci_message (
    sender_id       text        NOT NULL,
    registry        text        NOT NULL CONSTRAINT dci_registry_known CHECK (registry IN ('SOCIAL', 'IBR')),
    message_id      text        NOT NULL CONSTRAINT dci_message_id_limited CHECK (length(message_id) BETWEEN 1 AND 99),
    action          text        NOT NULL CONSTRAINT dci_action_known CHECK (action IN ('search', 'txn-status', 'subscribe', 'unsubscribe')),
    -- of the operation and the body: the same id with another body is refused
    body_hash       bytea       NOT NULL CONSTRAINT dci_body_hash_length CHECK (length(body_hash) = 32),
    caller          text        NOT NULL,
    transaction_id  text        NOT NULL CONSTRAINT dci_transaction_id_limited CHECK (length(transaction_id) BETWEEN 1 AND 99),
    correlation_id  text        NOT NULL CONSTRAINT dci_correlation_once UNIQUE,
    reference_ids   text[]      NOT NULL,
    -- what became of each request, without data
    results         jsonb       NOT NULL,
    answer_cipher   bytea       NOT NULL,
    -- null: answered at once
    callback_url    text,
    state           text        NOT NULL CONSTRAINT dci_state_known CHECK (state IN ('ANSWERED', 'PENDING', 'DELIVERED', 'GIVEN_UP')),
    attempts        int         NOT NULL DEFAULT 0 CONSTRAINT dci_attempts_counted CHECK (attempts >= 0),
    last_outcome    text,
    next_attempt_at timestamptz NOT NULL,
    leased_until    timestamptz NOT NULL DEFAULT '-infinity',
    received_at     timestamptz NOT NULL,
    PRIMARY KEY (sender_id, registry, message_id),
    CONSTRAINT dci_sent_to_an_address CHECK ((callback_url IS NULL) = (state = 'ANSWERED')),
    CONSTRAINT dci_outcome_of_an_attempt CHECK ((last_outcome IS NULL) = (attempts = 0))
);
CREATE INDEX dci_message_due ON dci_message (next_attempt_at) WHERE state = 'PENDING';
CREATE INDEX dci_message_transaction ON dci_message (sender_id, transaction_id);
CREATE INDEX dci_message_references ON dci_message USING gin (reference_ids);
CREATE INDEX dci_message_old ON dci_message USING brin (received_at);
