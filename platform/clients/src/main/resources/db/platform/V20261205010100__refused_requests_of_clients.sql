-- What is refused before it reaches an operation is in the log too: one row for the requests of a minute that were refused alike.
ALTER TABLE client_activity
    ADD COLUMN refusal text CONSTRAINT client_activity_refusal_code CHECK (refusal ~ '^[A-Z][A-Z0-9_]{0,99}$'),
    ADD COLUMN requests int NOT NULL DEFAULT 1 CONSTRAINT client_activity_requests_counted CHECK (requests > 0),
    ADD CONSTRAINT client_activity_refused CHECK (refusal IS NULL OR status >= 400 AND asked_by IS NULL),
    ADD CONSTRAINT client_activity_counted_together CHECK (requests = 1 OR refusal IS NOT NULL);
