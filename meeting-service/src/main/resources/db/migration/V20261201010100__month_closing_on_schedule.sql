-- A month that nobody has closed is closed on the schedule of its calendar (closing_calendar).
ALTER TABLE month_closing ADD COLUMN reason text NOT NULL DEFAULT 'REQUEST' CHECK (reason IN ('REQUEST', 'CALENDAR'));
ALTER TABLE month_closing ALTER COLUMN reason DROP DEFAULT;
-- the schedule closes the whole country, and no person
ALTER TABLE month_closing ADD CONSTRAINT month_closing_on_schedule
    CHECK (reason = 'REQUEST' OR (area_code = '*' AND started_by = 'system'));

INSERT INTO closing_calendar (policy_code, valid_from, day_of_month, at_hour, zone, grace_hours, legal_basis) VALUES
    ('MONTHS-2026', '2018-01-01', 5, 1, 'Asia/Jakarta', 24, 'choice: no legal text names a day; sheets arrive in the first days of the following month (unconfirmed)');
CREATE TRIGGER closing_calendar_versions BEFORE INSERT OR UPDATE OR DELETE ON closing_calendar
    FOR EACH ROW EXECUTE FUNCTION require_policy_version('MONTH_CLOSING');
