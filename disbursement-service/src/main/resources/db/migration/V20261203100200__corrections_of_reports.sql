-- A file of a bank with the number of an earlier one and other bytes corrects it (docs/rules/bank-answers.md). It waits for two persons
-- of the ministry, on every way; nothing of the earlier file is deleted, and what differs is kept line by line.
ALTER TABLE bank_report
    -- the latest file with the same number
    ADD COLUMN corrects uuid REFERENCES bank_report CHECK (corrects <> report_id),
    DROP CONSTRAINT bank_report_waiting,
    ADD CONSTRAINT bank_report_waiting
        CHECK (status <> 'AWAITING_CONFIRMATION'
               OR confirmed_by IS NULL AND (channel = 'MINISTRY' OR moves_all AND signed_with IS NULL OR corrects IS NOT NULL)),
    DROP CONSTRAINT bank_report_first_confirmation,
    ADD CONSTRAINT bank_report_first_confirmation
        CHECK ((first_confirmed_by IS NULL) = (first_confirmed_at IS NULL)
               AND (first_confirmed_by IS NULL OR (moves_all OR corrects IS NOT NULL) AND channel <> 'MINISTRY')),
    ADD CONSTRAINT bank_report_correction_by_two
        CHECK (corrects IS NULL OR status NOT IN ('STAGED', 'APPLIED')
               OR confirmed_by IS NOT NULL AND (channel = 'MINISTRY' OR first_confirmed_by IS NOT NULL));
-- one at a time, and a file is corrected once: the next correction corrects the correction
CREATE UNIQUE INDEX bank_report_corrected ON bank_report (corrects) WHERE corrects IS NOT NULL AND status <> 'REJECTED';
CREATE INDEX bank_report_number ON bank_report (bank, message_id, kind);
CREATE INDEX bank_statement_number ON bank_statement (bank, account, statement_no);
CREATE TRIGGER bank_report_correction_stays BEFORE UPDATE OF corrects ON bank_report FOR EACH ROW
    WHEN (OLD.corrects IS NOT NULL AND NEW.corrects IS DISTINCT FROM OLD.corrects
          OR OLD.status = 'APPLIED' AND NEW.corrects IS DISTINCT FROM OLD.corrects)
    EXECUTE FUNCTION refuse_report_change();

-- Nobody who took part in a batch confirms what the bank is to have answered to it, or booked of it.
CREATE OR REPLACE FUNCTION check_confirming_persons() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM payment_batch b
                WHERE b.batch_id IN (SELECT NEW.batch_id UNION ALL
                                     SELECT n.batch_id FROM bank_report_named_batch n WHERE n.report_id = NEW.report_id)
                  AND (NEW.first_confirmed_by = ANY (b.makers) OR NEW.first_confirmed_by IN (b.approved_by, b.sent_by)
                       OR NEW.confirmed_by = ANY (b.makers) OR NEW.confirmed_by IN (b.approved_by, b.sent_by))) THEN
        RAISE EXCEPTION 'a person of the batch answers for the bank' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;

-- The lines of a report, whether they wait or were applied. A payment is named by one reference or the other.
CREATE VIEW bank_report_content AS
SELECT report_id, line_no, coalesce(end_to_end_ref, instruction_ref) AS reference, status_code, reason_code, amount_idr, bank_ref,
       booked_on, instruction_id, outcome
  FROM bank_report_line
UNION ALL
SELECT c.report_id, (line.field ->> 0)::int, coalesce(line.field ->> 2, line.field ->> 1), line.field ->> 3, line.field ->> 4,
       (line.field ->> 5)::bigint, line.field ->> 7, (line.field ->> 14)::date, NULL, NULL
  FROM bank_report_chunk c CROSS JOIN LATERAL json_array_elements(c.content::json) AS line (field);

-- What a correction states otherwise than the file that it corrects.
CREATE TABLE bank_report_difference (
    report_id          uuid   NOT NULL REFERENCES bank_report,
    ordinal            int    NOT NULL CHECK (ordinal >= 1),
    kind               text   NOT NULL CHECK (kind IN ('ADDED', 'CHANGED', 'REMOVED')),
    line_no            int,
    former_line_no     int,
    status_code        text,
    former_status_code text,
    reason_code        text,
    former_reason_code text,
    amount_idr         bigint,
    former_amount_idr  bigint,
    booked_on          date,
    former_booked_on   date,
    -- of the earlier line, where it matched
    instruction_id     uuid,
    PRIMARY KEY (report_id, ordinal),
    CHECK ((kind = 'ADDED') = (former_line_no IS NULL) AND (kind = 'REMOVED') = (line_no IS NULL))
);
CREATE TRIGGER bank_report_difference_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON bank_report_difference
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
