-- A person who reported nothing about a payment asks the family what it received. Rows are only added (docs/adr/0050).
CREATE TABLE withdrawal_call_back (
    call_back_id uuid        PRIMARY KEY,
    report_id    uuid        NOT NULL REFERENCES withdrawal_report,
    payment_id   uuid        NOT NULL REFERENCES payment,
    outcome      text        NOT NULL CHECK (outcome IN ('CONFIRMED', 'DIFFERS', 'NOT_REACHED')),
    -- what the family says it received, 0 for nothing
    amount_idr   bigint      CHECK (amount_idr >= 0),
    asked_on     date        NOT NULL,
    asked_by     text        NOT NULL CHECK (asked_by <> ''),
    recorded_at  timestamptz NOT NULL,
    CHECK ((outcome = 'DIFFERS') = (amount_idr IS NOT NULL)),
    CHECK (asked_on <= (recorded_at AT TIME ZONE 'Asia/Jakarta')::date)
);
CREATE INDEX withdrawal_call_back_payment ON withdrawal_call_back (payment_id, call_back_id);
CREATE TRIGGER withdrawal_call_back_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON withdrawal_call_back
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();

-- The reporter must not be the only one who holds the evidence.
CREATE FUNCTION check_call_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM withdrawal_report r
                    WHERE r.report_id = NEW.report_id AND r.payment_id = NEW.payment_id AND r.outcome = 'WITHDRAWN'
                      AND NEW.asked_on >= r.occurred_on)
       OR EXISTS (SELECT FROM withdrawal_report r WHERE r.payment_id = NEW.payment_id AND r.reported_by = NEW.asked_by) THEN
        RAISE EXCEPTION 'a reported withdrawal is asked about by a person who did not report it' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER withdrawal_call_back_of_another AFTER INSERT ON withdrawal_call_back
    FOR EACH ROW EXECUTE FUNCTION check_call_back();

-- Withdrawals of the sample that no one has asked about. They follow from the two tables above: a row goes when the family was
-- reached, or when the report was superseded.
CREATE TABLE open_call_back (
    payment_id   uuid             PRIMARY KEY REFERENCES payment,
    report_id    uuid             NOT NULL REFERENCES withdrawal_report,
    cycle_id     uuid             NOT NULL REFERENCES payment_cycle,
    village_code text COLLATE "C" NOT NULL,
    waits_since  date             NOT NULL
);
CREATE INDEX open_call_back_cycle ON open_call_back (cycle_id, village_code, payment_id);
CREATE INDEX open_call_back_oldest ON open_call_back (waits_since, payment_id);
