-- When a period is closed that nobody has closed by hand. A version applies to the periods that begin on its first day or
-- later. The service adds its first version and then the trigger that lets versions in by two people only.
CREATE TABLE closing_calendar (
    policy_code  text NOT NULL PRIMARY KEY,
    valid_from   date NOT NULL UNIQUE,
    day_of_month int  NOT NULL CHECK (day_of_month BETWEEN 1 AND 28),
    at_hour      int  NOT NULL CHECK (at_hour BETWEEN 0 AND 23),
    zone         text NOT NULL CHECK (zone IN ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')),
    grace_hours  int  NOT NULL CHECK (grace_hours BETWEEN 1 AND 720),
    legal_basis  text NOT NULL CHECK (legal_basis <> ''),
    -- a business day ends in Jakarta, and no period is closed before it is over
    CONSTRAINT closing_calendar_after_period CHECK (
        day_of_month > 1 OR at_hour >= CASE zone WHEN 'Asia/Jakarta' THEN 0 WHEN 'Asia/Makassar' THEN 1 ELSE 2 END)
);

-- The next period to be closed on the schedule: at first the one in which the service started, afterwards the one that
-- follows. There is no earlier one, so a new installation closes nothing of the past.
CREATE TABLE next_closing (
    is_only      boolean     NOT NULL PRIMARY KEY DEFAULT true CHECK (is_only),
    first_period date        NOT NULL CHECK (extract(day FROM first_period) = 1),
    period       date        NOT NULL CHECK (extract(day FROM period) = 1 AND period >= first_period),
    noted_at     timestamptz NOT NULL
);
CREATE FUNCTION only_move_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR NEW.first_period <> OLD.first_period OR NEW.period <= OLD.period THEN
        RAISE EXCEPTION 'the next period to be closed is always a later one' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER next_closing_moves_on BEFORE UPDATE OR DELETE ON next_closing FOR EACH ROW EXECUTE FUNCTION only_move_on();
