-- A name of a receiver that is not answered in time is a failure of its own.
ALTER TABLE webhook_attempt
    DROP CONSTRAINT webhook_attempt_outcome_check,
    ADD CONSTRAINT webhook_attempt_outcome_check CHECK (outcome IN ('DELIVERED', 'GONE', 'REDIRECTED', 'REFUSED', 'BUSY', 'FAULTY', 'NAME_UNKNOWN',
        'NAME_TIMED_OUT', 'ADDRESS_FORBIDDEN', 'UNREACHABLE', 'UNTRUSTED', 'BROKEN_OFF', 'TIMED_OUT'));
