-- A bank's answer waits in chunks until it is applied. A line has its row from when it has its outcome, and never changes.
CREATE TABLE bank_report_chunk (
    report_id  uuid NOT NULL REFERENCES bank_report,
    first_line int  NOT NULL CHECK (first_line >= 1),
    lines      int  NOT NULL CHECK (lines >= 1),
    -- JSON: a list of lines, each [line_no, instruction_ref, end_to_end_ref, status_code, reason_code, amount_idr,
    -- amount_fault, bank_ref]; references do not compress
    content    text NOT NULL,
    PRIMARY KEY (report_id, first_line)
);
ALTER TABLE bank_report_chunk ALTER COLUMN content SET STORAGE EXTERNAL;

-- What is being applied goes on as chunks; what has been applied is counted.
DROP TRIGGER bank_report_line_never_deleted ON bank_report_line;
DROP TRIGGER bank_report_line_fixed ON bank_report_line;
DROP TRIGGER bank_report_line_judged ON bank_report_line;
DROP FUNCTION refuse_report_line_change();
INSERT INTO bank_report_chunk (report_id, first_line, lines, content)
SELECT report_id, min(line_no), count(*),
       json_agg(json_build_array(line_no, instruction_ref, end_to_end_ref, status_code, reason_code, amount_idr,
                                 amount_fault, bank_ref) ORDER BY line_no)::text
  FROM bank_report_line WHERE outcome IS NULL GROUP BY report_id, (line_no - 1) / 5000;
DELETE FROM bank_report_line WHERE outcome IS NULL;
UPDATE bank_report r SET checkpoint = (SELECT count(*) FROM bank_report_line l WHERE l.report_id = r.report_id)
 WHERE status = 'STAGED';

ALTER TABLE bank_report_line ALTER COLUMN outcome SET NOT NULL;
ALTER TABLE bank_report_line SET (fillfactor = 100);
CREATE TRIGGER bank_report_line_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON bank_report_line
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
