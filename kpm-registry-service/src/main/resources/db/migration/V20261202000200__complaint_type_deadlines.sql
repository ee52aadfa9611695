-- Days of a single type of complaint, beside those of its category and priority: the earlier day counts.
CREATE TABLE complaint_type_deadline (
    policy_code text    NOT NULL,
    valid_from  date    NOT NULL,
    type        text    NOT NULL CHECK (type ~ '^[A-Z_]{3,40}$'),
    days        integer NOT NULL CHECK (days BETWEEN 1 AND 90),
    legal_basis text    NOT NULL CHECK (legal_basis <> ''),
    PRIMARY KEY (policy_code, type),
    UNIQUE (valid_from, type)
);
CREATE TRIGGER complaint_type_deadline_versions BEFORE INSERT OR UPDATE OR DELETE ON complaint_type_deadline
    FOR EACH ROW EXECUTE FUNCTION require_policy_version('COMPLAINT_DEADLINES');
