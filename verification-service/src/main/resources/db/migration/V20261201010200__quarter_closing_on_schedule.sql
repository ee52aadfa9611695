-- A quarter that nobody has closed is closed on the schedule of its calendar (closing_calendar).
ALTER TABLE quarter_closing ADD COLUMN reason text NOT NULL DEFAULT 'REQUEST' CHECK (reason IN ('REQUEST', 'CALENDAR'));
ALTER TABLE quarter_closing ALTER COLUMN reason DROP DEFAULT;
-- the schedule closes the whole country, and no person
ALTER TABLE quarter_closing ADD CONSTRAINT quarter_closing_on_schedule
  CHECK (reason = 'REQUEST' OR (area_code = '*' AND requested_by = 'system'));

INSERT INTO closing_calendar (policy_code, valid_from, day_of_month, at_hour, zone, grace_hours, legal_basis) VALUES
  ('QUARTERS-2026', '2018-01-01', 10, 1, 'Asia/Jakarta', 48, 'choice: no legal text names a day; forms of schools and health services arrive in the first days after the quarter (unconfirmed)');
CREATE TRIGGER closing_calendar_versions BEFORE INSERT OR UPDATE OR DELETE ON closing_calendar
  FOR EACH ROW EXECUTE FUNCTION require_policy_version('QUARTER_CLOSING');
