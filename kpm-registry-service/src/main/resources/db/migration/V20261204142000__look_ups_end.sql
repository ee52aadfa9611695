-- The log of look-ups is kept for a while and not for ever. Whatever the setting says, nothing younger than a year is removed.
DROP TRIGGER look_up_append_only ON look_up;
CREATE FUNCTION look_up_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND OLD.looked_up_at < now() - interval '1 year' THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'look_up is only added to, and kept for a year at least' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER look_up_append_only BEFORE UPDATE OR DELETE ON look_up
    FOR EACH ROW EXECUTE FUNCTION look_up_stays();
CREATE INDEX look_up_by_age ON look_up USING brin (looked_up_at);
