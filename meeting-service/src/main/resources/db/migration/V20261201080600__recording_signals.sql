-- What a supervisor is shown about how lists were recorded. No consequence follows for anyone.
CREATE TABLE recording_signal_policy (
    policy_code    text PRIMARY KEY,
    valid_from     date NOT NULL UNIQUE,
    full_lists     int  NOT NULL CHECK (full_lists BETWEEN 2 AND 12),
    lists_at_once  int  NOT NULL CHECK (lists_at_once > 1),
    within_seconds int  NOT NULL CHECK (within_seconds > 0),
    late_days      int  NOT NULL CHECK (late_days >= 0),
    legal_basis    text NOT NULL CHECK (legal_basis <> '')
);
INSERT INTO recording_signal_policy (policy_code, valid_from, full_lists, lists_at_once, within_seconds, late_days, legal_basis) VALUES
    ('RECORDING-2026', '2018-01-01', 6, 10, 60, 0, 'choice: no legal text names these numbers; they are shown for review only (unconfirmed)');
CREATE TRIGGER recording_signal_policy_versions BEFORE INSERT OR UPDATE OR DELETE ON recording_signal_policy
    FOR EACH ROW EXECUTE FUNCTION require_policy_version('RECORDING_SIGNALS');
CREATE INDEX meeting_recorded ON meeting (recorded_by, recorded_at);
