-- Subscriptions of other systems: where events of the feed are sent to, and how far each has got.
CREATE TABLE webhook (
    webhook_id           uuid        PRIMARY KEY,
    owner                text        NOT NULL,
    url                  text        NOT NULL CONSTRAINT webhook_url_form CHECK (url ~ '^https?://' AND length(url) <= 500),
    event_types          text[]      NOT NULL CONSTRAINT webhook_has_types CHECK (cardinality(event_types) > 0),
    -- null: the whole country
    area_code            text,
    batch_events         smallint    NOT NULL CONSTRAINT webhook_batch_limited CHECK (batch_events BETWEEN 1 AND 100),
    secret_cipher        bytea       NOT NULL,
    former_secret_cipher bytea,
    former_secret_until  timestamptz,
    state                text        NOT NULL CONSTRAINT webhook_state_known CHECK (state IN ('WAITING', 'ACTIVE', 'PAUSED', 'DISABLED', 'WITHDRAWN')),
    state_reason         text        CONSTRAINT webhook_reason_known CHECK (state_reason IN ('GONE', 'FAILING', 'POSITION_EXPIRED')),
    state_since          timestamptz NOT NULL,
    -- null: this service
    state_by             text,
    created_at           timestamptz NOT NULL,
    approved_by          text,
    approved_at          timestamptz,
    -- the last position of the feed that is dealt with
    delivered_to         bigint      NOT NULL DEFAULT 0 CHECK (delivered_to >= 0),
    delivered_events     bigint      NOT NULL DEFAULT 0 CHECK (delivered_events >= 0),
    -- in a row
    failures             int         NOT NULL DEFAULT 0 CHECK (failures >= 0),
    next_attempt_at      timestamptz NOT NULL,
    -- who delivers at present
    lease                uuid,
    leased_until         timestamptz NOT NULL DEFAULT '-infinity',
    CONSTRAINT webhook_former_secret_ends CHECK ((former_secret_cipher IS NULL) = (former_secret_until IS NULL)),
    CONSTRAINT webhook_disabled_for_a_reason CHECK ((state = 'DISABLED') = (state_reason IS NOT NULL)),
    CONSTRAINT webhook_approved_by_a_person CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
    CONSTRAINT webhook_two_persons CHECK (approved_by <> owner),
    CONSTRAINT webhook_sends_when_approved CHECK (state IN ('WAITING', 'WITHDRAWN') OR approved_by IS NOT NULL),
    CONSTRAINT webhook_waits_unapproved CHECK (state <> 'WAITING' OR approved_by IS NULL)
);
-- a request that is sent again makes no second subscription
CREATE UNIQUE INDEX webhook_once ON webhook (owner, url, (coalesce(area_code, '*'))) WHERE state <> 'WITHDRAWN';
CREATE INDEX webhook_due ON webhook (next_attempt_at) WHERE state = 'ACTIVE';
CREATE INDEX webhook_area ON webhook (area_code text_pattern_ops, webhook_id);

-- What was sent, for the owner. Successes are kept by run, failures one by one.
CREATE TABLE webhook_attempt (
    attempt_id     bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    webhook_id     uuid        NOT NULL REFERENCES webhook,
    attempted_at   timestamptz NOT NULL,
    kind           text        NOT NULL CHECK (kind IN ('DELIVERY', 'REQUESTED', 'TEST')),
    message_id     text        NOT NULL,
    first_position bigint      NOT NULL CHECK (first_position >= 0),
    last_position  bigint      NOT NULL CHECK (last_position >= first_position),
    events         int         NOT NULL CHECK (events > 0),
    outcome        text        NOT NULL CHECK (outcome IN ('DELIVERED', 'GONE', 'REDIRECTED', 'REFUSED', 'BUSY', 'FAULTY', 'NAME_UNKNOWN',
                                                           'ADDRESS_FORBIDDEN', 'UNREACHABLE', 'UNTRUSTED', 'BROKEN_OFF', 'TIMED_OUT')),
    status         int,
    millis         bigint      NOT NULL CHECK (millis >= 0)
);
CREATE INDEX webhook_attempt_of ON webhook_attempt (webhook_id, attempt_id);
CREATE INDEX webhook_attempt_old ON webhook_attempt USING brin (attempted_at);
