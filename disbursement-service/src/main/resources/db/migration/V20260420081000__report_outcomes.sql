-- The lines of a bank's answer stay in their chunks, and their outcomes lie beside them, a letter a line: one row for
-- thousands of lines, neither of which ever changes.

-- A letter of an outcome. The same table as LineOutcome, and a test compares the two.
CREATE FUNCTION line_outcome_of(letter int) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE letter WHEN 77 THEN 'MATCHED' WHEN 65 THEN 'AMOUNT_DIFFERS' WHEN 68 THEN 'DUPLICATE'
                       WHEN 85 THEN 'UNKNOWN_REFERENCE' WHEN 67 THEN 'CONTRADICTS' WHEN 83 THEN 'STATUS_UNKNOWN'
                       WHEN 87 THEN 'WITHHELD' END
$$;

-- All that banks have said so far, line by line; without an outcome it waits.
CREATE TEMPORARY TABLE said ON COMMIT DROP AS
SELECT l.report_id, l.line_no, l.instruction_ref, l.end_to_end_ref, l.status_code, l.reason_code, l.amount_idr, l.amount_fault,
       l.bank_ref, l.outcome, i.line_no AS instruction
  FROM bank_report_line l LEFT JOIN payment_instruction i USING (instruction_id)
UNION ALL
SELECT c.report_id, (e.line ->> 0)::int, e.line ->> 1, e.line ->> 2, e.line ->> 3, e.line ->> 4, (e.line ->> 5)::bigint,
       e.line ->> 6, e.line ->> 7, NULL, NULL
  FROM bank_report_chunk c CROSS JOIN LATERAL json_array_elements(c.content::json) AS e (line);

-- Which instruction a line that waits names: 0 none, -1 where its two references lead to two.
CREATE FUNCTION pg_temp.id_of(reference text) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN reference ~ '^[0-9A-Fa-f]{32}$' THEN reference::uuid END
$$;
UPDATE said SET instruction = named.instruction
  FROM (SELECT s.report_id, s.line_no,
               CASE WHEN by_id.line_no IS NULL AND by_payment.line_no IS NULL THEN 0
                    WHEN s.instruction_ref IS NOT NULL AND s.end_to_end_ref IS NOT NULL
                         AND by_id.line_no IS DISTINCT FROM by_payment.line_no THEN -1
                    ELSE coalesce(by_id.line_no, by_payment.line_no) END AS instruction
          FROM said s
          JOIN bank_report r USING (report_id)
          LEFT JOIN payment_instruction by_id
            ON by_id.batch_id = r.batch_id AND by_id.instruction_id = pg_temp.id_of(s.instruction_ref)
          LEFT JOIN payment_instruction by_payment
            ON by_payment.batch_id = r.batch_id AND by_payment.payment_id = pg_temp.id_of(s.end_to_end_ref)
         WHERE s.outcome IS NULL) named
 WHERE said.report_id = named.report_id AND said.line_no = named.line_no;

DROP TABLE bank_report_line;
DROP FUNCTION check_report_line_names();
DROP TABLE bank_report_chunk;

CREATE TABLE bank_report_chunk (
    report_id  uuid NOT NULL REFERENCES bank_report,
    first_line int  NOT NULL CHECK (first_line >= 1),
    lines      int  NOT NULL CHECK (lines >= 1),
    -- JSON, a list of the lines from first_line on. Each is [instruction, status_code, reason_code, bank_ref], where the line
    -- has both references and the amount of that instruction of the batch; otherwise [instruction, status_code, reason_code,
    -- bank_ref, instruction_ref, end_to_end_ref, amount_idr, amount_fault], with instruction 0 where the line names none of
    -- ours and -1 where its references lead to two.
    content    text NOT NULL,
    PRIMARY KEY (report_id, first_line),
    UNIQUE (report_id, first_line, lines)
);
ALTER TABLE bank_report_chunk ALTER COLUMN content SET STORAGE EXTERNAL;

CREATE TABLE bank_report_outcome (
    report_id  uuid  NOT NULL,
    first_line int   NOT NULL,
    outcomes   bytea NOT NULL,
    lines      int   NOT NULL GENERATED ALWAYS AS (length(outcomes)) STORED,
    -- JSON: how many lines have which outcome
    counts     json  NOT NULL,
    PRIMARY KEY (report_id, first_line),
    FOREIGN KEY (report_id, first_line, lines) REFERENCES bank_report_chunk (report_id, first_line, lines)
);

-- Chunks of lines that follow each other, at most five thousand.
CREATE TEMPORARY TABLE placed ON COMMIT DROP AS
SELECT *, min(line_no) OVER (PARTITION BY report_id, outcome IS NULL, island, in_island / 5000) AS first_line
  FROM (SELECT *, row_number() OVER (PARTITION BY report_id, outcome IS NULL, island ORDER BY line_no) - 1 AS in_island
          FROM (SELECT *, line_no - row_number() OVER (PARTITION BY report_id, outcome IS NULL ORDER BY line_no) AS island
                  FROM said) a) b;
INSERT INTO bank_report_chunk (report_id, first_line, lines, content)
SELECT report_id, first_line, count(*),
       json_agg(json_build_array(coalesce(instruction, 0), status_code, reason_code, bank_ref, instruction_ref, end_to_end_ref,
                                 amount_idr, amount_fault) ORDER BY line_no)::text
  FROM placed GROUP BY report_id, first_line;
INSERT INTO bank_report_outcome (report_id, first_line, outcomes, counts)
SELECT report_id, first_line,
       string_agg(convert_to(CASE outcome WHEN 'MATCHED' THEN 'M' WHEN 'AMOUNT_DIFFERS' THEN 'A' WHEN 'DUPLICATE' THEN 'D'
                                          WHEN 'UNKNOWN_REFERENCE' THEN 'U' WHEN 'CONTRADICTS' THEN 'C'
                                          WHEN 'STATUS_UNKNOWN' THEN 'S' WHEN 'WITHHELD' THEN 'W' END, 'UTF8'),
                  ''::bytea ORDER BY line_no),
       (SELECT json_object_agg(n.outcome, n.lines)
          FROM (SELECT l.outcome, count(*) AS lines FROM placed l
                 WHERE l.report_id = placed.report_id AND l.first_line = placed.first_line GROUP BY 1) n)
  FROM placed WHERE outcome IS NOT NULL GROUP BY report_id, first_line;

CREATE FUNCTION refuse_outcome() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'there is no such outcome of a line' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER bank_report_outcome_known BEFORE INSERT ON bank_report_outcome FOR EACH ROW
    WHEN (translate(convert_from(NEW.outcomes, 'UTF8'), 'MADUCSW', '') <> '') EXECUTE FUNCTION refuse_outcome();
CREATE TRIGGER bank_report_chunk_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON bank_report_chunk
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
CREATE TRIGGER bank_report_outcome_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON bank_report_outcome
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();

-- The lines that were applied, each as the bank wrote it, with what came of it.
CREATE VIEW bank_report_line AS
SELECT c.report_id, c.first_line + e.ordinality::int - 1 AS line_no,
       CASE json_array_length(e.line) WHEN 4 THEN replace(i.instruction_id::text, '-', '') ELSE e.line ->> 4 END AS instruction_ref,
       CASE json_array_length(e.line) WHEN 4 THEN replace(i.payment_id::text, '-', '') ELSE e.line ->> 5 END AS end_to_end_ref,
       e.line ->> 1 AS status_code, e.line ->> 2 AS reason_code,
       CASE json_array_length(e.line) WHEN 4 THEN i.amount_idr ELSE (e.line ->> 6)::bigint END AS amount_idr,
       e.line ->> 7 AS amount_fault, e.line ->> 3 AS bank_ref,
       line_outcome_of(get_byte(o.outcomes, e.ordinality::int - 1)) AS outcome, i.instruction_id
  FROM bank_report_chunk c
  JOIN bank_report r ON r.report_id = c.report_id
  JOIN bank_report_outcome o ON o.report_id = c.report_id AND o.first_line = c.first_line
 CROSS JOIN LATERAL json_array_elements(c.content::json) WITH ORDINALITY AS e (line)
  LEFT JOIN payment_instruction i ON i.batch_id = r.batch_id AND i.line_no = (e.line ->> 0)::int;
