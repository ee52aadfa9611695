-- A cycle waits for the verification of its quarter (payment_cycle.verification_period). Verification publishes each closing;
-- an officer may let a cycle proceed without it, and never seals it then.
CREATE TABLE closed_quarter (
    closing_id          uuid        PRIMARY KEY,
    verification_period text        NOT NULL CHECK (verification_period ~ '^\d{4}-Q[1-4]$'),
    area_code           text        NOT NULL COLLATE "C" CHECK (area_code <> ''),
    closed_on           date        NOT NULL,
    recorded_at         timestamptz NOT NULL,
    UNIQUE (verification_period, area_code)
);

-- cycles that were opened before closings were published do not wait
ALTER TABLE payment_cycle ADD COLUMN waits_for_quarter boolean NOT NULL DEFAULT false;
ALTER TABLE payment_cycle ALTER COLUMN waits_for_quarter SET DEFAULT true;

CREATE TABLE quarter_waiver (
    waiver_id    uuid        PRIMARY KEY,
    cycle_id     uuid        NOT NULL REFERENCES payment_cycle,
    reason       text        NOT NULL CHECK (reason <> ''),
    waived_by    text        NOT NULL CHECK (waived_by <> ''),
    waived_at    timestamptz NOT NULL,
    withdrawn_by text        CHECK (withdrawn_by <> ''),
    withdrawn_at timestamptz,
    CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL))
);
CREATE UNIQUE INDEX quarter_waiver_open ON quarter_waiver (cycle_id) WHERE withdrawn_at IS NULL;

CREATE FUNCTION only_withdraw_waiver() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.withdrawn_at IS NULL AND NEW.withdrawn_at IS NOT NULL
       AND to_jsonb(OLD) - 'withdrawn_at' - 'withdrawn_by' = to_jsonb(NEW) - 'withdrawn_at' - 'withdrawn_by'
       AND NOT EXISTS (SELECT FROM cycle_seal s WHERE s.cycle_id = OLD.cycle_id) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'a waiver is withdrawn once, before the seal, and is not changed otherwise' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER quarter_waiver_stays BEFORE UPDATE OR DELETE ON quarter_waiver
    FOR EACH ROW EXECUTE FUNCTION only_withdraw_waiver();

-- Nothing is sealed of a cycle whose quarter was closed nowhere, except with the waiver of another person.
CREATE FUNCTION seal_waits_for_quarter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM quarter_waiver w
                WHERE w.cycle_id = NEW.cycle_id AND w.withdrawn_at IS NULL AND w.waived_by = NEW.sealed_by)
       OR EXISTS (SELECT FROM payment_cycle c
                   WHERE c.cycle_id = NEW.cycle_id AND c.waits_for_quarter
                     AND NOT EXISTS (SELECT FROM closed_quarter q WHERE q.verification_period = c.verification_period)
                     AND NOT EXISTS (SELECT FROM quarter_waiver w WHERE w.cycle_id = c.cycle_id AND w.withdrawn_at IS NULL)) THEN
        RAISE EXCEPTION 'the quarter of a cycle is closed, or waived by another person, before its seal' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER cycle_seal_waits_for_quarter BEFORE INSERT ON cycle_seal
    FOR EACH ROW EXECUTE FUNCTION seal_waits_for_quarter();
