-- One feed of the public events of all services, from which other systems read and are notified.

-- The last position that was given. Whoever writes into the feed holds this row until the commit, so positions become visible in their order:
-- a reader who sees a position sees every one before it.
CREATE TABLE feed_head (
    only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    position   bigint  NOT NULL DEFAULT 0 CHECK (position >= 0),
    -- the last position that is past its retention
    dropped_to bigint  NOT NULL DEFAULT 0 CHECK (dropped_to >= 0 AND dropped_to <= position)
);
INSERT INTO feed_head DEFAULT VALUES;

-- An event that is sent again has the same id and the same time, so the key keeps the second one out.
CREATE TABLE feed_event (
    event_id   uuid        NOT NULL,
    event_time timestamptz NOT NULL,
    position   bigint      NOT NULL CHECK (position > 0),
    event_type text        NOT NULL,
    -- empty: the event names no area, and only who has all areas reads it
    area_codes text[]      NOT NULL,
    -- a CloudEvent in the JSON form
    event      text        NOT NULL,
    PRIMARY KEY (event_id, event_time)
) PARTITION BY RANGE (event_time);
CREATE UNIQUE INDEX feed_event_position ON feed_event (position, event_time);
CREATE TABLE feed_event_default PARTITION OF feed_event DEFAULT;
SELECT ensure_month_partitions('feed_event', DATE '2026-01-01', 24);
