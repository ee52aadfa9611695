-- Operators stop and resume long work, and retry what it has set aside.
ALTER TABLE operator_action DROP CONSTRAINT operator_action_action_check;
ALTER TABLE operator_action ADD CONSTRAINT operator_action_action_check
    CHECK (action IN ('REDRIVE', 'DISCARD', 'STOP_JOB', 'RESUME_JOB', 'RETRY_SET_ASIDE'));
