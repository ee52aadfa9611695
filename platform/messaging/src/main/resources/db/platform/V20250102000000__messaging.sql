-- Outbox: insert-only journal of what this service says. Partitioned by month; old months are dropped, never deleted from.
CREATE TABLE outbox (
    id             bigint      GENERATED ALWAYS AS IDENTITY (CACHE 1),
    recorded_at    timestamptz NOT NULL DEFAULT now(),
    xid            xid8        NOT NULL DEFAULT pg_current_xact_id(),
    shard          smallint    NOT NULL CHECK (shard BETWEEN 0 AND 15),
    topic          text        NOT NULL,
    event_key      text        NOT NULL,
    event_id       uuid        NOT NULL,
    event_type     text        NOT NULL,
    sequence       bigint      NOT NULL,
    correlation_id text        NOT NULL,
    causation_id   text,
    traceparent    text,
    extra_headers  text,
    payload        bytea       NOT NULL CHECK (octet_length(payload) <= 921600),
    PRIMARY KEY (id, recorded_at)
) PARTITION BY RANGE (recorded_at);

CREATE INDEX outbox_window ON outbox (xid, id);

-- One partition a month, made ahead of time; the default partition only catches what no month covers.
CREATE FUNCTION ensure_month_partitions(parent text, from_month date, months int) RETURNS void
    LANGUAGE plpgsql AS $$
DECLARE
    first_day date;
    child     text;
BEGIN
    FOR i IN 0 .. months - 1 LOOP
        first_day := (date_trunc('month', from_month) + make_interval(months => i))::date;
        child := parent || '_' || to_char(first_day, 'YYYYMM');
        IF to_regclass(child) IS NULL THEN
            EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)',
                           child, parent, first_day, (first_day + interval '1 month')::date);
        END IF;
    END LOOP;
END $$;

CREATE TABLE outbox_default PARTITION OF outbox DEFAULT;
SELECT ensure_month_partitions('outbox', current_date, 3);

-- Who relays which shard, and up to which transaction it has been relayed.
CREATE TABLE outbox_shard (
    shard        smallint    PRIMARY KEY CHECK (shard BETWEEN 0 AND 15),
    owner        text,
    epoch        bigint      NOT NULL DEFAULT 0,
    leased_until timestamptz NOT NULL DEFAULT '-infinity',
    relayed_to   xid8        NOT NULL DEFAULT '0'
);
INSERT INTO outbox_shard (shard) SELECT generate_series(0, 15);

CREATE TABLE outbox_relay (
    owner   text        PRIMARY KEY,
    seen_at timestamptz NOT NULL
);

-- Inbox: every event id this service has dealt with.
CREATE TABLE inbox (
    event_id    uuid        PRIMARY KEY,
    topic       text        NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX inbox_received ON inbox USING brin (received_at);

-- Events this service could not apply, in the order of their key.
CREATE TABLE parked_event (
    parked_id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic             text        NOT NULL,
    event_key         text        NOT NULL,
    record_partition  int         NOT NULL,
    record_offset     bigint      NOT NULL,
    event_id          text,
    event_type        text,
    headers           text        NOT NULL,
    payload           bytea,
    reason            text        NOT NULL,
    cause             text        NOT NULL,
    state             text        NOT NULL DEFAULT 'PARKED' CHECK (state IN ('PARKED', 'REDRIVEN', 'DISCARDED')),
    attempts          int         NOT NULL DEFAULT 1 CHECK (attempts >= 0),
    parked_at         timestamptz NOT NULL DEFAULT now(),
    resolved_at       timestamptz,
    resolved_by       text,
    resolution_reason text,
    UNIQUE (topic, record_partition, record_offset),
    CHECK ((state = 'PARKED') = (resolved_at IS NULL)),
    CHECK ((resolved_at IS NULL) = (resolved_by IS NULL)),
    CHECK (state <> 'DISCARDED' OR resolution_reason IS NOT NULL)
);
CREATE INDEX parked_event_open ON parked_event (topic, event_key, parked_id) WHERE state = 'PARKED';

-- What operators did, and what came of it. Append-only.
CREATE TABLE operator_action (
    action_id  bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    done_at    timestamptz NOT NULL DEFAULT now(),
    done_by    text        NOT NULL,
    action     text        NOT NULL CHECK (action IN ('REDRIVE', 'DISCARD')),
    selection  text        NOT NULL,
    outcome    text        NOT NULL
);
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER operator_action_append_only BEFORE UPDATE OR DELETE ON operator_action
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
