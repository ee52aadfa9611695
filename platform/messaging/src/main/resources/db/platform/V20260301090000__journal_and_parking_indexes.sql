-- The journal as operators read it: one event, one act, one key. Each index of the parent is made on every month.
CREATE INDEX outbox_event ON outbox (event_id);
CREATE INDEX outbox_correlation ON outbox (correlation_id, id);
CREATE INDEX outbox_key ON outbox (event_key, id);

-- A million parked events page as fast as ten.
CREATE INDEX parked_event_open_id ON parked_event (parked_id) WHERE state = 'PARKED';
CREATE INDEX parked_event_open_reason ON parked_event (reason, parked_id) WHERE state = 'PARKED';
