-- Steps and decisions about which a family got a notice. Whoever has the letter in hand is told when the step is withdrawn,
-- also if the message that should have come before the letter never left.
CREATE TABLE delivered_notice (
    subject_id   uuid NOT NULL,
    kpm_id       uuid NOT NULL,
    delivered_on date NOT NULL,
    PRIMARY KEY (subject_id, kpm_id)
);
CREATE TRIGGER delivered_notice_append_only BEFORE UPDATE OR DELETE ON delivered_notice
    FOR EACH ROW EXECUTE FUNCTION registry_history_stays();
