-- From how many families on a number is shown. A version applies to the periods that are published for the first time on its first day
-- or later.
CREATE TABLE statistics_threshold (
    policy_code text NOT NULL PRIMARY KEY,
    valid_from  date NOT NULL UNIQUE,
    -- below three a hidden number would be one of two
    threshold   int  NOT NULL CHECK (threshold BETWEEN 3 AND 100),
    legal_basis text NOT NULL CHECK (legal_basis <> '')
);
INSERT INTO statistics_threshold (policy_code, valid_from, threshold, legal_basis) VALUES
    ('STATISTICS-2018', '2018-01-01', 5, 'a choice of this project');
CREATE TRIGGER statistics_threshold_versions BEFORE INSERT OR UPDATE OR DELETE ON statistics_threshold
    FOR EACH ROW EXECUTE FUNCTION require_policy_version('STATISTICS_THRESHOLD');

-- Two publications of a period that hide different numbers would show some of them beside each other.
CREATE FUNCTION keep_published_threshold() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR NEW.period <> OLD.period OR NEW.threshold <> OLD.threshold THEN
        RAISE EXCEPTION 'a period keeps the threshold with which it was published first' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER published_period_keeps_threshold BEFORE UPDATE OR DELETE ON published_period
    FOR EACH ROW EXECUTE FUNCTION keep_published_threshold();
