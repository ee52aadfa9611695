-- An instruction has its status in its own row, a change of status has its row in the history, and a line of a bank's report has
-- its row. What was kept in pages, as lists and in chunks with letters is carried over (docs/adr/0026).

-- Every change of status that the pages remember, in its order. Until a batch is sent, its instructions are planned.
CREATE TEMPORARY TABLE status_change ON COMMIT DROP AS
SELECT i.instruction_id, m.batch_id, m.page_no, m.move_no, i.line_no::bigint AS place,
       'PLANNED' AS old_status, 'SENT' AS new_status, m.cause AS source, m.cause_id AS source_id,
       NULL::int AS report_line, NULL AS bank_ref, NULL AS reason, m.recorded_at
  FROM instruction_move m
  JOIN payment_instruction i ON i.batch_id = m.batch_id AND i.line_no BETWEEN m.page_no * 1000 + 1 AND m.page_no * 1000 + 1000
 WHERE m.content IS NULL
UNION ALL
SELECT i.instruction_id, m.batch_id, m.page_no, m.move_no, s.ordinality,
       money_state_of(ascii(s.step ->> 1)), money_state_of(ascii(s.step ->> 2)),
       CASE m.cause WHEN 'SILENCE' THEN 'TIMEOUT' ELSE m.cause END, m.cause_id,
       (s.step ->> 3)::int, s.step ->> 4, s.step ->> 5, m.recorded_at
  FROM instruction_move m
 CROSS JOIN LATERAL json_array_elements(m.content::json) WITH ORDINALITY AS s (step)
  JOIN payment_instruction i ON i.batch_id = m.batch_id AND i.line_no = m.page_no * 1000 + (s.step ->> 0)::int
UNION ALL
SELECT i.instruction_id, b.batch_id, 0, 0, i.line_no, 'PLANNED', 'VOIDED', 'REJECTION', b.rejected_by,
       NULL, NULL, NULL, b.rejected_at
  FROM payment_instruction i JOIN payment_batch b USING (batch_id) WHERE b.status = 'REJECTED';

-- The status of each instruction is the last of its changes. A bank reference stays known when a later response has none.
CREATE TEMPORARY TABLE latest ON COMMIT DROP AS
SELECT instruction_id,
       (array_agg(new_status ORDER BY move_no DESC, place DESC))[1] AS status,
       (array_agg(recorded_at ORDER BY move_no DESC, place DESC))[1] AS status_at,
       (array_agg(reason ORDER BY move_no DESC, place DESC))[1] AS status_reason,
       (array_agg(bank_ref ORDER BY move_no DESC, place DESC) FILTER (WHERE bank_ref IS NOT NULL))[1] AS bank_ref,
       (array_agg(source_id ORDER BY move_no DESC, place DESC) FILTER (WHERE source = 'BANK_REPORT'))[1]::uuid AS report_id
  FROM status_change GROUP BY instruction_id;
ANALYZE latest;

DROP TRIGGER payment_instruction_append_only ON payment_instruction;
DROP TRIGGER payment_instruction_new ON payment_instruction;
DROP FUNCTION check_new_instructions();
-- room in each page for the next version of a row
ALTER TABLE payment_instruction SET (fillfactor = 45);
ALTER TABLE payment_instruction
    ADD COLUMN status        text CHECK (status IN ('PLANNED', 'SENT', 'ACCEPTED', 'REJECTED', 'UNKNOWN', 'CREDITED', 'RETURNED',
                                                    'VOIDED')),
    ADD COLUMN status_at     timestamptz,
    ADD COLUMN status_reason text,
    ADD COLUMN bank_ref      text,
    -- the last report that changed the status
    ADD COLUMN report_id     uuid;
UPDATE payment_instruction i
   SET status = coalesce(l.status, 'PLANNED'), status_at = coalesce(l.status_at, b.created_at),
       status_reason = l.status_reason, bank_ref = l.bank_ref, report_id = l.report_id
  FROM payment_batch b, payment_instruction one LEFT JOIN latest l USING (instruction_id)
 WHERE b.batch_id = i.batch_id AND one.instruction_id = i.instruction_id;
ALTER TABLE payment_instruction ALTER COLUMN status SET NOT NULL, ALTER COLUMN status_at SET NOT NULL;
-- An update stays in its page only if no index has a column that it changes, so the indexes have these two in place of the
-- status: an answer mostly changes neither of them.
ALTER TABLE payment_instruction
    ADD COLUMN is_open      boolean NOT NULL GENERATED ALWAYS AS (status NOT IN ('REJECTED', 'RETURNED', 'VOIDED')) STORED,
    ADD COLUMN is_unsettled boolean NOT NULL GENERATED ALWAYS AS (status IN ('REJECTED', 'RETURNED', 'UNKNOWN')) STORED;

DROP VIEW instruction_history;
DROP VIEW instruction_state;
CREATE TABLE instruction_history (
    instruction_history_id bigint      GENERATED ALWAYS AS IDENTITY,
    instruction_id         uuid        NOT NULL,
    old_status             text        NOT NULL,
    new_status             text        NOT NULL,
    source                 text        NOT NULL CHECK (source IN ('SENDING', 'REJECTION', 'BANK_REPORT', 'TIMEOUT')),
    -- who sent or rejected the batch, which report, or which batch was not answered in time
    source_id              text        NOT NULL,
    report_line            int,
    bank_ref               text,
    reason                 text,
    recorded_at            timestamptz NOT NULL,
    PRIMARY KEY (instruction_id, instruction_history_id),
    CHECK (source = 'BANK_REPORT' OR report_line IS NULL)
);
INSERT INTO instruction_history (instruction_id, old_status, new_status, source, source_id, report_line, bank_ref, reason, recorded_at)
SELECT instruction_id, old_status, new_status, source, source_id, report_line, bank_ref, reason, recorded_at
  FROM status_change ORDER BY batch_id, page_no, move_no, place;
CREATE TRIGGER instruction_history_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON instruction_history
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();

-- Changes whose events were not published when the pages went. The service publishes them once, at its next start.
CREATE TABLE unpublished_status_change (
    change_id      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    instruction_id uuid        NOT NULL REFERENCES payment_instruction,
    old_status     text        NOT NULL,
    new_status     text        NOT NULL,
    reason         text,
    recorded_at    timestamptz NOT NULL,
    correlation_id text        NOT NULL,
    causation_id   text,
    traceparent    text
);
INSERT INTO unpublished_status_change (instruction_id, old_status, new_status, reason, recorded_at, correlation_id, causation_id,
                                       traceparent)
SELECT c.instruction_id, c.old_status, c.new_status, c.reason, c.recorded_at, n.correlation_id, n.causation_id, n.traceparent
  FROM money_news n JOIN status_change c USING (batch_id, page_no, move_no)
 WHERE c.new_status IN ('SENT', 'CREDITED', 'REJECTED', 'UNKNOWN')
 ORDER BY n.news_id, c.place;

-- The lines of reports that were applied.
CREATE TABLE bank_report_line_row (
    report_id       uuid NOT NULL,
    line_no         int  NOT NULL CHECK (line_no >= 1),
    instruction_ref text,
    end_to_end_ref  text,
    status_code     text,
    reason_code     text,
    amount_idr      bigint,
    amount_fault    text,
    bank_ref        text,
    outcome         text NOT NULL CHECK (outcome IN ('MATCHED', 'AMOUNT_DIFFERS', 'DUPLICATE', 'UNKNOWN_REFERENCE',
                                                     'CONTRADICTS', 'STATUS_UNKNOWN', 'WITHHELD')),
    instruction_id  uuid,
    CONSTRAINT bank_report_line_pkey PRIMARY KEY (report_id, line_no)
);
INSERT INTO bank_report_line_row
SELECT report_id, line_no, instruction_ref, end_to_end_ref, status_code, reason_code, amount_idr, amount_fault, bank_ref, outcome,
       instruction_id
  FROM bank_report_line ORDER BY report_id, line_no;
DROP VIEW bank_report_line;
ALTER TABLE bank_report_line_row RENAME TO bank_report_line;
-- few lines are not matched, and people look for them
CREATE INDEX bank_report_line_unmatched ON bank_report_line (report_id, outcome, line_no) WHERE outcome <> 'MATCHED';
CREATE TRIGGER bank_report_line_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON bank_report_line
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();
-- Reports and instructions are never deleted and keep their keys, so one check when a line is written is enough: a statement at
-- a time in place of a query a row.
CREATE FUNCTION check_report_line_names() RETURNS trigger LANGUAGE plpgsql
    SET enable_hashjoin = off SET enable_mergejoin = off AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM (SELECT DISTINCT report_id FROM added) line
                WHERE NOT EXISTS (SELECT 1 FROM bank_report WHERE bank_report.report_id = line.report_id))
       OR EXISTS (SELECT 1 FROM added
                   WHERE instruction_id IS NOT NULL
                     AND NOT EXISTS (SELECT 1 FROM payment_instruction i WHERE i.instruction_id = added.instruction_id)) THEN
        RAISE EXCEPTION 'a line names a report or an instruction that does not exist' USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER bank_report_line_added AFTER INSERT ON bank_report_line REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION check_report_line_names();

-- How many lines of a report have which outcome so far, for lists of reports.
ALTER TABLE bank_report ADD COLUMN outcomes jsonb NOT NULL DEFAULT '{}';
UPDATE bank_report r SET outcomes = n.outcomes
  FROM (SELECT report_id, jsonb_object_agg(outcome, lines) AS outcomes
          FROM (SELECT report_id, outcome, count(*) AS lines FROM bank_report_line GROUP BY 1, 2) counted GROUP BY 1) n
 WHERE n.report_id = r.report_id;

-- What waits: a chunk is deleted by the transaction that writes its lines.
DROP TRIGGER bank_report_chunk_append_only ON bank_report_chunk;
ALTER TABLE bank_report_outcome DROP CONSTRAINT bank_report_outcome_report_id_first_line_lines_fkey;
DELETE FROM bank_report_chunk c
 WHERE EXISTS (SELECT 1 FROM bank_report_outcome o WHERE o.report_id = c.report_id AND o.first_line = c.first_line);
DROP TABLE bank_report_outcome;
-- a list of [line_no, instruction_ref, end_to_end_ref, status_code, reason_code, amount_idr, amount_fault, bank_ref]
UPDATE bank_report_chunk c
   SET content = (
       SELECT json_agg(json_build_array(
                  c.first_line + e.ordinality - 1,
                  CASE json_array_length(e.line) WHEN 4 THEN replace(i.instruction_id::text, '-', '') ELSE e.line ->> 4 END,
                  CASE json_array_length(e.line) WHEN 4 THEN replace(i.payment_id::text, '-', '') ELSE e.line ->> 5 END,
                  e.line ->> 1, e.line ->> 2,
                  CASE json_array_length(e.line) WHEN 4 THEN i.amount_idr ELSE (e.line ->> 6)::bigint END,
                  e.line ->> 7, e.line ->> 3) ORDER BY e.ordinality)::text
         FROM json_array_elements(c.content::json) WITH ORDINALITY AS e (line)
         JOIN bank_report r ON r.report_id = c.report_id
         LEFT JOIN payment_instruction i ON i.batch_id = r.batch_id AND i.line_no = (e.line ->> 0)::int);
ALTER TABLE bank_report_chunk DROP CONSTRAINT bank_report_chunk_report_id_first_line_lines_key;

DROP TABLE money_news;
DROP TABLE instruction_names;
ALTER TABLE instruction_page DROP CONSTRAINT instruction_page_remembered;
DROP TABLE instruction_move;
DROP TABLE instruction_page;
DROP FUNCTION money_state_of(int);
DROP FUNCTION line_outcome_of(int);
DROP FUNCTION refuse_page();
DROP FUNCTION check_page_steps();
DROP FUNCTION refuse_outcome();

-- The steps of an instruction, the same as those of InstructionStatus. Sealed and approved are statuses of its batch.
DROP TABLE money_transition;
CREATE TABLE instruction_transition (
    old_status text NOT NULL,
    new_status text NOT NULL,
    PRIMARY KEY (old_status, new_status)
);
INSERT INTO instruction_transition VALUES
    ('PLANNED', 'SENT'), ('PLANNED', 'VOIDED'),
    ('SENT', 'ACCEPTED'), ('SENT', 'REJECTED'), ('SENT', 'CREDITED'), ('SENT', 'UNKNOWN'),
    ('UNKNOWN', 'ACCEPTED'), ('UNKNOWN', 'REJECTED'), ('UNKNOWN', 'CREDITED'),
    ('ACCEPTED', 'REJECTED'), ('ACCEPTED', 'CREDITED'),
    ('CREDITED', 'RETURNED');

-- Triggers with conditions: the database compares, and calls a function only in order to refuse.
CREATE FUNCTION refuse_instruction_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'an instruction does not change' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER payment_instruction_fixed
    AFTER UPDATE OF instruction_id, payment_id, attempt, batch_id, line_no, kpm_id, cycle_id, village_code, amount_idr,
                    payee_cipher, account_cipher ON payment_instruction
    FOR EACH ROW WHEN (
        (NEW.instruction_id, NEW.payment_id, NEW.attempt, NEW.batch_id, NEW.line_no, NEW.kpm_id, NEW.cycle_id,
         NEW.village_code, NEW.amount_idr, NEW.payee_cipher, NEW.account_cipher)
        IS DISTINCT FROM
        (OLD.instruction_id, OLD.payment_id, OLD.attempt, OLD.batch_id, OLD.line_no, OLD.kpm_id, OLD.cycle_id,
         OLD.village_code, OLD.amount_idr, OLD.payee_cipher, OLD.account_cipher))
    EXECUTE FUNCTION refuse_instruction_change();
CREATE FUNCTION refuse_instruction_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'an instruction does not go from % to %', OLD.status, NEW.status USING ERRCODE = 'restrict_violation';
END $$;
-- the steps are those of instruction_transition: a migration that adds one creates this trigger again
DO $$
BEGIN
    EXECUTE format(
        'CREATE TRIGGER payment_instruction_step AFTER UPDATE OF status ON payment_instruction FOR EACH ROW'
        ' WHEN (OLD.status <> NEW.status AND OLD.status || ''>'' || NEW.status <> ALL (%L::text[]))'
        ' EXECUTE FUNCTION refuse_instruction_step()',
        (SELECT array_agg(old_status || '>' || new_status ORDER BY old_status, new_status) FROM instruction_transition));
END $$;
CREATE TRIGGER payment_instruction_never_deleted BEFORE DELETE OR TRUNCATE ON payment_instruction
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_ledger_change();

-- A new attempt only after one that was rejected, returned or voided; never from UNKNOWN, never beside another one.
CREATE UNIQUE INDEX payment_instruction_open ON payment_instruction (payment_id) WHERE is_open;
CREATE INDEX payment_instruction_unsettled ON payment_instruction (cycle_id, village_code, payment_id) WHERE is_unsettled;

-- An instruction is of a payment of the batch's sealed cycle, for exactly its amount, while the batch is being prepared.
CREATE FUNCTION check_new_instructions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM added
                 JOIN payment USING (payment_id)
                 JOIN payment_batch ON payment_batch.batch_id = added.batch_id
                 JOIN payment_cycle ON payment_cycle.cycle_id = payment_batch.cycle_id
                WHERE payment.amount_idr <> added.amount_idr OR payment.status <> 'PAYABLE'
                   OR payment.cycle_id <> payment_batch.cycle_id OR added.cycle_id <> payment_batch.cycle_id
                   OR payment.kpm_id <> added.kpm_id OR payment_cycle.status <> 'SEALED'
                   OR payment_batch.status <> 'PREPARING' OR added.status <> 'PLANNED') THEN
        RAISE EXCEPTION 'an instruction is not that of its payment' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER payment_instruction_new AFTER INSERT ON payment_instruction REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION check_new_instructions();

-- A batch is sent with all its lines, 1 to their number, all of them planned; it is rejected with all of them voided.
CREATE OR REPLACE FUNCTION check_sent_batch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM payment_instruction WHERE batch_id = NEW.batch_id
                   HAVING count(*) = NEW.payments AND max(line_no) = NEW.payments
                      AND count(*) FILTER (WHERE status = 'PLANNED') = NEW.payments) THEN
        RAISE EXCEPTION 'a batch is sent without all its lines' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
DROP TRIGGER payment_batch_sent ON payment_batch;
CREATE TRIGGER payment_batch_sent AFTER UPDATE OF status ON payment_batch
    FOR EACH ROW WHEN (OLD.status <> 'SENT' AND NEW.status = 'SENT') EXECUTE FUNCTION check_sent_batch();
CREATE FUNCTION check_rejected_batch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM payment_instruction WHERE batch_id = NEW.batch_id AND status <> 'VOIDED') THEN
        RAISE EXCEPTION 'a batch is rejected with lines that may still be sent' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER payment_batch_rejected AFTER UPDATE OF status ON payment_batch
    FOR EACH ROW WHEN (OLD.status <> 'REJECTED' AND NEW.status = 'REJECTED') EXECUTE FUNCTION check_rejected_batch();

-- A person sends a batch at once; its instructions follow chunk by chunk. A report is applied after the last of them.
CREATE TABLE sending_run (
    batch_id       uuid PRIMARY KEY REFERENCES payment_batch,
    -- what was sent so far: lines 1 to this one
    posted_line    int  NOT NULL DEFAULT 0 CHECK (posted_line >= 0),
    -- the act of the person, as it goes into the events
    correlation_id text NOT NULL,
    causation_id   text,
    traceparent    text,
    finished_at    timestamptz
);
CREATE INDEX sending_run_unfinished ON sending_run (batch_id) WHERE finished_at IS NULL;

-- From when on no instruction of the batch waits for its first answer.
ALTER TABLE payment_batch ADD COLUMN overdue_marked_at timestamptz CHECK (overdue_marked_at IS NULL OR status = 'SENT');
DROP INDEX payment_batch_unanswered;
CREATE INDEX payment_batch_unanswered ON payment_batch (sent_at) WHERE status = 'SENT' AND overdue_marked_at IS NULL;

-- Instructions as people see them: what is planned is sealed and approved with its batch, and sent from when a person says so.
CREATE VIEW instruction_status AS
SELECT i.instruction_id, i.payment_id, i.attempt, i.batch_id, i.line_no, i.kpm_id, i.cycle_id, i.village_code, i.amount_idr,
       b.bank, b.message_id, i.status AS own_status, i.is_unsettled, i.status_at, i.status_reason, i.bank_ref,
       CASE WHEN i.status <> 'PLANNED' THEN i.status
            ELSE CASE b.status WHEN 'PREPARED' THEN 'SEALED' WHEN 'APPROVED' THEN 'APPROVED' WHEN 'SENT' THEN 'SENT'
                               ELSE 'PLANNED' END
       END AS status
  FROM payment_instruction i JOIN payment_batch b USING (batch_id);

-- The latest attempt of each payment. One that was voided before it was sent is none.
CREATE VIEW latest_attempt AS
SELECT i.* FROM instruction_status i
 WHERE i.own_status <> 'VOIDED'
   AND NOT EXISTS (SELECT 1 FROM payment_instruction later
                    WHERE later.payment_id = i.payment_id AND later.attempt > i.attempt AND later.status <> 'VOIDED');
